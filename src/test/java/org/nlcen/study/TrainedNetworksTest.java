package org.nlcen.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.dataset.ImageCollections;
import org.nlcen.dataset.Sample;
import org.nlcen.image.Mask;
import org.nlcen.image.Masks;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.RasterFiles;
import org.nlcen.metric.Overlap;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The weights that are shipped, on real and on synthetic pictures. */
class TrainedNetworksTest {
    private static final Path JSRT = Path.of("..", "shared", "data", "jsrt");
    private static final ModelCatalog CATALOG = ModelCatalog.load(Path.of("models"));

    private static Sample evenFold(int index) throws IOException {
        assumeTrue(Files.isDirectory(JSRT), "the JSRT images are not beside the project");
        return ImageCollections.jsrt(JSRT, ImageCollections.Fold.EVEN)
                .get(index)
                .read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nlcen-lung", "unet-lung"})
    void findTheLungsOfAnImageTheyWereNotTrainedOn(String id) throws IOException {
        Sample sample = evenFold(10);
        try (Segmenter segmenter = CATALOG.open(id)) {
            assertThat(Overlap.of(segmenter.segment(sample.input()).mask(), sample.truth())
                            .dic())
                    .isGreaterThanOrEqualTo(0.95);
        }
    }

    @Test
    void theAttackLowersTheUNetsDice() throws IOException {
        Sample sample = evenFold(10);
        try (Segmenter segmenter = CATALOG.open("unet-lung")) {
            List<ImageStudy.Row> rows = ImageStudy.of(sample, segmenter, new double[] {0, 16}, AttackReading.PAPER);

            assertThat(rows.get(0).overlap().dic()).isGreaterThanOrEqualTo(0.95);
            assertThat(rows.get(1).overlap().dic())
                    .isLessThan(rows.get(0).overlap().dic() - 0.05);
            assertThat(rows.get(1).linf()).isLessThanOrEqualTo(16);
        }
    }

    /** The same chest at full size, as a user opens it, must give the mask its prepared copy gives. */
    @Test
    void aFullSizeRadiographGivesTheMaskOfItsPreparedCopy() throws IOException {
        Path full = JSRT.resolve("full");
        assumeTrue(Files.isDirectory(full), "the JSRT images are not beside the project");
        try (Segmenter segmenter = CATALOG.open("nlcen-lung")) {
            var image = RasterFiles.read(full.resolve("JPCLN006.png"));
            var input = NetworkInputs.of(image, false);
            Segmentation answer = segmenter.segment(input);
            Mask atFullSize = Masks.toSource(answer.foreground(), input.geometry());

            assertThat(atFullSize.width()).isEqualTo(image.width());
            Mask truth = Masks.toNetwork(RasterFiles.readMask(full.resolve("JPCLN006_mask.png")));
            assertThat(Overlap.of(Masks.toNetwork(atFullSize), truth).dic()).isGreaterThanOrEqualTo(0.95);
        }
    }
}
