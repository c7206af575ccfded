package org.nlcen.app.base;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SaveDialogTest {
    private static final List<String> PICTURES = List.of(".png", ".tif", ".tiff");

    @Test
    void aNameKeepsAnEndingThatAReaderKnows() {
        assertThat(ending("scan.png")).isEqualTo("scan.png");
        assertThat(ending("scan.TIFF")).isEqualTo("scan.TIFF");
    }

    @Test
    void anyOtherNameGetsTheChosenEndingEvenWithADotInIt() {
        assertThat(ending("scan")).isEqualTo("scan.png");
        assertThat(ending("Scan of 2024.05")).isEqualTo("Scan of 2024.05.png");
        assertThat(ending("scan.jpg")).isEqualTo("scan.jpg.png");
    }

    private static String ending(String name) {
        Path whole = SaveDialog.withEnding(Path.of("folder", name), PICTURES, ".png");
        assertThat(whole.getParent()).isEqualTo(Path.of("folder"));
        return whole.getFileName().toString();
    }
}
