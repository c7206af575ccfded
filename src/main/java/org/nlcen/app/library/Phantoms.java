package org.nlcen.app.library;

import java.util.Optional;

import org.nlcen.app.base.Texts;
import org.nlcen.image.SourceImage;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.image.phantom.SkinPhantom;

/** Synthetic images with their exact masks. */
public final class Phantoms {
    private Phantoms() {}

    /**
     * Which phantom an image is.
     *
     * @param skin dermoscopy, else a chest radiograph
     * @param seed it was made from
     */
    public record Identity(boolean skin, long seed) {
        private static final String SKIN = "skin";

        /** @param kind as {@link #kind} gives it */
        public static Identity of(String kind, long seed) {
            return new Identity(SKIN.equals(kind), seed);
        }

        /** "chest" or "skin". */
        public String kind() {
            return skin ? SKIN : "chest";
        }

        /** What the window calls it. */
        public String name(Texts texts) {
            return texts.get("phantom." + kind(), String.valueOf(seed));
        }
    }

    /** Takes about a second. */
    public static OpenedImage open(Identity wanted) {
        Phantom phantom = wanted.skin() ? SkinPhantom.of(wanted.seed()) : ChestPhantom.of(wanted.seed());
        return ImageOpener.phantom(phantom.image(), phantom.mask());
    }

    /** Which phantom this is; empty for an image from a file. */
    public static Optional<Identity> of(SourceImage image) {
        if (image.origin().file().isPresent()) {
            return Optional.empty();
        }
        String seed = image.name().replaceAll("\\D+", "");
        return Optional.of(new Identity(image.colour(), seed.isEmpty() ? 0 : Long.parseLong(seed)));
    }
}
