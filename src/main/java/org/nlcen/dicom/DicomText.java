package org.nlcen.dicom;

/** DICOM's notations for people. */
final class DicomText {
    private DicomText() {}

    /** "Yamada^Tarou=山田^太郎" becomes "Yamada, Tarou (山田, 太郎)". */
    static String personName(String value) {
        String[] groups = value.split("=", -1);
        String first = components(groups[0]);
        String second = groups.length > 1 ? components(groups[1]) : "";
        if (first.isEmpty() || second.isEmpty()) {
            return first + second;
        }
        return first + " (" + second + ")";
    }

    private static String components(String group) {
        String[] parts = group.split("\\^", -1);
        StringBuilder text = new StringBuilder(parts[0].trim());
        for (int i = 1; i < parts.length && i < 3; i++) {
            String part = parts[i].trim();
            if (!part.isEmpty()) {
                text.append(text.isEmpty() ? "" : i == 1 ? ", " : " ").append(part);
            }
        }
        return text.toString();
    }

    /** "20261122" becomes "2026-11-22"; anything else stays. */
    static String date(String value) {
        return value.matches("\\d{8}")
                ? value.substring(0, 4) + "-" + value.substring(4, 6) + "-" + value.substring(6)
                : value;
    }

    /** "174059.123" becomes "17:40"; anything else stays. */
    static String time(String value) {
        return value.matches("\\d{4}.*") ? value.substring(0, 2) + ":" + value.substring(2, 4) : value;
    }
}
