package org.nlcen.image;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/**
 * Listens for a decoder that met damage and went on with made-up pixels, as JPEG decoders do with a file cut off.
 * Stray bytes between markers are no damage: the pixels around them are whole.
 */
final class Damage implements IIOReadWarningListener {
    private String message = "";

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        boolean lost = warning.contains("Premature end") || warning.contains("Corrupt JPEG data");
        if (lost && !warning.contains("extraneous bytes")) {
            message = warning;
        }
    }

    boolean found() {
        return !message.isEmpty();
    }

    String message() {
        return message;
    }
}
