package org.nlcen.attack;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AttackTrajectoryTest {
    private static final int SIZE = NetworkInput.SIZE;
    private static final Mask GOAL = goal();

    private final ToySegmenter segmenter = new ToySegmenter();

    private static Mask goal() {
        boolean[] pixels = new boolean[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i % 3 == 0;
        }
        return Mask.of(SIZE, SIZE, pixels);
    }

    private static NetworkInput input(int channels) {
        Random random = new Random(9);
        float[] values = new float[channels * SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256);
        }
        return new NetworkInput(values, channels, new Geometry(SIZE, SIZE));
    }

    private AttackTrajectory trajectory(NetworkInput input) {
        return new AttackTrajectory(segmenter, input, new AttackGoal(GOAL, AttackGoal.Kind.CUSTOM));
    }

    static double[] paper() {
        return Epsilons.paper();
    }

    /** The paper's loop as it is printed, for one epsilon alone. */
    private float[] fresh(float[] clean, double epsilon) {
        float[] x = clean.clone();
        int steps = (int) Math.ceil(Math.min(epsilon + 4, 1.25 * epsilon));
        for (int n = 0; n < Math.max(1, steps); n++) {
            float[] next = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                double moved = x[i] - Math.signum(segmenter.derivative(x, i, GOAL));
                double inBall = Math.min(clean[i] + epsilon, Math.max(clean[i] - epsilon, moved));
                next[i] = (float) Math.min(255, Math.max(0, inBall));
            }
            x = next;
        }
        return x;
    }

    @ParameterizedTest
    @MethodSource("paper")
    void oneTrajectoryForAllEqualsARunForEach(double epsilon) {
        NetworkInput input = input(1);
        AttackTrajectory shared = trajectory(input);
        shared.compute(32);
        shared.compute(3.5);

        assertThat(shared.compute(epsilon).image()).containsExactly(fresh(input.values(), epsilon));
    }

    @Test
    void colourPicturesToo() {
        NetworkInput input = input(3);

        assertThat(trajectory(input).compute(6).image()).containsExactly(fresh(input.values(), 6));
    }

    /** 32 shared gradients and 54 of the tails make 86; at the 17 states below 32 the shared one serves the tail as well. */
    @Test
    void thePapersCurveCosts69Gradients() {
        AttackTrajectory trajectory = trajectory(input(1));
        for (double epsilon : Epsilons.paper()) {
            trajectory.compute(epsilon);
        }

        assertThat(trajectory.gradients()).isEqualTo(32 + 54 - 17);
        assertThat(segmenter.gradients()).isEqualTo(69);
    }

    @Test
    void theOrderOfRequestsChangesNeitherCostNorResult() {
        NetworkInput input = input(1);
        AttackTrajectory down = trajectory(input);
        double[] epsilons = Epsilons.paper();
        for (int i = epsilons.length - 1; i >= 0; i--) {
            down.compute(epsilons[i]);
        }

        assertThat(down.gradients()).isEqualTo(69);
        assertThat(down.compute(10).image()).containsExactly(fresh(input.values(), 10));
    }

    @Test
    void threeStepsByHand() {
        float[] target = new float[SIZE * SIZE];
        float[] start = new float[SIZE * SIZE];
        start[0] = 10;
        target[0] = 11.5f;
        start[1] = 20;
        target[1] = 20;
        start[2] = 254;
        target[2] = 300;
        start[3] = 30;
        target[3] = 20;
        // L = sum (x - target)^2 / 2, so dL/dx = x - target
        ToySegmenter quadratic = new ToySegmenter() {
            @Override
            double derivative(float[] image, int i, Mask goal) {
                return image[i] - target[i];
            }
        };
        AttackTrajectory trajectory = new AttackTrajectory(
                quadratic,
                new NetworkInput(start, 1, new Geometry(SIZE, SIZE)),
                new AttackGoal(GOAL, AttackGoal.Kind.CUSTOM));

        AdversarialExample example = trajectory.compute(2);

        assertThat(example.steps()).isEqualTo(3);
        // 10 to 11 to 12 to 11; no gradient, no move; 255 is the end; 29, 28 and then the ball's edge
        assertThat(example.image()).startsWith(11, 20, 255, 28);
        assertThat(example.perturbation(start)).startsWith(1, 0, 1, -2);
    }

    @ParameterizedTest
    @CsvSource({"0,0", "0.5,1", "1,2", "2,3", "4,5", "6,8", "8,10", "16,20", "18,22", "32,36", "255,259"})
    void stepsOfThePaper(double epsilon, int steps) {
        assertThat(Epsilons.steps(epsilon)).isEqualTo(steps);
    }

    @Test
    void epsilonZeroIsTheCleanImage() {
        NetworkInput input = input(1);
        AdversarialExample example = trajectory(input).compute(0);

        assertThat(example.image()).containsExactly(input.values());
        assertThat(segmenter.gradients()).isZero();
    }

    @Test
    void advanceDoesOneGradientAtMost() {
        AttackTrajectory trajectory = trajectory(input(1));
        int before = 0;
        while (!trajectory.advance(7)) {
            assertThat(trajectory.gradients() - before).isLessThanOrEqualTo(1);
            before = trajectory.gradients();
        }
        assertThat(trajectory.sharedSteps()).isEqualTo(7);
    }

    @Test
    void impossibleStrengthsAreRefused() {
        assertThatThrownBy(() -> trajectory(input(1)).advance(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> trajectory(input(1)).advance(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
