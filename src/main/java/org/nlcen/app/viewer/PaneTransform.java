package org.nlcen.app.viewer;

/**
 * Between a pane's pixels and an image's pixels, both with pixel centres at half-integers. The image point
 * {@code (x, y)} of a pane point is {@code originX + px * xx + py * xy, originY + px * yx + py * yy}.
 *
 * @param originX image x at the pane's top left corner
 * @param originY image y at the pane's top left corner
 * @param xx change of image x for a step to the right in the pane
 * @param xy change of image x for a step down in the pane
 * @param yx change of image y for a step to the right in the pane
 * @param yy change of image y for a step down in the pane
 */
public record PaneTransform(double originX, double originY, double xx, double xy, double yx, double yy) {

    /** A picture's size in its own pixels, and the height of a pixel divided by its width. */
    public record Extent(int width, int height, double aspect) {}

    /**
     * The transform of a view.
     *
     * @param paneWidth width of the pane in any unit; the same unit is then used for pane points
     */
    public static PaneTransform of(ViewState view, Extent image, double paneWidth, double paneHeight) {
        double shownHeight = image.height() * image.aspect();
        double scale = fitScale(view, image, paneWidth, paneHeight) * view.zoom();
        double step = 1 / scale;
        double mirror = view.mirrored() ? -1 : 1;
        int cos = new int[] {1, 0, -1, 0}[view.quarterTurns()];
        int sin = new int[] {0, 1, 0, -1}[view.quarterTurns()];
        double xx = step * cos * mirror;
        double xy = step * sin;
        double yx = -step * sin * mirror;
        double yy = step * cos;
        double originX = view.centerX() * image.width() - (paneWidth * xx + paneHeight * xy) / 2;
        double originY = view.centerY() * shownHeight - (paneWidth * yx + paneHeight * yy) / 2;
        double squeeze = 1 / image.aspect();
        return new PaneTransform(originX, originY * squeeze, xx, xy, yx * squeeze, yy * squeeze);
    }

    /** Pane units per image pixel (horizontally) at which the whole image fits. */
    public static double fitScale(ViewState view, Extent image, double paneWidth, double paneHeight) {
        double shownHeight = image.height() * image.aspect();
        boolean upright = view.quarterTurns() % 2 == 0;
        double width = upright ? image.width() : shownHeight;
        double height = upright ? shownHeight : image.width();
        return Math.max(1e-6, Math.min(paneWidth / width, paneHeight / height));
    }

    public double imageX(double px, double py) {
        return originX + px * xx + py * xy;
    }

    public double imageY(double px, double py) {
        return originY + px * yx + py * yy;
    }

    /** Pane x of an image point. */
    public double paneX(double x, double y) {
        return (yy * (x - originX) - xy * (y - originY)) / determinant();
    }

    /** Pane y of an image point. */
    public double paneY(double x, double y) {
        return (xx * (y - originY) - yx * (x - originX)) / determinant();
    }

    /** Image pixels across one pane unit; above 1 where the image is shrunk. */
    public double imagePixelsPerUnit() {
        return Math.sqrt(Math.abs(determinant()));
    }

    private double determinant() {
        return xx * yy - xy * yx;
    }
}
