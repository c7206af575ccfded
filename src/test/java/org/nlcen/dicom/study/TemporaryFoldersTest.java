package org.nlcen.dicom.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class TemporaryFoldersTest {
    @Test
    void everythingInAFolderGoesAndWhatALinkPointsToStays(@TempDir Path outside) throws IOException {
        Path kept = Files.writeString(outside.resolve("kept"), "of the user");
        Path folder = TemporaryFolders.create();
        Files.createDirectories(folder.resolve("engine/pytorch"));
        Files.writeString(folder.resolve("engine/pytorch/library"), "code");
        Files.createSymbolicLink(folder.resolve("link"), outside);

        TemporaryFolders.delete(folder);

        assertThat(folder).doesNotExist();
        assertThat(kept).hasContent("of the user");
    }

    @Test
    void anAdoptedFolderGoesWithTheOthersAtTheEnd() throws IOException {
        Path own = TemporaryFolders.create();
        Path adopted = Files.createTempDirectory("nlcen-viewer-1-");
        Files.writeString(adopted.resolve("log"), "a line");
        TemporaryFolders.adopt(adopted);

        TemporaryFolders.deleteAll();

        assertThat(own).doesNotExist();
        assertThat(adopted).doesNotExist();
    }

    @Test
    void aFileInAFolderIsHeldUntilTheFolderIsDeleted(@TempDir Path outside) throws IOException {
        Path folder = TemporaryFolders.create();
        assertThat(TemporaryFolders.holds(folder.resolve("1"))).isTrue();
        assertThat(TemporaryFolders.holds(outside.resolve("1"))).isFalse();
        TemporaryFolders.delete(folder);
        assertThat(TemporaryFolders.holds(folder.resolve("1"))).isFalse();
    }

    @Test
    void whatIsToBeBroughtBackOutlivesTheNextStartAndIsThenItsOwn(@TempDir Path place) throws IOException {
        String before = System.setProperty("java.io.tmpdir", place.toString());
        try {
            // no system gives a process such a number
            Path needed = Files.createDirectory(place.resolve("nlcen-viewer-2000000000-a"));
            Path image = Files.writeString(needed.resolve("1"), "an image");
            Path other = Files.createDirectory(place.resolve("nlcen-viewer-2000000000-b"));

            TemporaryFolders.sweep(Set.of(image));
            assertThat(image).exists();
            assertThat(other).doesNotExist();

            TemporaryFolders.adoptHolding(place.resolve("picture.png"));
            assertThat(TemporaryFolders.holds(place.resolve("picture.png"))).isFalse();
            TemporaryFolders.adoptHolding(image);
            assertThat(TemporaryFolders.holds(image)).isTrue();
            TemporaryFolders.deleteAll();
            assertThat(needed).doesNotExist();
        } finally {
            System.setProperty("java.io.tmpdir", before);
        }
    }
}
