package org.nlcen.app.library;

import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.image.phantom.SkinPhantom;

/** Synthetic images with their exact masks. */
public final class Phantoms {
    private Phantoms() {}

    /**
     * Takes about a second.
     *
     * @param skin dermoscopy, else a chest radiograph
     */
    public static OpenedImage open(boolean skin, long seed) {
        Phantom phantom = skin ? SkinPhantom.of(seed) : ChestPhantom.of(seed);
        return ImageOpener.phantom(phantom.image(), phantom.mask());
    }
}
