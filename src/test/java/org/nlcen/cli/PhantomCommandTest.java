package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.RasterFiles;
import org.nlcen.image.SourceImage;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;

import static org.assertj.core.api.Assertions.assertThat;

class PhantomCommandTest {
    @TempDir
    private Path folder;

    @Test
    void chestFillsTheRangeOfA16BitPngAndKeepsItsMask() throws IOException {
        assertThat(Main.run("phantom", "--kind", "chest", "--seed", "7", "-o", folder.toString()))
                .isZero();

        Phantom drawn = ChestPhantom.of(7);
        SourceImage written = RasterFiles.read(folder.resolve("image.png"));
        for (int i = 0; i < 1024; i += 93) {
            assertThat(written.pixels().value(i, 512, 0))
                    .isEqualTo(16 * drawn.image().pixels().value(i, 512, 0));
        }
        assertThat(RasterFiles.readMask(folder.resolve("mask.png"))).isEqualTo(drawn.mask());
    }

    @Test
    void skinIsAColourPicture() throws IOException {
        assertThat(Main.run(
                        "phantom",
                        "--kind=skin",
                        "-o",
                        folder.resolve("new/folder").toString()))
                .isZero();

        assertThat(RasterFiles.read(folder.resolve("new/folder/image.png")).colour())
                .isTrue();
        assertThat(folder.resolve("new/folder/mask.png")).isNotEmptyFile();
    }

    @Test
    void anUnknownKindIsAUsageErrorAndAFileInTheWayAFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));

        assertThat(Main.run("phantom", "--kind=heart", "-o", folder.toString())).isEqualTo(2);
        assertThat(Main.run("phantom", "-o", file.toString())).isEqualTo(1);
    }
}
