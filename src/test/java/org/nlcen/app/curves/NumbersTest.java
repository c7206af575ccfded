package org.nlcen.app.curves;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.nlcen.attack.AttackMethod;
import org.nlcen.attack.AttackPlan;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.SourceImage;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelCard.Figure;
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
