package org.nlcen.dicom.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.builtin.DeIdentifier;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Sequence;
import org.aoju.bus.image.galaxy.data.VR;
import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.DicomHeader.BurnedInText;
import org.nlcen.dicom.TagEntry;
import org.nlcen.image.Explanation;

/**
 * Writes copies without the patient's identity: the Basic Application Confidentiality Profile of PS3.15 annex E, with
 * private elements, curves, overlays and everything in a person's name removed as well. Identifiers become new ones,
 * the same old one always the same new one within this object. Pixels are copied as they are.
 */
public final class Deidentifier {
    /** Identifiers that the standard gives away: syntaxes, classes. */
    private static final String DICOM_ROOT = "1.2.840.10008.";

    private static final int CURVES = 0x5000;
    private static final int OVERLAYS = 0x6000;
    private static final int REPEATING = 0xff00;

    private final Map<String, String> identifiers = new HashMap<>();
    private final DeIdentifier profile = new DeIdentifier(DeIdentifier.Option.BasicApplicationConfidentialityProfile);

    /** What became of an element. */
    public enum Action {
        REMOVED,
        EMPTIED,
        REPLACED
    }

    /**
     * One change.
     *
     * @param number "(0010,0010)", with the numbers of the sequences it lies in before it
     * @param name "Patient Name"
     */
    public record Change(String number, String name, Action action) {}

    /**
     * What was done, free of patient data.
     *
     * @param changes in the order of the elements
     * @param warnings what the copy may still show
     */
    public record Report(List<Change> changes, List<Explanation> warnings) {}

    /**
     * Writes a copy without identity.
     *
     * @throws IOException if the copy cannot be written; an old file then stays as it was
     */
    public Report write(DicomHeader source, Path target) throws IOException {
        List<TagEntry> before = source.tags();
        Attributes data = new Attributes(false);
        data.addAll(source.dataSet());
        removeUnprofiled(data);
        profile.deidentify(data);
        data.setString(Tag.DeidentificationMethod, VR.LO, "Basic Application Confidentiality Profile");
        if (!data.containsValue(Tag.SOPInstanceUID)) {
            data.setString(Tag.SOPInstanceUID, VR.UI, Uids.next());
        }
        PixelCopy.write(target, data, source);
        List<Change> changes = new ArrayList<>();
        compare("", before, DicomHeader.tagsOf(data), changes);
        return new Report(List.copyOf(changes), warnings(source.burnedInText()));
    }

    private void removeUnprofiled(Attributes data) {
        for (int tag : data.tags()) {
            int group = tag >>> 16;
            boolean repeating = (group & REPEATING) == CURVES || (group & REPEATING) == OVERLAYS;
            boolean stray = group < 0x0008 || data.getVR(tag) == VR.UN;
            if (Tag.isPrivateGroup(tag) || repeating || stray) {
                data.remove(tag);
            } else if (data.getValue(tag) instanceof Sequence sequence) {
                sequence.forEach(this::removeUnprofiled);
            } else if (data.getVR(tag) == VR.PN) {
                data.setNull(tag, VR.PN);
            } else if (data.getVR(tag) == VR.UI) {
                replaceIdentifiers(data, tag);
            }
        }
    }

    /** The profile makes identifiers from a hash of the old ones, which can be looked up: give it random ones. */
    private void replaceIdentifiers(Attributes data, int tag) {
        String[] uids = data.getStrings(tag);
        if (uids == null || uids.length == 0) {
            return;
        }
        String[] replaced = uids.clone();
        for (int i = 0; i < uids.length; i++) {
            if (uids[i] != null && !uids[i].startsWith(DICOM_ROOT)) {
                replaced[i] = identifiers.computeIfAbsent(uids[i], old -> Uids.next());
            }
        }
        data.setString(tag, VR.UI, replaced);
    }

    private static List<Explanation> warnings(BurnedInText text) {
        return switch (text) {
            case NO -> List.of();
            case YES, LIKELY ->
                List.of(Explanation.of("The picture itself probably shows text: look at it before passing it on."));
            case UNKNOWN ->
                List.of(Explanation.of(
                        "The file does not say that its picture is free of text: look at it before passing it on."));
        };
    }

    private static void compare(String path, List<TagEntry> before, List<TagEntry> after, List<Change> changes) {
        for (int i = 0; i < before.size(); i++) {
            TagEntry old = before.get(i);
            String number = path + old.number();
            boolean meta = old.number().startsWith("(0002,");
            boolean pixels = old.number().startsWith("(7FE0,");
            if (meta || pixels) {
                continue;
            }
            TagEntry left = old.number().equals("(FFFE,E000)")
                    ? (i < after.size() ? after.get(i) : null)
                    : after.stream()
                            .filter(e -> e.number().equals(old.number()))
                            .findFirst()
                            .orElse(null);
            if (left == null) {
                changes.add(new Change(number, old.name(), Action.REMOVED));
            } else if (!old.children().isEmpty()) {
                compare(number + " ", old.children(), left.children(), changes);
            } else if (!left.value().equals(old.value())) {
                Action action = left.value().isEmpty() ? Action.EMPTIED : Action.REPLACED;
                changes.add(new Change(number, old.name(), action));
            }
        }
    }
}
