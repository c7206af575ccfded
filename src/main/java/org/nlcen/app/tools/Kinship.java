package org.nlcen.app.tools;

import java.util.Optional;

import org.nlcen.app.library.OpenedImage;
import org.nlcen.image.SourceImage;

/** Whether two images are looked at in the same way, one after the other. */
final class Kinship {
    private static final int SERIES_INSTANCE_UID = 0x0020000E;

    private Kinship() {}

    /** One picture, frames of one file, or images of one series and size. */
    static boolean sameSeries(OpenedImage a, OpenedImage b) {
        SourceImage one = a.source();
        SourceImage other = b.source();
        if (one == other
                || one.origin().file().isPresent()
                        && one.origin().file().equals(other.origin().file())) {
            return true;
        }
        boolean sameSize = one.width() == other.width() && one.height() == other.height();
        return sameSize && series(a).isPresent() && series(a).equals(series(b));
    }

    private static Optional<String> series(OpenedImage image) {
        return image.frames().header().flatMap(header -> header.text(SERIES_INSTANCE_UID));
    }
}
