package org.nlcen.study.figure;

import java.util.List;

/** Something to draw; positions in pixels from the top left, colours as {@code #rrggbb}. */
sealed interface Mark {
    /** A point of the page. */
    record Spot(double x, double y) {}

    /** A polyline; {@code dash} 0 for a solid one. */
    record Line(List<Spot> spots, String colour, double width, double dash) implements Mark {}

    /** A filled polygon. */
    record Area(List<Spot> spots, String colour, double opacity) implements Mark {}

    /** A disc; hollow ones are white inside. The tip is shown by viewers that can. */
    record Dot(Spot at, double radius, String colour, boolean hollow, String tip) implements Mark {}

    /** A line of text; {@code anchor} 0 begins, 0.5 is centred, 1 ends at the spot; {@code up} turns it by a quarter. */
    record Text(Spot at, String words, double size, boolean bold, String colour, double anchor, boolean up)
            implements Mark {}
}
