package org.nlcen.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.InputGradient;
import org.nlcen.model.Segmentation;

import static org.assertj.core.api.Assertions.assertThat;

class BatchAttackTest {
    private static final int SIZE = NetworkInput.SIZE;
    private static final double[] EPSILONS = {0, 0.5, 1, 3.5, 4, 9};

    private final Counting segmenter = new Counting();

    /** Counts passes and their sizes. */
    private static final class Counting extends ToySegmenter {
        private final List<Integer> gradientPasses = new ArrayList<>();
        private final List<Integer> predictionPasses = new ArrayList<>();

        @Override
        public List<InputGradient> inputGradients(List<float[]> images, int channels, List<Mask> goals) {
            gradientPasses.add(images.size());
            return super.inputGradients(images, channels, goals);
        }

        @Override
        public List<Segmentation> segmentAll(List<float[]> images, int channels) {
            predictionPasses.add(images.size());
            return super.segmentAll(images, channels);
        }
    }

    private AttackTrajectory trajectory(long seed) {
        Random random = new Random(seed);
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256);
        }
        boolean[] goal = new boolean[SIZE * SIZE];
        for (int i = 0; i < goal.length; i++) {
            goal[i] = i % (3 + seed) == 0;
        }
        return new AttackTrajectory(
                segmenter,
                new NetworkInput(values, 1, new Geometry(SIZE, SIZE)),
                new AttackGoal(Mask.of(SIZE, SIZE, goal), AttackGoal.Kind.CUSTOM));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 64})
    void eachImageAndEpsilonIsAsByItself(int batch) {
        List<AttackTrajectory> together = List.of(trajectory(0), trajectory(1), trajectory(2));
        new BatchAttack(segmenter, together, EPSILONS, batch).compute();

        for (int seed = 0; seed < together.size(); seed++) {
            AttackTrajectory alone = trajectory(seed);
            AttackTrajectory one = together.get(seed);
            for (double epsilon : EPSILONS) {
                AdversarialExample expected = alone.compute(epsilon);
                AdversarialExample found = one.example(epsilon).orElseThrow();
                assertThat(found.image()).isEqualTo(expected.image());
                assertThat(found.steps()).isEqualTo(expected.steps());
                assertThat(found.segmentation().foreground())
                        .isEqualTo(expected.segmentation().foreground());
            }
            assertThat(one.gradients()).isEqualTo(alone.gradients());
        }
        assertThat(segmenter.gradientPasses).allMatch(size -> size <= batch);
        assertThat(segmenter.predictionPasses).allMatch(size -> size <= batch);
    }

    /** The paper's 69 gradients are 32 in a row and 37 beside them; a wide pass is done when the last tail is: 32 + 1 + 3. */
    @Test
    void theChainOfSharedStepsSetsTheNumberOfPasses() {
        new BatchAttack(segmenter, List.of(trajectory(0)), Epsilons.paper(), 64).compute();

        assertThat(segmenter.gradientPasses.stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(69);
        // epsilon 32 has 36 steps, each after the one before
        assertThat(segmenter.gradientPasses).hasSize(36);
        assertThat(segmenter.predictionPasses).containsExactly(18);
    }

    @Test
    void whatIsThereAlreadyIsNotComputedAgain() {
        AttackTrajectory trajectory = trajectory(0);
        trajectory.compute(4);
        int before = trajectory.gradients();
        BatchAttack again = new BatchAttack(segmenter, List.of(trajectory), new double[] {4}, 4);

        assertThat(again.advance()).isFalse();
        assertThat(trajectory.gradients()).isEqualTo(before);
    }
}
