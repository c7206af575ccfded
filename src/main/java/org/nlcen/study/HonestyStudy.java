package org.nlcen.study;

import java.util.Optional;

import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.Epsilons;
import org.nlcen.attack.RandomNoise;
import org.nlcen.attack.SignAttack;
import org.nlcen.dataset.Sample;
import org.nlcen.image.Mask;
import org.nlcen.metric.Overlap;
import org.nlcen.model.InputGradient;
import org.nlcen.model.Segmenter;

/** What the checks of {@link org.nlcen.model.HonestyCheck} find on one image; a pure function. */
public final class HonestyStudy {
    private static final int PAPER_STEPS = 36;
    private static final int MANY_STEPS = 100;
    private static final int STARTS = 5;
    private static final double BROKEN = 0.05;
    private static final double GONE = 0.01;
    private static final SignAttack.Settings WITHOUT_LIMITS = new SignAttack.Settings(255, 40, 8, true);

    private final Sample sample;
    private final Segmenter segmenter;
    private final float[] clean;
    private final int channels;
    private final Mask target;
    private int gradients;

    /**
     * One image's figures; DIC unless said otherwise.
     *
     * @param epsilon of all but {@code fullRange}
     * @param clean without attack
     * @param paper after the paper's number of steps
     * @param longer after 36 steps
     * @param starts lowest at any of 100 steps of 5 random starts; the search ends at 0.05
     * @param fullRange lowest at any of 40 steps of 8 grey levels within 0..255; the search ends at 0.01
     * @param noise under random signs
     * @param source id of the network whose attack is transferred; empty if there was none
     * @param transfer under the source's attack; NaN without one
     * @param zeroClean share of pixels without any gradient at the clean image
     * @param zeroAttacked the same at the attacked image
     * @param gradients gradient evaluations it took
     */
    public record Row(
            String image,
            String model,
            double epsilon,
            double clean,
            double paper,
            double longer,
            double starts,
            double fullRange,
            double noise,
            String source,
            double transfer,
            double zeroClean,
            double zeroAttacked,
            int gradients) {}

    private HonestyStudy(Sample sample, Segmenter segmenter) {
        this.sample = sample;
        this.segmenter = segmenter;
        this.clean = sample.input().values();
        this.channels = sample.input().channels();
        this.target = AttackGoal.inverseOfTruth(sample.truth()).target();
    }

    /**
     * Makes all checks of one image.
     *
     * @param source another network of the same task
     * @param epsilon strength in grey levels
     */
    public static Row of(Sample sample, Segmenter segmenter, Optional<Segmenter> source, double epsilon) {
        return new HonestyStudy(sample, segmenter).row(source, epsilon);
    }

    private Row row(Optional<Segmenter> source, double epsilon) {
        int paperSteps = Epsilons.steps(epsilon);
        int steps = Math.max(PAPER_STEPS, paperSteps);
        SignAttack attack = attack(new SignAttack.Settings(epsilon, steps, 1, true));
        InputGradient atClean = attack.step();
        while (attack.steps() < paperSteps) {
            attack.step();
        }
        InputGradient atAttacked = segmenter.inputGradient(attack.image(), channels, target);
        double longer = dic(attack.finish().segmentation().mask());
        gradients += steps + 1;
        double starts = longer;
        for (int s = 0; s < STARTS && starts > BROKEN; s++) {
            SignAttack restart = attack(new SignAttack.Settings(epsilon, MANY_STEPS, 1, true))
                    .randomStart(seed(s));
            starts = Math.min(starts, lowest(restart, BROKEN));
        }
        float[] noisy = RandomNoise.signs(clean, epsilon, seed(STARTS));
        return new Row(
                sample.name(),
                segmenter.card().id(),
                epsilon,
                dic(atClean.segmentation().mask()),
                dic(atAttacked.segmentation().mask()),
                longer,
                starts,
                lowest(attack(WITHOUT_LIMITS), GONE),
                dic(segmenter.segment(noisy, channels).mask()),
                source.map(other -> other.card().id()).orElse(""),
                source.map(other -> transferred(other, epsilon)).orElse(Double.NaN),
                zeros(atClean.gradient()),
                zeros(atAttacked.gradient()),
                gradients);
    }

    private SignAttack attack(SignAttack.Settings settings) {
        return new SignAttack(segmenter, clean, channels, target, settings);
    }

    /** The same for an image whatever else is measured with it. */
    private long seed(int number) {
        return 31L * sample.name().hashCode() + number;
    }

    /** The lowest DIC on an attack's way, which ends early at {@code enough}. */
    private double lowest(SignAttack attack, double enough) {
        double lowest = 1;
        while (!attack.finished() && lowest > enough) {
            lowest = Math.min(lowest, dic(attack.step().segmentation().mask()));
            gradients++;
        }
        return lowest > enough
                ? Math.min(lowest, dic(attack.finish().segmentation().mask()))
                : lowest;
    }

    private double transferred(Segmenter source, double epsilon) {
        float[] made = new SignAttack(source, clean, channels, target, SignAttack.Settings.paper(epsilon))
                .finish()
                .image();
        return dic(segmenter.segment(made, channels).mask());
    }

    private double dic(Mask answer) {
        return Overlap.of(answer, sample.truth()).dic();
    }

    private static double zeros(float[] gradient) {
        int zeros = 0;
        for (float value : gradient) {
            if (value == 0) {
                zeros++;
            }
        }
        return zeros / (double) gradient.length;
    }
}
