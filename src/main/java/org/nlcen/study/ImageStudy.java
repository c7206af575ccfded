package org.nlcen.study;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackTrajectory;
import org.nlcen.attack.SignAttack;
import org.nlcen.dataset.Sample;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.Overlap;
import org.nlcen.metric.PerturbationNorms;
import org.nlcen.model.Segmenter;

/** What happens to one image under one network: a pure function of image, network, strengths and attack. */
public final class ImageStudy {
    private ImageStudy() {}

    /**
     * One measurement.
     *
     * @param image the sample's name
     * @param model the network's id
     * @param epsilon strength in grey levels; 0 is clean
     * @param overlap agreement of the answer with the truth
     * @param linf largest change of a pixel, grey levels
     */
    public record Row(String image, String model, double epsilon, Overlap overlap, double linf) {}

    /**
     * Attacks with the inverse of the truth as goal.
     *
     * @param epsilons strengths; 0 is measured without any gradient
     * @param reading of the attack; with the paper's all strengths share one trajectory
     * @return a row for each strength, in their order
     */
    public static List<Row> of(Sample sample, Segmenter segmenter, double[] epsilons, AttackReading reading) {
        NetworkInput input = reading.perChannel() ? threeChannels(sample.input()) : sample.input();
        AttackGoal goal = AttackGoal.inverseOfTruth(sample.truth());
        AttackTrajectory trajectory = new AttackTrajectory(segmenter, input, goal);
        List<Row> rows = new ArrayList<>();
        for (double epsilon : epsilons) {
            AdversarialExample example = reading.equals(AttackReading.PAPER)
                    ? trajectory.compute(epsilon)
                    : new SignAttack(
                                    segmenter,
                                    input.values(),
                                    input.channels(),
                                    goal.target(),
                                    reading.settings(epsilon))
                            .finish();
            rows.add(new Row(
                    sample.name(),
                    segmenter.card().id(),
                    epsilon,
                    Overlap.of(example.segmentation().mask(), sample.truth()),
                    PerturbationNorms.of(input.values(), example.image()).linf()));
        }
        return rows;
    }

    private static NetworkInput threeChannels(NetworkInput input) {
        if (input.channels() == 3) {
            return input;
        }
        int area = input.values().length;
        float[] values = new float[3 * area];
        for (int c = 0; c < 3; c++) {
            System.arraycopy(input.values(), 0, values, c * area, area);
        }
        return new NetworkInput(values, 3, input.geometry());
    }
}
