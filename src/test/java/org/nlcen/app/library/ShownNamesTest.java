package org.nlcen.app.library;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
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
    void whyAFileWasNotWrittenNamesItOnlyWhileNamesAreShown() {
        String path = "/home/me/Doe/report.pdf";
        Exception gone = new NoSuchFileException(path);
        assertThat(ShownNames.of(gone, false, ENGLISH)).isEqualTo(path);
        String untold = "the reason names the file and is not shown while patient data are hidden";
        assertThat(ShownNames.of(gone, true, ENGLISH)).isEqualTo(untold);
        assertThat(ShownNames.of(new FileNotFoundException("Doe.pdf (Permission denied)"), true, ENGLISH))
                .isEqualTo(untold);
        assertThat(ShownNames.of(new IOException("cannot write " + path), true, ENGLISH))
                .isEqualTo(untold);
        assertThat(ShownNames.of(new AccessDeniedException(path), true, GERMAN))
                .isEqualTo("dort darf nicht geschrieben werden");
        String full = "No space left on device";
        assertThat(ShownNames.of(new FileSystemException(path, null, full), true, ENGLISH))
                .isEqualTo(full);
        assertThat(ShownNames.of(new IOException(full), true, ENGLISH)).isEqualTo(full);
    }

    @Test
    void filesKeepTheirNamesUnlessHidden() {
        SourceImage file = image("Chest phantom 3.png", 1, Optional.of(Path.of("Chest phantom 3.png")), "PNG");
        assertThat(ShownNames.of(file, false, GERMAN)).isEqualTo("Chest phantom 3.png");
        assertThat(ShownNames.of(file, true, GERMAN)).isEqualTo("PNG-Bild");
        assertThat(ShownNames.format(file, GERMAN)).isEqualTo("PNG");
    }
}
