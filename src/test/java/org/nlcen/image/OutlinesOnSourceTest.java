package org.nlcen.image;

import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.image.measure.Shape;

import static org.assertj.core.api.Assertions.assertThat;

class OutlinesOnSourceTest {
    private static final int SIZE = 2048;

    @Test
    void outlinesBoundWhatTheMaskOnTheSourceMarks() {
        float[] plane = new float[256 * 256];
        for (int i = 0; i < plane.length; i++) {
            double x = i % 256 - 110.3;
            double y = i / 256 - 130.7;
            double edge = Math.hypot(x, y) - 60 - 12 * Math.sin(5 * Math.atan2(y, x));
            plane[i] = (float) (1 / (1 + Math.exp(edge * 1.3)));
        }
        Geometry geometry = new Geometry(SIZE, SIZE);
        Mask mask = Masks.toSource(plane, geometry);
        List<Contour> outlines = Contours.of(plane, geometry, 0);
        BitSet inside = new BitSet(SIZE * SIZE);
        for (Contour outline : outlines) {
            new Shape.Polygon(outline.points())
                    .scan(SIZE, SIZE, (y, from, to) -> inside.flip(y * SIZE + from, y * SIZE + to));
        }
        int different = 0;
        for (int i = 0; i < SIZE * SIZE; i++) {
            different += inside.get(i) == mask.get(i) ? 0 : 1;
        }
        double length = outlines.stream().mapToDouble(Contour::length).sum();
        // within a square of the map the outline is straight and the level line nearly so
        assertThat(different / length).as("pixels off per pixel of outline").isLessThan(0.1);
    }
}
