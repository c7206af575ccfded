package org.nlcen.app.viewer;

import org.nlcen.image.DisplayTable;
import org.nlcen.image.MipPyramid;
import org.nlcen.image.ViewTransform;
import org.nlcen.image.ViewportRenderer;
import org.nlcen.image.ViewportRenderer.Sampling;

/**
 * The source image at full resolution.
 *
 * @param pyramid the image
 * @param table from its stored values to shades
 */
public record SourcePainter(MipPyramid pyramid, DisplayTable table) implements Painter {
    // from here on image pixels are shown as squares, as they are
    private static final double SQUARES = 6;

    @Override
    public Extent extent() {
        return new Extent(
                pyramid.image().width(),
                pyramid.image().height(),
                pyramid.image().aspect());
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        Sampling sampling = view.zoom() >= SQUARES ? Sampling.NEAREST : Sampling.BILINEAR;
        ViewportRenderer.render(pyramid, table, view, sampling, background, argb, width, height);
    }
}
