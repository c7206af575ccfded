package org.nlcen.dicom;

import java.util.List;
import java.util.Locale;

/**
 * One element of a data set as a tag browser shows it.
 *
 * @param number "(0010,0010)"
 * @param keyword "PatientName"; for private elements their creator, else empty
 * @param name "Patient Name"; "Private" or "Unknown" where no dictionary knows it
 * @param vr value representation, two letters; empty for an item of a sequence
 * @param value the whole value as text, decoded with the data set's character set; for binary values their length and
 *     first bytes, for sequences their number of items
 * @param identifying whether the value may tell who the patient is: hide it under the privacy switch
 * @param children items of a sequence, or elements of an item
 */
public record TagEntry(
        String number,
        String keyword,
        String name,
        String vr,
        String value,
        boolean identifying,
        List<TagEntry> children) {
    /** What stands for a hidden value. */
    public static final String HIDDEN = "(hidden)";

    public TagEntry {
        children = List.copyOf(children);
    }

    /** Whether this element itself, not its children, contains a text in its number, names or value. */
    public boolean matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        String digits = number.substring(1, Math.max(1, number.length() - 1));
        return List.of(number, digits, digits.replace(",", ""), keyword, name, value).stream()
                .anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** The elements that match, with the sequences that lead to them; an empty text keeps all. */
    public static List<TagEntry> search(List<TagEntry> entries, String text) {
        if (text.isBlank()) {
            return entries;
        }
        return entries.stream()
                .map(entry -> entry.matches(text) ? entry : entry.withChildren(search(entry.children, text)))
                .filter(entry -> entry.matches(text) || !entry.children.isEmpty())
                .toList();
    }

    private TagEntry withChildren(List<TagEntry> kept) {
        return new TagEntry(number, keyword, name, vr, value, identifying, kept);
    }

    /** The same without values that may tell who the patient is. */
    public TagEntry withoutPatient() {
        String shown = identifying && !value.isEmpty() ? HIDDEN : value;
        List<TagEntry> below = children.stream().map(TagEntry::withoutPatient).toList();
        return new TagEntry(number, keyword, name, vr, shown, identifying, below);
    }

    /** One line for the clipboard: number, name and value, tab-separated. */
    public String copyText() {
        return number + "\t" + name + "\t" + value;
    }
}
