package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nlcen.app.base.Texts;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;

import static org.assertj.core.api.Assertions.assertThat;

class ShownNamesTest {
    private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);
    private static final Texts GERMAN = Texts.of(Locale.GERMAN);

    private static SourceImage image(String name, int samples, Optional<Path> file, String format) {
        PixelBlock pixels = PixelBlock.ofBytes(1, 1, samples, new byte[samples]);
        return SourceImage.plain(name, pixels, new SourceImage.Origin(file, format, 0, 1));
    }

    @Test
    void phantomsAreNamedInTheWindowsLanguage() {
        SourceImage chest = image("Chest phantom 3", 1, Optional.empty(), "phantom");
        SourceImage skin = image("Skin phantom 14", 3, Optional.empty(), "phantom");
        assertThat(ShownNames.of(chest, false, ENGLISH)).isEqualTo("Chest phantom 3");
        assertThat(ShownNames.of(chest, true, GERMAN)).isEqualTo("Thoraxphantom 3");
        assertThat(ShownNames.of(skin, false, GERMAN)).isEqualTo("Hautphantom 14");
        assertThat(ShownNames.format(chest, GERMAN)).isEqualTo("Phantom");
    }

    @Test
    void filesKeepTheirNamesUnlessHidden() {
        SourceImage file = image("Chest phantom 3.png", 1, Optional.of(Path.of("Chest phantom 3.png")), "PNG");
        assertThat(ShownNames.of(file, false, GERMAN)).isEqualTo("Chest phantom 3.png");
        assertThat(ShownNames.of(file, true, GERMAN)).isEqualTo("PNG-Bild");
        assertThat(ShownNames.format(file, GERMAN)).isEqualTo("PNG");
    }
}
