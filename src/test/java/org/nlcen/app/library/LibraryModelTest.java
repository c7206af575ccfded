package org.nlcen.app.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.model.Task;

import static org.assertj.core.api.Assertions.assertThat;

class LibraryModelTest {
    private final List<Runnable> reading = new ArrayList<>();
    private final LibraryModel library = new LibraryModel(reading::add, Runnable::run, new RecentFiles(List.of()));

    @TempDir
    Path folder;

    private Path image(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] grey = new byte[64 * 64];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) i;
        }
        RasterFiles.writePng(file, PixelBlock.ofBytes(64, 64, 1, grey));
        return file;
    }

    private void read() {
        List.copyOf(reading).forEach(Runnable::run);
        reading.clear();
    }

    @Test
    void anImageIsOpenedWithTheMaskThatLiesBesideIt() throws IOException {
        Path file = image("JPCLN001.png");
        boolean[] half = new boolean[32 * 32];
        Arrays.fill(half, 0, half.length / 2, true);
        RasterFiles.writePng(folder.resolve("JPCLN001_mask.png"), Mask.of(32, 32, half));
        library.open(List.of(file));
        assertThat(library.readingProperty().get()).contains("JPCLN001.png");
        read();

        assertThat(library.readingProperty().get()).isEmpty();
        assertThat(library.image().task()).isEqualTo(Task.LUNG);
        assertThat(library.image().truth().orElseThrow().onNetwork().area()).isEqualTo(256 * 128);
        assertThat(library.recent().files()).containsExactly(file.toAbsolutePath());
    }

    @Test
    void whatCannotBeReadLeavesTheImageAndNamesTheFile() throws IOException {
        library.open(List.of(image("good.png")));
        read();
        library.open(List.of(Files.writeString(folder.resolve("bad.png"), "no picture")));
        read();
        assertThat(library.image().source().name()).isEqualTo("good.png");
        assertThat(library.failureProperty().get().orElseThrow().sentence()).contains("bad.png");
        assertThat(library.recent().files()).hasSize(1);
        library.open(List.of(image("better.png")));
        assertThat(library.failureProperty().get())
                .as("forgotten with the next wish")
                .isEmpty();
    }

    @Test
    void aFolderBecomesAListWithAReasonForEveryFileLeftOut() throws IOException {
        image("a.png");
        image("b.png");
        Files.writeString(folder.resolve("letter.txt"), "no picture");
        library.open(List.of(folder));
        read();
        CollectionModel list = library.collection();
        assertThat(library.image().source().name()).isEqualTo("a.png");
        assertThat(list.openedProperty().get()).isEqualTo(2);
        assertThat(list.skipped()).singleElement().satisfies(skipped -> assertThat(skipped.sentence())
                .isEqualTo("letter.txt: this is neither a DICOM file nor a picture."));
        assertThat(list.worthShowing()).isTrue();
        assertThat(library.recent().files()).containsExactly(folder.toAbsolutePath());

        library.step(-1);
        assertThat(reading).as("there is none before the first").isEmpty();
        library.step(1);
        read();
        assertThat(library.image().source().name()).isEqualTo("b.png");
        assertThat(list.currentProperty().get().orElseThrow().name()).isEqualTo("b.png");

        library.open(List.of(image("c.png")));
        read();
        assertThat(list.worthShowing()).as("a single image needs no list").isFalse();
    }

    @Test
    void whatProvesDamagedLaterMovesToThoseLeftOut() throws IOException {
        image("a.png");
        Path cut = image("b.png");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 60));
        library.open(List.of(folder));
        read();
        library.step(1);
        read();
        assertThat(library.image().source().name()).isEqualTo("a.png");
        assertThat(library.failureProperty().get().orElseThrow().name()).isEqualTo("b.png");
        assertThat(library.collection().openedProperty().get()).isEqualTo(1);
        assertThat(library.collection().skipped()).hasSize(1);
    }

    @Test
    void whileNamesAreHiddenNoFileIsRemembered() throws IOException {
        library.recent().pausedProperty().set(true);
        library.open(List.of(image("Doe_Jane.png")));
        read();
        assertThat(library.image()).isNotNull();
        assertThat(library.recent().files()).isEmpty();
    }

    @Test
    void theLatestWishWins() throws IOException {
        library.open(List.of(image("slow.png")));
        library.open(List.of(image("quick.png")));
        List<Runnable> both = List.copyOf(reading);
        both.get(1).run();
        both.get(0).run();
        assertThat(library.image().source().name()).isEqualTo("quick.png");
    }

    @Test
    void masksAreFoundByTheHabitsOfCollections() throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        Path masks = Files.createDirectories(folder.resolve("masks"));
        Path jsrt = Files.writeString(masks.resolve("A.png"), "");
        Path isic = Files.writeString(masks.resolve("B_segmentation.png"), "");
        assertThat(TruthFinder.find(images.resolve("A.png"))).contains(jsrt.toAbsolutePath());
        assertThat(TruthFinder.find(images.resolve("B.jpg"))).contains(isic.toAbsolutePath());
        assertThat(TruthFinder.find(images.resolve("C.png"))).isEmpty();
        assertThat(TruthFinder.find(masks.resolve("A.png")))
                .as("a mask is no image of its own")
                .isEmpty();
    }

    @Test
    void recentFilesAreKeptOnceTheLatestFirst() {
        RecentFiles recent = new RecentFiles(List.of(Path.of("a"), Path.of("b")));
        recent.add(Path.of("b"));
        assertThat(recent.files()).containsExactly(Path.of("b"), Path.of("a"));
        for (int i = 0; i < 20; i++) {
            recent.add(Path.of("file" + i));
        }
        assertThat(recent.files()).hasSize(RecentFiles.MOST).startsWith(Path.of("file19"));
    }
}
