package org.nlcen.app.help;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.nlcen.app.ToySegmenter;
import org.nlcen.app.help.SelfTest.Outcome;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.model.InputGradient;
import org.nlcen.model.ModelCard;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;
import org.nlcen.model.StoredAnswers;

import static org.assertj.core.api.Assertions.assertThat;

class SelfTestTest {
    private static final ToySegmenter GOOD = new ToySegmenter("good-lung", "Good", 2, 95, 0.09, 0);
    private static final ToySegmenter BROKEN = new ToySegmenter("broken-lung", "Broken", 2, 95, 0.09, 0) {
        @Override
        public InputGradient inputGradient(float[] image, int channels, Mask goal) {
            float[] nothing = new float[image.length];
            java.util.Arrays.fill(nothing, Float.NaN);
            return new InputGradient(nothing, segment(image, channels), 1);
        }
    };

    private record Toys(List<ToySegmenter> toys) implements SelfTest.Networks {
        @Override
        public <T> CompletableFuture<T> call(Callable<T> task) {
            try {
                return CompletableFuture.completedFuture(task.call());
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public Segmenter get(String id) {
            return toys.stream()
                    .filter(toy -> toy.card().id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("weights are gone"));
        }

        @Override
        public List<ModelCard> trained() {
            return List.of(GOOD.card(), BROKEN.card(), ToySegmenter.card("gone-lung", "Gone"));
        }
    }

    private static SelfTest test(Map<String, StoredAnswers.Answer> answers) {
        return new SelfTest(new Toys(List.of(GOOD, BROKEN)), new StoredAnswers(answers), Runnable::run, 0);
    }

    @Test
    void oneBrokenNetworkDoesNotStopTheOthers() {
        SelfTest test = test(Map.of());
        assertThat(test.rows()).extracting(SelfTest.Row::outcome).containsOnly(Outcome.WAITING);
        test.start();
        assertThat(test.rows())
                .extracting(SelfTest.Row::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED);
        assertThat(test.rows().get(1).problem().toString()).contains("NaN");
        assertThat(test.rows().get(2).problem()).hasToString("weights are gone");
        assertThat(test.ended()).isTrue();
    }

    @Test
    void anAnswerThatDiffersFromTheStoredOneFails() {
        float[] input = NetworkInputs.of(ChestPhantom.of(1).image(), false).values();
        Segmentation answer = GOOD.segment(input, 1);
        StoredAnswers.Answer right = StoredAnswers.of(
                "good",
                answer.foreground(),
                GOOD.inputGradient(input, 1, truth().inverse()).gradient());
        SelfTest same = test(Map.of("00", right));
        same.start();
        assertThat(same.rows().get(0).answer()).isEqualTo(StoredAnswers.Match.SAME);
        SelfTest other = test(
                Map.of("00", new StoredAnswers.Answer("good", right.sum() * 1.01, right.edge(), right.gradient())));
        other.start();
        assertThat(other.rows().get(0).outcome()).isEqualTo(Outcome.FAILED);
    }

    private static Mask truth() {
        return org.nlcen.image.Masks.toNetwork(ChestPhantom.of(1).mask());
    }

    @Test
    void whatIsCancelledIsNotTested() {
        SelfTest test = test(Map.of());
        test.cancel();
        test.start();
        assertThat(test.rows()).extracting(SelfTest.Row::outcome).containsOnly(Outcome.CANCELLED);
    }
}
