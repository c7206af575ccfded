package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * Two pictures of one size behind a curtain: one on its left, one on its right.
 *
 * @param at where the curtain hangs, as a part of the pane's width, 0..1
 */
public record CurtainPainter(Painter left, Painter right, double at) implements Painter {

    @Override
    public Extent extent() {
        return right.extent();
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        right.paint(argb, width, height, view, background);
        int columns = (int) Math.round(Math.max(0, Math.min(1, at)) * width);
        if (columns > 0) {
            int[] other = new int[argb.length];
            left.paint(other, width, height, view, background);
            for (int line = 0; line < height; line++) {
                System.arraycopy(other, line * width, argb, line * width, columns);
            }
        }
    }
}
