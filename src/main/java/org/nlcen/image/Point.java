package org.nlcen.image;

/** A place on an image or on the screen; pixel centres lie at half-integers, y grows downwards. */
public record Point(double x, double y) {
    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
