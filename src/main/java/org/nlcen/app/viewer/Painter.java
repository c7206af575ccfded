package org.nlcen.app.viewer;

/** Fills a pane's pixels. Called on the JavaFX thread: a call must stay well below a frame. */
public interface Painter {

    /** The size of the picture behind the pane. */
    PaneTransform.Extent extent();

    /**
     * Writes every pixel of the pane.
     *
     * @param argb {@code width * height} opaque pixels, 0xAARRGGBB, row by row; to be overwritten
     * @param look from pane pixels to picture pixels
     * @param background pixel where there is no picture
     */
    void paint(int[] argb, int width, int height, PaneTransform look, int background);
}
