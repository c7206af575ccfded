package org.nlcen.app.curves;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nlcen.app.attack.Outcome;
import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.SourceImage;
import org.nlcen.metric.Overlap;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCard.Figure;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class NumbersTest {

    private static SourceImage image(Optional<PixelSpacing> spacing) {
        SourceImage plain = SourceImage.plain(
                "image",
                PixelBlock.ofBytes(512, 1024, 1, new byte[512 * 1024]),
                new SourceImage.Origin(Optional.empty(), "none", 0, 1));
        return new SourceImage(
                plain.name(),
                plain.pixels(),
                plain.modality(),
                List.of(),
                false,
                Optional.empty(),
                spacing,
                1,
                plain.origin());
    }

    /** 512 columns of 0.5 mm and 1024 rows of 0.25 mm: pixels of the square are 1 mm each way. */
    @Test
    void areasAreThoseOfTheSquaresPixels() {
        Scale scale = Scale.of(image(PixelSpacing.of(0.25, 0.5, PixelSpacing.Source.DETECTOR)));
        assertThat(scale.cm2(100).orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(scale.spacing().orElseThrow().source()).isEqualTo(PixelSpacing.Source.DETECTOR);
        assertThat(Scale.of(image(Optional.empty())).cm2(100)).isEmpty();
    }

    private static Outcome outcome(int column) {
        float[] foreground = new float[256 * 256];
        for (int y = 100; y < 120; y++) {
            foreground[y * 256 + column] = 1;
        }
        Mask line = Mask.ofProbabilities(256, 256, foreground);
        AdversarialExample example = new AdversarialExample(0, 0, new float[256 * 256], new Segmentation(foreground));
        return new Outcome(example, Overlap.of(line, line), List.of());
    }

    private static Figures figures(Scale scale) {
        Mask reference = outcome(10).example().segmentation().mask();
        return Figures.of(outcome(13), outcome(13), reference, 1, scale);
    }

    /** Two upright lines three columns apart; 512 columns of 0.8 mm are 256 of 1.6 mm. */
    @Test
    void distancesAreInMillimetresWhereThePixelsAreKnown() {
        Scale scale = Scale.of(image(PixelSpacing.of(0.25, 0.8, PixelSpacing.Source.FILE)));
        assertThat(figures(scale).hd95().orElseThrow()).isCloseTo(3, within(1e-9));
        assertThat(figures(scale).hd95Mm().orElseThrow()).isCloseTo(4.8, within(1e-9));
        assertThat(figures(new Scale(Optional.empty())).hd95Mm()).isEmpty();
    }

    @Test
    void everyColumnOfTheCsvHasItsField() {
        List<String> heads = List.of(NumbersCsv.HEADER.split(",", -1));
        int first = heads.indexOf("hd95_pixels");
        Scale scale = Scale.of(image(PixelSpacing.of(0.25, 0.8, PixelSpacing.Source.FILE)));
        String[] fields =
                NumbersCsv.measured(Optional.of(figures(scale)), scale).split(",", -1);
        // what comes before the first comma belongs to the line's beginning
        assertThat(fields).hasSize(1 + heads.size() - first);
        assertThat(fields[1]).isEqualTo("3.0000");
        assertThat(fields[1 + heads.indexOf("hd95_mm") - first]).isEqualTo("4.8000");
        assertThat(fields[1 + heads.indexOf("area_pixels") - first]).isEqualTo("20");
        assertThat(NumbersCsv.measured(Optional.empty(), scale).split(",", -1)).hasSameSizeAs(fields);
    }

    @Test
    void cellsOfTheTransferMatrixGiveWayUntilANumberHasNoRoom() {
        // (276 - 72) / 6 - 3
        assertThat(TransferPane.cellWidth(276, 6)).isEqualTo(31);
        assertThat(TransferPane.cellWidth(300, 6)).isEqualTo(35);
        assertThat(TransferPane.cellWidth(236, 6)).as("scrolled").isEqualTo(30);
        assertThat(TransferPane.cellWidth(276, 2))
                .as("no wider than a number is well read")
                .isEqualTo(46);
    }

    @Test
    void theCardsCurveStandsOnlyBesideTheAttackItTellsOf() {
        ModelCard card = new ModelCard(
                "toy-lung",
                "Toy",
                "toy",
                Task.LUNG,
                1,
                Optional.empty(),
                List.of(new Figure("toys", 3, 8, 0.5, 0.4), new Figure("toys", 3, 0, 0.9, 0.8)),
                "");
        assertThat(SideController.published(AttackPlan.PAPER, card))
                .extracting(Figure::epsilon)
                .containsExactly(0.0, 8.0);
        AttackPlan noise =
                new AttackPlan(AttackMethod.NOISE.defaults(), AttackPlan.PAPER.goal(), AttackPlan.PAPER.source());
        assertThat(SideController.published(noise, card)).isEmpty();
        AttackPlan transfer =
                new AttackPlan(AttackPlan.PAPER.settings(), AttackPlan.PAPER.goal(), Optional.of("unet-lung"));
        assertThat(SideController.published(transfer, card)).isEmpty();
    }
}
