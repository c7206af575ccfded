package org.nlcen.app.library;

import org.nlcen.dicom.Overlay;

/**
 * A drawing stored with an image.
 *
 * @param label what the file calls it
 * @param width of the image, pixels
 * @param points its pixels as positions in row order, rising
 */
public record StoredOverlay(String label, int width, int[] points) {

    static StoredOverlay of(Overlay overlay) {
        int[] points = new int[overlay.mask().area()];
        int count = overlay.mask().width() * overlay.mask().height();
        int found = 0;
        for (int i = 0; i < count; i++) {
            if (overlay.mask().get(i)) {
                points[found++] = i;
            }
        }
        return new StoredOverlay(overlay.label(), overlay.mask().width(), points);
    }

    // never compared point by point
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
