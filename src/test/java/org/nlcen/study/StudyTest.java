package org.nlcen.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.metric.Overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class StudyTest {
    @TempDir
    private Path folder;

    private static ImageStudy.Row row(String image, double epsilon, int both, int extra, int missed) {
        return new ImageStudy.Row(image, "m", epsilon, new Overlap(both, extra, missed), epsilon);
    }

    @Test
    void meansAreOfImagesAndPooledCountsAreOfPixels() {
        // Dice 1 and 0.5: mean 0.75; pooled 2*3/(2*3+1+3) = 0.6
        List<Summary> summaries = Summary.of(List.of(row("a", 0, 1, 0, 0), row("b", 0, 2, 1, 3)));

        Summary summary = summaries.get(0);
        assertThat(summary.images()).isEqualTo(2);
        assertThat(summary.dic().value()).isCloseTo(0.75, within(1e-12));
        assertThat(summary.pooled().dic()).isCloseTo(0.6, within(1e-12));
        assertThat(summary.dic().low()).isEqualTo(0.5);
        assertThat(summary.dic().high()).isEqualTo(1);
    }

    @Test
    void theIntervalOfFourImagesIsTheBinomialOne() {
        // one of four images has DIC 1, the others 0: a resample's mean is Binomial(4, 1/4) / 4, whose
        // distribution function is .316, .738, .949, .996, 1; so 2.5% lies at 0 and 97.5% at 3/4
        Summary summary = Summary.of(
                        List.of(row("a", 0, 1, 0, 0), row("b", 0, 0, 1, 1), row("c", 0, 0, 1, 1), row("d", 0, 0, 1, 1)))
                .get(0);

        assertThat(summary.dic()).isEqualTo(new Summary.Mean(0.25, 0, 0.75));
    }

    @Test
    void ratioAndAccuracyAreWorkedOutOnTheImagesThatWereAttacked() {
        // a: Dice 1 clean, 2/3 attacked; b: clean alone
        List<Summary> summaries = Summary.of(List.of(row("b", 0, 1, 2, 0), row("a", 8, 1, 1, 0), row("a", 0, 1, 0, 0)));

        assertThat(summaries).extracting(Summary::epsilon).containsExactly(0.0, 8.0);
        assertThat(summaries.get(0).dicRatio()).isEqualTo(1);
        assertThat(summaries.get(1).dicRatio()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(summaries.get(1).jscRatio()).isEqualTo(0.5);
        assertThat(summaries.get(1).accuracy()).isCloseTo(1 - 1 / 65536.0, within(1e-12));
        assertThat(summaries.get(1).linf()).isEqualTo(8);
    }

    @Test
    void theIntervalOfManyImagesIsNearTheNormalOne() {
        java.util.List<ImageStudy.Row> rows = new java.util.ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(row("i" + i, 0, i % 2 == 0 ? 1 : 0, i % 2, 0));
        }
        Summary.Mean mean = Summary.of(rows).get(0).dic();

        // values 0 and 1, half each: standard error 0.025
        assertThat(mean.value()).isEqualTo(0.5);
        assertThat(mean.low()).isCloseTo(0.5 - 1.96 * 0.025, within(0.006));
        assertThat(mean.high()).isCloseTo(0.5 + 1.96 * 0.025, within(0.006));
    }

    @Test
    void aCutOffTableGoesOnWithoutLosingOrRepeatingAnything() throws IOException {
        Path file = folder.resolve("results.csv");
        ResultsFile results = new ResultsFile(file);
        results.add(List.of(row("a", 0, 4, 1, 2), row("a", 8, 3, 2, 3)));
        Files.writeString(file, "b,m,0.0,0.5", StandardOpenOption.APPEND);

        assertThat(ResultsFile.read(file)).containsExactly(row("a", 0, 4, 1, 2), row("a", 8, 3, 2, 3));
        assertThat(Files.readString(file)).endsWith("b,m,0.0,0.5");
        ResultsFile again = new ResultsFile(file);
        assertThat(again.rows()).containsExactly(row("a", 0, 4, 1, 2), row("a", 8, 3, 2, 3));
        assertThat(again.has("a", "m", new double[] {0, 8})).isTrue();
        assertThat(again.has("a", "m", new double[] {0, 16})).isFalse();
        assertThat(again.has("b", "m", new double[] {0})).isFalse();

        again.add(List.of(row("a", 8, 0, 0, 9), row("b", 0, 1, 1, 1)));
        assertThat(new ResultsFile(file).rows())
                .containsExactly(row("a", 0, 4, 1, 2), row("a", 8, 3, 2, 3), row("b", 0, 1, 1, 1));
    }

    @Test
    void aCutOffTableIsMendedInAnotherFileThatThenTakesItsPlace() throws IOException {
        Path file = folder.resolve("results.csv");
        new ResultsFile(file).add(List.of(row("a", 0, 4, 1, 2)));
        String whole = Files.readString(file);
        Files.writeString(file, "b,m,0.0,0.5", StandardOpenOption.APPEND);
        // the same file under a second name: were it written to, a kill meanwhile would lose its rows
        Path before = Files.createLink(folder.resolve("before.csv"), file);

        new ResultsFile(file);

        assertThat(file).hasContent(whole);
        assertThat(before).hasContent(whole + "b,m,0.0,0.5");
    }

    @Test
    void anotherFileIsNotOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("results.csv"), "mine\n");

        assertThatThrownBy(() -> new ResultsFile(file)).hasMessageContaining(file.toString());
        assertThat(file).hasContent("mine");
    }
}
