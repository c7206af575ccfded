package org.nlcen.app.viewer;

import java.util.Optional;

import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/**
 * Which side of the patient lies at each edge of the pane, in DICOM's letters (PS3.3 C.7.6.1.1.1).
 *
 * @param left letter at the left edge
 * @param right letter at the right edge
 * @param top letter at the top edge
 * @param bottom letter at the bottom edge
 */
record Orientation(String left, String right, String top, String bottom) {
    private static final String LETTERS = "LRAPHF";
    private static final String OPPOSITES = "RLPAFH";

    /**
     * @param directions where rows and columns lead, such as "L\F"; empty where the file is silent or wrong
     * @param look how the picture is turned
     */
    static Optional<Orientation> of(String directions, ViewTransform look) {
        String[] parts = directions.split("\\\\", -1);
        if (parts.length != 2 || !parts[0].matches("[LRAPHF]{1,3}") || !parts[1].matches("[LRAPHF]{1,3}")) {
            return Optional.empty();
        }
        Point origin = look.toImage(new Point(0, 0));
        String right = direction(parts, origin, look.toImage(new Point(1, 0)));
        String bottom = direction(parts, origin, look.toImage(new Point(0, 1)));
        return Optional.of(new Orientation(opposite(right), right, opposite(bottom), bottom));
    }

    private static String direction(String[] parts, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        boolean alongRows = Math.abs(dx) > Math.abs(dy);
        String letters = parts[alongRows ? 0 : 1];
        return (alongRows ? dx : dy) > 0 ? letters : opposite(letters);
    }

    private static String opposite(String letters) {
        StringBuilder other = new StringBuilder();
        letters.chars().forEach(letter -> other.append(OPPOSITES.charAt(LETTERS.indexOf(letter))));
        return other.toString();
    }
}
