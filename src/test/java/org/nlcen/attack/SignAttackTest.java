package org.nlcen.attack;

import org.junit.jupiter.api.Test;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

class SignAttackTest {
    private static final int AREA = NetworkInput.SIZE * NetworkInput.SIZE;

    private final ToySegmenter toy = new ToySegmenter();
    private final float[] clean = ramp();
    private final Mask goal = left();

    private static float[] ramp() {
        float[] values = new float[AREA];
        for (int i = 0; i < AREA; i++) {
            values[i] = (i * 7) % 256;
        }
        return values;
    }

    private static Mask left() {
        boolean[] pixels = new boolean[AREA];
        for (int i = 0; i < AREA; i++) {
            pixels[i] = i % NetworkInput.SIZE < 100;
        }
        return Mask.of(NetworkInput.SIZE, NetworkInput.SIZE, pixels);
    }

    private SignAttack attack(SignAttack.Settings settings) {
        return new SignAttack(toy, clean, 1, goal, settings);
    }

    @Test
    void thePapersSettingsGiveTheTrajectorysImage() {
        NetworkInput input = new NetworkInput(clean, 1, new Geometry(NetworkInput.SIZE, NetworkInput.SIZE));
        AttackTrajectory trajectory = new AttackTrajectory(toy, input, new AttackGoal(goal, AttackGoal.Kind.CUSTOM));
        for (double epsilon : new double[] {0, 0.5, 4, 10}) {
            AdversarialExample alone =
                    attack(SignAttack.Settings.paper(epsilon)).finish();
            AdversarialExample shared = trajectory.compute(epsilon);

            assertThat(alone.image()).isEqualTo(shared.image());
            assertThat(alone.steps()).isEqualTo(shared.steps());
        }
    }

    @Test
    void oneStepMovesByItsSizeAgainstTheSignAndNoFurtherThanEpsilon() {
        SignAttack attack = attack(new SignAttack.Settings(3, 2, 2, false));
        attack.step();
        for (int i = 0; i < AREA; i += 977) {
            float expected = (float) (clean[i] - 2 * Math.signum(toy.derivative(clean, i, goal)));
            assertThat(attack.image()[i]).isEqualTo(expected);
        }
        AdversarialExample example = attack.finish();
        for (int i = 0; i < AREA; i++) {
            assertThat(example.image()[i]).isCloseTo(clean[i], within(3f));
        }
        assertThatIllegalStateException().isThrownBy(attack::step);
    }

    @Test
    void withoutTheValidRangeBlackMayTurnBlacker() {
        AdversarialExample free =
                attack(new SignAttack.Settings(2, 4, 1, false)).finish();
        AdversarialExample kept = attack(new SignAttack.Settings(2, 4, 1, true)).finish();
        float least = 0;
        for (int i = 0; i < AREA; i++) {
            least = Math.min(least, free.image()[i]);
            assertThat(kept.image()[i]).isBetween(0f, 255f);
        }
        assertThat(least).isNegative();
    }

    @Test
    void aRandomStartLiesInTheBallAndItsSeedRepeatsIt() {
        SignAttack.Settings settings = new SignAttack.Settings(8, 5, 1, true);
        float[] first = attack(settings).randomStart(4).image();
        float[] again = attack(settings).randomStart(4).image();
        float[] other = attack(settings).randomStart(5).image();

        assertThat(first).isEqualTo(again).isNotEqualTo(other);
        double sum = 0;
        for (int i = 0; i < AREA; i++) {
            assertThat(first[i]).isCloseTo(clean[i], within(8f)).isBetween(0f, 255f);
            sum += Math.abs(first[i] - clean[i]);
        }
        // an even draw from -8..8 moves by 4 on average, a little less where it is clipped
        assertThat(sum / AREA).isCloseTo(4, within(0.1));
    }

    @Test
    void noiseMovesEveryValueByEpsilonOrToTheEdge() {
        float[] noisy = RandomNoise.signs(clean, 6, 1);
        int up = 0;
        for (int i = 0; i < AREA; i++) {
            assertThat(noisy[i]).isIn(Math.min(255, clean[i] + 6), Math.max(0, clean[i] - 6));
            up += noisy[i] > clean[i] ? 1 : 0;
        }
        assertThat(up / (double) AREA).isCloseTo(0.5, within(0.02));
        assertThat(RandomNoise.signs(clean, 6, 1)).isEqualTo(noisy);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SignAttack.Settings(-1, 3, 1, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new SignAttack.Settings(8, 3, 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> RandomNoise.signs(clean, 300, 1));
    }
}
