package org.nlcen.image;

/**
 * Where an image lies in a viewport. The image is mirrored (if at all), then turned, then scaled; the point {@code
 * centre} of the image lies in the middle of the viewport and always belongs to the image, so that it cannot get lost.
 *
 * @param imageWidth columns of the image
 * @param imageHeight rows of the image
 * @param aspect height of an image pixel divided by its width
 * @param viewWidth viewport width in screen pixels, above 0
 * @param viewHeight viewport height in screen pixels, above 0
 * @param zoom screen pixels per image column; a row is {@code zoom * aspect} high
 * @param centre image point in the middle of the viewport
 * @param quarterTurns clockwise turns of 90 degrees, 0 to 3
 * @param mirrored whether left and right of the image are exchanged before it is turned
 */
public record ViewTransform(
        int imageWidth,
        int imageHeight,
        double aspect,
        double viewWidth,
        double viewHeight,
        double zoom,
        Point centre,
        int quarterTurns,
        boolean mirrored) {
    private static final double MOST_ZOOM = 64;

    public ViewTransform {
        if (imageWidth < 1 || imageHeight < 1 || !(aspect > 0) || !(viewWidth > 0) || !(viewHeight > 0)) {
            throw new IllegalArgumentException("no such view: " + imageWidth + "x" + imageHeight + " pixels of aspect "
                    + aspect + " on " + viewWidth + "x" + viewHeight);
        }
        if (!(zoom > 0) || quarterTurns < 0 || quarterTurns > 3) {
            throw new IllegalArgumentException("no such view: zoom " + zoom + ", turns " + quarterTurns);
        }
        centre = new Point(within(centre.x(), imageWidth), within(centre.y(), imageHeight));
    }

    /** The whole image, as large as it goes, in the middle of a viewport. */
    public static ViewTransform fitting(SourceImage image, double viewWidth, double viewHeight) {
        return new ViewTransform(
                        image.width(),
                        image.height(),
                        image.aspect(),
                        viewWidth,
                        viewHeight,
                        1,
                        new Point(0, 0),
                        0,
                        false)
                .fit();
    }

    /** Screen place of an image point. */
    public Point toScreen(Point image) {
        double x = (image.x() - centre.x()) * zoom * (mirrored ? -1 : 1);
        double y = (image.y() - centre.y()) * zoom * aspect;
        Point turned = turned(x, y, quarterTurns);
        return new Point(turned.x() + viewWidth / 2, turned.y() + viewHeight / 2);
    }

    /** Image point at a screen place; may lie outside the image. */
    public Point toImage(Point screen) {
        Point back = turned(screen.x() - viewWidth / 2, screen.y() - viewHeight / 2, (4 - quarterTurns) % 4);
        double x = back.x() / zoom * (mirrored ? -1 : 1);
        return new Point(centre.x() + x, centre.y() + back.y() / (zoom * aspect));
    }

    /** Whole image visible and centred; orientation kept. */
    public ViewTransform fit() {
        return with(fitZoom(), new Point(imageWidth / 2.0, imageHeight / 2.0));
    }

    /** One image column per screen pixel, the middle kept. */
    public ViewTransform actualSize() {
        return with(1, centre);
    }

    /** Zoomed by {@code factor} while the image point at {@code screen} stays where it is. */
    public ViewTransform zoomedAbout(Point screen, double factor) {
        double fit = fitZoom();
        double target = Math.max(Math.min(fit, 1) / 4, Math.min(Math.max(MOST_ZOOM, 2 * fit), zoom * factor));
        Point fixed = toImage(screen);
        ViewTransform zoomed = with(target, centre);
        Point now = zoomed.toImage(screen);
        return with(target, new Point(centre.x() + fixed.x() - now.x(), centre.y() + fixed.y() - now.y()));
    }

    /** Moved by screen pixels, the image following the pointer. */
    public ViewTransform panned(double dx, double dy) {
        return with(zoom, toImage(new Point(viewWidth / 2 - dx, viewHeight / 2 - dy)));
    }

    /** Turned about the middle of the viewport by quarter turns, clockwise where positive. */
    public ViewTransform turnedBy(int turns) {
        return oriented(Math.floorMod(quarterTurns + turns, 4), mirrored);
    }

    /** Left and right of the screen exchanged. */
    public ViewTransform flippedHorizontally() {
        return oriented(Math.floorMod(-quarterTurns, 4), !mirrored);
    }

    /** Top and bottom of the screen exchanged. */
    public ViewTransform flippedVertically() {
        return oriented(Math.floorMod(2 - quarterTurns, 4), !mirrored);
    }

    /** The same place in a viewport of another size. */
    public ViewTransform resized(double width, double height) {
        return new ViewTransform(imageWidth, imageHeight, aspect, width, height, zoom, centre, quarterTurns, mirrored);
    }

    /** Whether image rows run along screen columns. */
    public boolean sideways() {
        return quarterTurns % 2 == 1;
    }

    private double fitZoom() {
        double height = imageHeight * aspect;
        return sideways()
                ? Math.min(viewHeight / imageWidth, viewWidth / height)
                : Math.min(viewWidth / imageWidth, viewHeight / height);
    }

    private ViewTransform with(double newZoom, Point newCentre) {
        return new ViewTransform(
                imageWidth, imageHeight, aspect, viewWidth, viewHeight, newZoom, newCentre, quarterTurns, mirrored);
    }

    private ViewTransform oriented(int turns, boolean mirror) {
        return new ViewTransform(imageWidth, imageHeight, aspect, viewWidth, viewHeight, zoom, centre, turns, mirror);
    }

    private static Point turned(double x, double y, int turns) {
        return switch (turns) {
            case 1 -> new Point(-y, x);
            case 2 -> new Point(-x, -y);
            case 3 -> new Point(y, -x);
            default -> new Point(x, y);
        };
    }

    private static double within(double value, double size) {
        return Double.isFinite(value) ? Math.max(0, Math.min(size, value)) : size / 2;
    }
}
