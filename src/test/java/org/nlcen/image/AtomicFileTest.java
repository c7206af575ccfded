package org.nlcen.image;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFailureLeavesTheOldFileAndNamesTheNewOne() throws IOException {
        Path file = folder.resolve("mask.png");
        AtomicFile.text(file, "old");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": No space left on device");
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("mask.png");
    }

    @Test
    void aMissingFolderIsNamedAndNotTheDraft() {
        Path file = folder.resolve("gone").resolve("mask.png");
        assertThatThrownBy(() -> AtomicFile.text(file, "new"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(folder.resolve("gone").toString());
    }

    @Test
    void aWriterMayCloseItsStream() throws IOException {
        Path file = folder.resolve("closed");
        AtomicFile.write(file, out -> {
            out.write('a');
            out.close();
        });
        assertThat(file).hasContent("a");
    }

    @Test
    void ownFailuresPassUnchanged() {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("x"), out -> {
                    throw new ImageReadException(folder, ImageReadException.Reason.BROKEN, "own words");
                }))
                .isInstanceOf(ImageReadException.class)
                .hasMessageContaining("own words");
        assertThat(Files.exists(folder.resolve("x"))).isFalse();
    }
}
