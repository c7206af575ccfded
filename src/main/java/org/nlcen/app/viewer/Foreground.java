package org.nlcen.app.viewer;

import java.util.function.IntPredicate;

import org.nlcen.image.Mask;
import org.nlcen.image.Point;
import org.nlcen.image.ViewTransform;

/** A structure that covers part of an image, whatever its own resolution, read as a pane shows the image. */
public sealed interface Foreground {

    /** Reads for one pane and view. */
    @FunctionalInterface
    interface Reader {
        /** Whether the pixels of one of the pane's lines belong to the structure; {@code inside} is overwritten. */
        void read(int line, boolean[] inside);
    }

    /**
     * @param view where the image lies, in the pane's pixels
     * @param width of the pane
     * @param height of the pane
     */
    Reader reader(ViewTransform view, int width, int height);

    /** The structure at every pixel of a mask that covers the image. */
    static Foreground of(Mask mask) {
        return new Pixels(mask.width(), mask.height(), mask::get);
    }

    /**
     * A network's answer: interpolated between its pixels' centres, then at least one half, as
     * {@link org.nlcen.image.Masks#toSource} does it for the whole image.
     *
     * @param plane 256 * 256 probabilities, row by row; never written to
     */
    record Probabilities(float[] plane) implements Foreground {
        private static final float HALF = 0.5f;

        @Override
        public Reader reader(ViewTransform view, int width, int height) {
            NetworkPicture picture = new NetworkPicture(view, width, height);
            float[] row = new float[width];
            return (line, inside) -> {
                picture.linear(line, plane, 0, row);
                for (int i = 0; i < width; i++) {
                    // not a number, outside, is not foreground
                    inside[i] = row[i] >= HALF;
                }
            };
        }
    }

    /**
     * A mask of any size that covers the image.
     *
     * @param pixels tells by position in row order
     */
    record Pixels(int width, int height, IntPredicate pixels) implements Foreground {
        @Override
        public Reader reader(ViewTransform view, int paneWidth, int paneHeight) {
            boolean sideways = view.sideways();
            int[] columns = places(view, sideways ? paneHeight : paneWidth, true);
            int[] rows = places(view, sideways ? paneWidth : paneHeight, false);
            return (line, inside) -> {
                for (int i = 0; i < paneWidth; i++) {
                    int x = columns[sideways ? line : i];
                    int y = rows[sideways ? i : line];
                    inside[i] = x >= 0 && y >= 0 && pixels.test(y * width + x);
                }
            };
        }

        /** The mask's column or row under each pixel along the pane axis that runs along it; -1 outside. */
        private int[] places(ViewTransform view, int count, boolean across) {
            boolean alongPaneRows = across != view.sideways();
            int size = across ? width : height;
            double scale = size / (double) (across ? view.imageWidth() : view.imageHeight());
            int[] places = new int[count];
            for (int i = 0; i < count; i++) {
                Point at = view.toImage(alongPaneRows ? new Point(i + 0.5, 0) : new Point(0, i + 0.5));
                double place = Math.floor((across ? at.x() : at.y()) * scale);
                places[i] = place >= 0 && place < size ? (int) place : -1;
            }
            return places;
        }
    }
}
