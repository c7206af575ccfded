package org.nlcen.app.curves;

import java.util.Optional;

import org.nlcen.app.base.Texts;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.model.Task;

/**
 * What the numbers speak of.
 *
 * @param scale how large the pixels are
 * @param lungs whether the networks look for lungs, whose two sides are then told apart
 */
record Subject(Scale scale, boolean lungs) {

    /** @param image null where none is open */
    static Subject of(OpenedImage image) {
        return image == null
                ? new Subject(new Scale(Optional.empty()), false)
                : new Subject(Scale.of(image.source()), image.task() == Task.LUNG);
    }

    /** What must be known to read the numbers, as sentences. */
    String explained(Texts texts) {
        String known = texts.get("numbers.scale."
                + scale.spacing().map(spacing -> spacing.source().name()).orElse("none"));
        return lungs ? known + "\n" + texts.get("numbers.sides") : known;
    }
}
