package org.nlcen.dicom;

import java.util.ArrayList;
import java.util.List;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.ElementDictionary;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.nlcen.dicom.parse.ParsedFile;

/** Turns a data set into {@link TagEntry} rows. */
final class TagTree {
    private static final int LONGEST_VALUE = 20_000;
    private static final int SHOWN_BYTES = 32;
    private static final VR.Holder NO_HOLDER = new VR.Holder();

    private TagTree() {}

    static List<TagEntry> of(ParsedFile file) {
        List<TagEntry> entries = new ArrayList<>(elements(file.meta()));
        entries.addAll(elements(file.data()));
        file.pixels().ifPresent(pixels -> {
            long bytes = pixels.segments().stream().mapToLong(s -> s.length()).sum();
            String value = pixels.encapsulated()
                    ? bytes + " bytes, compressed, in " + pixels.segments().size() + " parts"
                    : bytes + " bytes";
            entries.add(entry(pixels.tag(), null, pixels.words() ? "OW" : "OB", value, List.of()));
        });
        return List.copyOf(entries);
    }

    static List<TagEntry> elements(Attributes data) {
        List<TagEntry> entries = new ArrayList<>();
        for (int tag : data.tags()) {
            entries.add(element(data, tag));
        }
        return entries;
    }

    private static TagEntry element(Attributes data, int tag) {
        String creator = Tag.isPrivateGroup(tag) ? data.privateCreatorOf(tag) : null;
        VR vr = data.getVR(tag);
        Object value = creator == null ? data.getValue(tag) : data.getValue(creator, tag, NO_HOLDER);
        if (value instanceof Sequence sequence) {
            List<TagEntry> items = new ArrayList<>();
            for (int i = 0; i < sequence.size(); i++) {
                items.add(new TagEntry("(FFFE,E000)", "", "Item " + (i + 1), "", "", false, elements(sequence.get(i))));
            }
            String count = sequence.size() == 1 ? "1 item" : sequence.size() + " items";
            return entry(tag, creator, "SQ", count, items);
        }
        if (value instanceof Fragments fragments) {
            return entry(tag, creator, vr.name(), fragments.size() + " parts", List.of());
        }
        return entry(tag, creator, vr.name(), text(data, creator, tag, vr), List.of());
    }

    private static TagEntry entry(int tag, String creator, String vr, String value, List<TagEntry> children) {
        boolean ownGroup = Tag.isPrivateGroup(tag);
        String keyword = ownGroup
                ? String.valueOf(creator == null ? "" : creator)
                : ElementDictionary.getStandardElementDictionary().keywordOf(tag);
        String known = keyword == null ? "" : keyword;
        String name = ownGroup ? "Private" : known.isEmpty() ? "Unknown" : words(known);
        boolean identifying = ownGroup || IdentifyingTags.contains(tag, vr);
        return new TagEntry(Tag.toString(tag), known, name, vr, value, identifying, children);
    }

    /** "PatientBirthDate" becomes "Patient Birth Date". */
    private static String words(String keyword) {
        return keyword.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2,})", " ");
    }

    private static String text(Attributes data, String creator, int tag, VR vr) {
        if (vr.isStringType() || vr.isIntType() || vr == VR.FL || vr == VR.FD || vr == VR.AT) {
            String[] values = data.getStrings(creator, tag);
            String joined = values == null ? "" : String.join("\\", nonNull(values));
            return joined.length() > LONGEST_VALUE ? joined.substring(0, LONGEST_VALUE) + "…" : joined;
        }
        byte[] bytes = data.getSafeBytes(creator, tag);
        return bytes == null || bytes.length == 0 ? "" : binary(bytes);
    }

    private static String[] nonNull(String[] values) {
        String[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            copy[i] = copy[i] == null ? "" : copy[i];
        }
        return copy;
    }

    private static String binary(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length + " bytes:");
        for (int i = 0; i < Math.min(bytes.length, SHOWN_BYTES); i++) {
            text.append(String.format(" %02X", bytes[i]));
        }
        return text.append(bytes.length > SHOWN_BYTES ? " …" : "").toString();
    }
}
