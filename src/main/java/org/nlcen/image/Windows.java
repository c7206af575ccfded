package org.nlcen.image;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

/** Windows worked out from a picture's values, beside those its file brings. */
public final class Windows {
    private static final double LOW_PERCENT = 0.5;
    private static final double HIGH_PERCENT = 99.5;

    private Windows() {}

    /** From the 0.5th to the 99.5th percentile of the modality values, padding left out. */
    public static Window automatic(SourceImage image) {
        return between("Automatic", Histogram.of(image), LOW_PERCENT, HIGH_PERCENT);
    }

    /** As {@link #automatic(SourceImage)} for the values in a rectangle; an empty one counts as the whole picture. */
    public static Window automatic(SourceImage image, int left, int top, int right, int bottom) {
        Histogram part = Histogram.of(image, left, top, right, bottom);
        return part.total() == 0 ? automatic(image) : between("Region", part, LOW_PERCENT, HIGH_PERCENT);
    }

    /** From the smallest to the largest modality value, padding left out. */
    public static Window fullRange(SourceImage image) {
        return between("Full range", Histogram.of(image), 0, 100);
    }

    /**
     * What a list offers, the first one for the first look: the file's own windows; for values within 0..255 the
     * picture as stored; the automatic window and the full range.
     */
    public static List<VoiTransform> presets(SourceImage image) {
        List<VoiTransform> presets = new ArrayList<>(image.presets());
        boolean bytes = image.pixels().minimum() >= 0 && image.pixels().maximum() <= 255;
        if (bytes && image.modality().equals(ModalityTransform.IDENTITY)) {
            presets.add(new Window("As stored", 128, 256, Function.LINEAR));
        }
        presets.add(automatic(image));
        presets.add(fullRange(image));
        return List.copyOf(presets);
    }

    private static Window between(String name, Histogram histogram, double lowPercent, double highPercent) {
        if (histogram.total() == 0) {
            return new Window(name, 128, 256, Function.LINEAR);
        }
        return between(name, histogram.percentile(lowPercent), histogram.percentile(highPercent));
    }

    /** The window that shows {@code low} black and {@code high} white, in the form clinicians know (256 / 128). */
    static Window between(String name, double low, double high) {
        double range = high - low;
        // LINEAR counts whole steps: on ranges below one it would show widths larger than the range itself
        return range > 0 && range < 1
                ? new Window(name, (low + high) / 2, range, Function.LINEAR_EXACT)
                : new Window(name, (low + high + 1) / 2, range + 1, Function.LINEAR);
    }
}
