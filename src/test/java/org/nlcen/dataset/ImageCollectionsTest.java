package org.nlcen.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImageCollectionsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void makeACollection() throws IOException {
        Files.createDirectories(folder.resolve("images"));
        Files.createDirectories(folder.resolve("masks"));
        Files.writeString(folder.resolve("split.csv"), "name,scr_fold,class\nb,odd,x\na,odd,x\nc,even,x\n");
        for (String name : new String[] {"a", "b", "c"}) {
            byte[] grey = new byte[256 * 256];
            grey[5] = (byte) 200;
            RasterFiles.writePng(folder.resolve("images/" + name + ".png"), PixelBlock.ofBytes(256, 256, 1, grey));
            boolean[] mask = new boolean[256 * 256];
            mask[7] = true;
            RasterFiles.writePng(folder.resolve("masks/" + name + ".png"), Mask.of(256, 256, mask));
        }
    }

    @Test
    void aFoldIsSortedAndReadLevelForLevel() throws IOException {
        var files = ImageCollections.jsrt(folder, ImageCollections.Fold.ODD);

        assertThat(files).extracting(SampleFile::name).containsExactly("a", "b");
        Sample sample = files.get(0).read();
        assertThat(sample.input().values()[5]).isEqualTo(200);
        assertThat(sample.truth().get(7)).isTrue();
        assertThat(sample.truth().area()).isEqualTo(1);
    }

    @Test
    void whatIsMissingOrDamagedIsNamed() throws IOException {
        Files.delete(folder.resolve("masks/c.png"));
        Files.writeString(folder.resolve("images/a.png"), "no picture");

        assertThatThrownBy(() -> ImageCollections.jsrt(folder, ImageCollections.Fold.EVEN)
                        .get(0)
                        .read())
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(folder.resolve("masks/c.png").toString());
        assertThatThrownBy(() -> ImageCollections.read(ImageCollections.jsrt(folder, ImageCollections.Fold.ODD)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(folder.resolve("images/a.png").toString());
        assertThatThrownBy(() -> ImageCollections.jsrt(folder.resolve("images"), ImageCollections.Fold.ODD))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("split.csv is missing");
        Files.writeString(folder.resolve("split.csv"), "id\nx\n");
        assertThatThrownBy(() -> ImageCollections.jsrt(folder, ImageCollections.Fold.ODD))
                .hasMessageContaining("scr_fold");
    }

    @Test
    void pairsAreFoundByName() throws IOException {
        Files.move(folder.resolve("masks/a.png"), folder.resolve("masks/a_mask.png"));
        Files.delete(folder.resolve("masks/b.png"));

        assertThat(ImageCollections.pairs(folder, SampleFile.Preparation.GREY))
                .extracting(SampleFile::name)
                .containsExactly("a", "c");
    }
}
