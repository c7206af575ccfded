package org.nlcen.study;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.dataset.ImageCollections;
import org.nlcen.dataset.Sample;
import org.nlcen.dataset.SampleFile;
import org.nlcen.model.AttackLoss;
import org.nlcen.model.HonestyCheck;
import org.nlcen.model.ModelCard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StudyRunTest {
    private static final double[] EPSILONS = {0, 4, 8};

    @TempDir
    private Path folder;

    private ImageSet images;

    /** Stops the run as a kill would, between two images. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Notes what it is told and stops after some images. */
    private static final class Notes implements StudyRun.Listener {
        private final int stopAfter;
        private final List<String> broken = new ArrayList<>();
        private int begun;
        private int measured;

        Notes(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void begin(String model, int imagesLeft) {
            begun = imagesLeft;
        }

        @Override
        public void measured(String model, String image) {
            measured++;
            if (measured == stopAfter) {
                throw new Stop();
            }
        }

        @Override
        public void broken(String image, String why) {
            broken.add(image + ": " + why);
        }
    }

    @BeforeEach
    void images() throws IOException {
        Files.createDirectories(folder.resolve("data/images"));
        Files.createDirectories(folder.resolve("data/masks"));
        for (String name : List.of("a", "b", "c", "d")) {
            write("images", name, false);
            write("masks", name, true);
        }
        images = ImageSet.of("toys", ImageCollections.pairs(folder.resolve("data"), SampleFile.Preparation.READY));
    }

    private void write(String kind, String name, boolean mask) throws IOException {
        Sample sample = Threshold.sample(name);
        BufferedImage picture = new BufferedImage(Threshold.SIZE, Threshold.SIZE, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < Threshold.SIZE * Threshold.SIZE; i++) {
            int value = mask
                    ? (sample.truth().get(i) ? 255 : 0)
                    : (int) sample.input().values()[i];
            picture.getRaster().setSample(i % Threshold.SIZE, i / Threshold.SIZE, 0, value);
        }
        ImageIO.write(
                picture,
                "png",
                folder.resolve("data").resolve(kind).resolve(name + ".png").toFile());
    }

    private RunFolder open(String name, ImageSet set, AttackReading reading) throws IOException {
        return RunFolder.open(folder.resolve(name), set, reading);
    }

    private List<ImageStudy.Row> run(String name, Threshold network, Notes notes) throws IOException {
        return run(name, network, notes, 1);
    }

    private List<ImageStudy.Row> run(String name, Threshold network, Notes notes, int batch) throws IOException {
        try (RunFolder out = open(name, images, AttackReading.PAPER)) {
            new StudyRun(out, images.files(), notes).measure(network, EPSILONS, 3, AttackReading.PAPER, batch);
            return out.results().rows();
        }
    }

    @Test
    void figuresAreThoseOfTheAttackAndOnlyTheFirstImagesAreAttacked() throws IOException {
        List<ImageStudy.Row> rows = run("out", new Threshold("t-lung", "1", false), new Notes(0));

        // at 4 nothing turns over; at 8 the dark half reaches 129 and the bright one 127
        assertThat(rows).hasSize(3 * 3 + 1);
        assertThat(rows)
                .filteredOn(row -> row.epsilon() < 8)
                .allMatch(row -> row.overlap().dic() == 1);
        assertThat(rows)
                .filteredOn(row -> row.epsilon() == 8)
                .allMatch(row -> row.overlap().dic() == 0);
        assertThat(rows).filteredOn(row -> row.image().equals("d")).hasSize(1);
        assertThat(rows).allMatch(row -> row.linf() == row.epsilon());
    }

    @Test
    void imagesThatShareAPassHaveTheFiguresOfImagesByThemselves() throws IOException {
        Threshold alone = new Threshold("t-lung", "1", false);
        Threshold together = new Threshold("t-lung", "1", false);

        assertThat(run("together", together, new Notes(0), 2)).isEqualTo(run("alone", alone, new Notes(0)));

        // three images are attacked: a pass of two, and one of the third
        assertThat(together.largestPass()).isEqualTo(2);
        assertThat(alone.largestPass()).isEqualTo(1);
        assertThat(together.gradients()).isEqualTo(alone.gradients());
    }

    @Test
    void aRunThatWasKilledGoesOnWithoutLosingOrRepeatingAnImage() throws IOException {
        List<ImageStudy.Row> whole = run("whole", new Threshold("t-lung", "1", false), new Notes(0));

        Threshold first = new Threshold("t-lung", "1", false);
        assertThatThrownBy(() -> run("parts", first, new Notes(2))).isInstanceOf(Stop.class);
        Files.writeString(folder.resolve("parts/results.csv"), "c,t-lung,0.0,1.0", StandardOpenOption.APPEND);
        Threshold second = new Threshold("t-lung", "1", false);
        Notes notes = new Notes(0);
        List<ImageStudy.Row> parts = run("parts", second, notes);

        assertThat(parts).isEqualTo(whole);
        assertThat(notes.begun).isEqualTo(2);
        assertThat(first.gradients()).isEqualTo(2 * second.gradients());
        assertThat(Files.readString(folder.resolve("parts/results.csv")))
                .isEqualTo(Files.readString(folder.resolve("whole/results.csv")));
        Threshold third = new Threshold("t-lung", "1", false);
        assertThat(run("parts", third, new Notes(0))).isEqualTo(whole);
        assertThat(third.predictions()).isZero();
    }

    @Test
    void aBrokenImageIsNamedAndTheRestIsMeasured() throws IOException {
        Files.writeString(folder.resolve("data/images/b.png"), "no picture");
        Notes notes = new Notes(0);

        List<ImageStudy.Row> rows = run("out", new Threshold("t-lung", "1", false), notes);

        assertThat(notes.broken).singleElement().asString().startsWith("b: ").contains("b.png");
        assertThat(rows)
                .extracting(ImageStudy.Row::image)
                .contains("a", "c", "d")
                .doesNotContain("b");
    }

    @Test
    void oneFolderHoldsOneCollectionOneAttackAndOneWeightsFile() throws IOException {
        run("out", new Threshold("t-lung", "1", false), new Notes(0));
        run("out", new Threshold("u-lung", "2", false), new Notes(0));

        assertThatThrownBy(() -> run("out", new Threshold("t-lung", "2", false), new Notes(0)))
                .hasMessageContaining("other weights of t-lung")
                .hasMessageContaining("name another folder");
        ImageSet fewer = ImageSet.of("toys", images.files().subList(0, 3));
        assertThatThrownBy(() -> open("out", fewer, AttackReading.PAPER).close())
                .hasMessageContaining("another collection (toys, 4 images)");
        assertThatThrownBy(() -> open("out", images, new AttackReading(true, true, 0, AttackLoss.CROSS_ENTROPY))
                        .close())
                .hasMessageContaining("another attack (paper instead of three channels independently)");
        assertThat(RunFolder.read(folder.resolve("out")).networks()).containsOnlyKeys("t-lung", "u-lung");
        // the first part of the same collection may be measured first
        open("out", images.first(2), AttackReading.PAPER).close();
    }

    @Test
    void oneProcessAtATimeWrites() throws IOException {
        try (RunFolder held = open("out", images, AttackReading.PAPER)) {
            assertThat(held.folder()).isDirectory();
            assertThatThrownBy(() -> open("out", images, AttackReading.PAPER).close())
                    .hasMessageContaining("another run is writing");
        }
        open("out", images, AttackReading.PAPER).close();
    }

    @Test
    void resultsWithoutAnOriginAreNotMixedIn() throws IOException {
        Files.createDirectories(folder.resolve("old"));
        Files.writeString(folder.resolve("old/results.csv"), "image,model\n");

        assertThatThrownBy(() -> open("old", images, AttackReading.PAPER).close())
                .hasMessageContaining("do not say what they are of");
    }

    @Test
    void otherReadingsOfTheAttackAreOtherAttacks() {
        Threshold network = new Threshold("t-lung", "1", false);
        Sample sample = Threshold.sample("a");

        // six steps of one level do not reach the eight that are needed
        assertThat(dicAt8(sample, network, new AttackReading(false, true, 6, AttackLoss.CROSS_ENTROPY)))
                .isEqualTo(1);
        assertThat(dicAt8(sample, network, new AttackReading(false, false, 0, AttackLoss.CROSS_ENTROPY)))
                .isZero();
        assertThat(dicAt8(sample, network, new AttackReading(true, true, 0, AttackLoss.CROSS_ENTROPY)))
                .isZero();
        assertThat(new AttackReading(false, false, 6, AttackLoss.OWN))
                .hasToString("not kept within 0..255, 6 steps, the network's own training loss");
    }

    private static double dicAt8(Sample sample, Threshold network, AttackReading reading) {
        return ImageStudy.of(sample, network, new double[] {8}, reading)
                .get(0)
                .overlap()
                .dic();
    }

    @Test
    void checksTellAnHonestNetworkFromOneThatHidesItsGradient() throws IOException {
        Threshold honest = new Threshold("t-lung", "1", false);
        Threshold hiding = new Threshold("h-lung", "1", true);
        try (RunFolder out = open("checks", images, AttackReading.PAPER)) {
            StudyRun run = new StudyRun(out, images.files().subList(0, 2), new Notes(0));
            run.check(honest, Optional.empty(), 8);
            run.check(hiding, Optional.of(honest), 8);
            Threshold again = new Threshold("t-lung", "1", false);
            run.check(again, Optional.empty(), 8);
            assertThat(again.gradients()).isZero();

            List<HonestyStudy.Row> rows = out.checks().rows();
            assertThat(rows).hasSize(4);
            HonestyStudy.Row row = rows.get(0);
            // 36 steps and the look at the attacked image; broken, so no restart is needed; epsilon 255 with steps of
            // 8 has turned everything over after the first, which the second gradient shows
            assertThat(row.gradients()).isEqualTo(36 + 1 + 2);
            assertThat(row.paper()).isZero();
            assertThat(row.fullRange()).isZero();
            assertThat(row.transfer()).isNaN();
            // signs turn half of both halves: 2*16384 / (2*16384 + 16384 + 16384)
            assertThat(row.noise()).isCloseTo(0.5, within(0.02));
            HonestyStudy.Row hidden = rows.get(2);
            assertThat(hidden.zeroClean()).isEqualTo(1);
            assertThat(hidden.paper()).isEqualTo(1);
            assertThat(hidden.transfer()).isZero();
            assertThat(hidden.source()).isEqualTo("t-lung");

            var verdicts = Honesty.verdicts(rows);
            assertThat(verdicts.get("t-lung")).allMatch(ModelCard.Check::passed).hasSize(4);
            assertThat(verdicts.get("h-lung"))
                    .filteredOn(check -> !check.passed())
                    .extracting(ModelCard.Check::kind)
                    .contains(
                            HonestyCheck.FULL_RANGE,
                            HonestyCheck.TRANSFER,
                            HonestyCheck.NOISE,
                            HonestyCheck.ZERO_GRADIENT);
        }
    }

    @Test
    void moreStepsMayCostFiveHundredthsUnlessThereIsNothingToLose() {
        assertThat(moreSteps(0.65, 0.60)).isTrue();
        assertThat(moreSteps(0.65, 0.59)).isFalse();
        assertThat(moreSteps(0.49, 0.10)).isTrue();
    }

    private static boolean moreSteps(double longer, double starts) {
        HonestyStudy.Row row =
                new HonestyStudy.Row("a", "m", 16, 1, 0.7, longer, starts, 0, 1, "", Double.NaN, 0, 0, 0);
        return Honesty.of(List.of(row)).stream()
                .filter(check -> check.kind() == HonestyCheck.MORE_STEPS)
                .findFirst()
                .orElseThrow()
                .passed();
    }
}
