package org.nlcen.app.dicom;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;

import org.nlcen.image.PixelBlock;

/**
 * Panes side by side as they are on the screen, without the scroll bars, which only serve to steer them. What is scrolled out
 * of sight to the side is in the picture where the part that scrolls is marked with {@link #WHOLE}.
 */
final class PanesPicture {
    /** Style class of scroll panes whose whole width belongs into the picture. */
    static final String WHOLE = "whole-in-pictures";

    private final List<WritableImage> pictures = new ArrayList<>();
    private final int width;
    private final int height;

    /** @param panes from left to right, all in one scene; they stand on a common ground line */
    PanesPicture(List<Node> panes) {
        for (Node pane : panes) {
            List<Node> bars = List.copyOf(pane.lookupAll(".scroll-bar"));
            bars.forEach(bar -> bar.setOpacity(0));
            pictures.add(whole(pane));
            bars.forEach(bar -> bar.setOpacity(1));
        }
        width = pictures.stream().mapToInt(picture -> (int) picture.getWidth()).sum();
        height = pictures.stream()
                .mapToInt(picture -> (int) picture.getHeight())
                .max()
                .orElse(0);
    }

    private static WritableImage whole(Node pane) {
        double hidden = 0;
        double bar = 0;
        for (Node found : pane.lookupAll("." + WHOLE)) {
            ScrollPane scroll = (ScrollPane) found;
            double beyond = ((Region) scroll.getContent()).getWidth()
                    - scroll.getViewportBounds().getWidth();
            if (scroll.isVisible() && beyond > hidden) {
                hidden = beyond;
                // without its bar the content would grow, and its pictures would be drawn only later
                bar = scroll.lookupAll(".scroll-bar").stream()
                        .map(ScrollBar.class::cast)
                        .filter(node -> node.isVisible() && node.getOrientation() == Orientation.HORIZONTAL)
                        .mapToDouble(ScrollBar::getHeight)
                        .max()
                        .orElse(0);
            }
        }
        if (hidden == 0) {
            return pane.snapshot(null, null);
        }
        Region region = (Region) pane;
        double width = region.getWidth();
        double height = region.getHeight();
        boolean managed = region.isManaged();
        region.setManaged(false); // what it stands in would give it its old size back
        region.resize(Math.ceil(width + hidden), height - bar);
        region.layout();
        WritableImage picture = region.snapshot(null, null);
        region.resize(width, height);
        region.setManaged(managed);
        region.layout();
        return picture;
    }

    int width() {
        return width;
    }

    /** The picture with a strip of the same width below it. */
    PixelBlock above(WritableImage strip) {
        int whole = height + (int) strip.getHeight();
        byte[] rgb = new byte[3 * width * whole];
        int x = 0;
        for (WritableImage picture : pictures) {
            copy(picture, rgb, x, height - (int) picture.getHeight());
            x += (int) picture.getWidth();
        }
        copy(strip, rgb, 0, height);
        return PixelBlock.ofBytes(width, whole, 3, rgb);
    }

    private void copy(WritableImage picture, byte[] rgb, int left, int top) {
        int rows = (int) picture.getHeight();
        int columns = Math.min((int) picture.getWidth(), width - left);
        int[] argb = new int[rows * columns];
        picture.getPixelReader().getPixels(0, 0, columns, rows, PixelFormat.getIntArgbInstance(), argb, 0, columns);
        for (int i = 0; i < argb.length; i++) {
            int at = 3 * ((top + i / columns) * width + left + i % columns);
            rgb[at] = (byte) (argb[i] >> 16);
            rgb[at + 1] = (byte) (argb[i] >> 8);
            rgb[at + 2] = (byte) argb[i];
        }
    }
}
