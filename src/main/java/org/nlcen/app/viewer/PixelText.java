package org.nlcen.app.viewer;

import org.nlcen.app.base.Texts;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;

/** What is told of one pixel. */
public final class PixelText {
    private PixelText() {}

    /** Column and row, from 0. */
    public static String place(Texts texts, int x, int y) {
        return texts.get("source.place", String.valueOf(x), String.valueOf(y));
    }

    /** The value as stored and, where it differs, as the modality means it with its unit; three values of a colour. */
    public static String value(Texts texts, SourceImage source, int x, int y) {
        PixelBlock pixels = source.pixels();
        if (source.colour()) {
            return pixels.value(x, y, 0) + " / " + pixels.value(x, y, 1) + " / " + pixels.value(x, y, 2);
        }
        int stored = pixels.value(x, y, 0);
        if (source.padding().filter(padding -> padding.contains(stored)).isPresent()) {
            return texts.get("source.padding", texts.number(stored, 0));
        }
        double modality = source.modality().apply(stored);
        String unit = source.modality().unit().isEmpty()
                ? ""
                : " " + source.modality().unit();
        return modality == stored
                ? texts.number(stored, 0) + unit
                : texts.number(stored, 0) + " → " + texts.number(modality, 1) + unit;
    }
}
