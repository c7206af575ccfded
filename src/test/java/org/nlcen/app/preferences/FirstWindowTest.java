package org.nlcen.app.preferences;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.nlcen.image.VoiTransform;
import org.nlcen.image.VoiTransform.Function;
import org.nlcen.image.VoiTransform.Window;

import static org.assertj.core.api.Assertions.assertThat;

class FirstWindowTest {
    private static final VoiTransform FILE = new Window("BONE", 500, 2000, Function.LINEAR);
    private static final VoiTransform AUTOMATIC = new Window("Automatic", 50, 90, Function.LINEAR);
    private static final VoiTransform FULL = new Window("Full range", 128, 256, Function.LINEAR);
    private static final List<VoiTransform> ALL = List.of(FILE, AUTOMATIC, FULL);

    @Test
    void theChosenWindowComesFirstAndTheOthersKeepTheirOrder() {
        assertThat(FirstWindow.order(ALL, "file")).containsExactly(FILE, AUTOMATIC, FULL);
        assertThat(FirstWindow.order(ALL, "automatic")).containsExactly(AUTOMATIC, FILE, FULL);
        assertThat(FirstWindow.order(ALL, "full")).containsExactly(FULL, FILE, AUTOMATIC);
        assertThat(FirstWindow.order(List.of(FILE), "full")).containsExactly(FILE);
    }
}
