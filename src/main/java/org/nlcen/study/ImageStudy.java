package org.nlcen.study;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackTrajectory;
import org.nlcen.attack.BatchAttack;
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
        return of(List.of(sample), segmenter, epsilons, reading, segmenter.batch());
    }

    /**
     * The same for several images of one collection, which share passes through the network; each image's rows are its own
     * but for rounding.
     *
     * @param batch images in one pass at most, at least 1
     * @return rows image by image
     */
    static List<Row> of(
            List<Sample> samples, Segmenter segmenter, double[] epsilons, AttackReading reading, int batch) {
        List<NetworkInput> inputs = samples.stream()
                .map(sample -> reading.perChannel() ? threeChannels(sample.input()) : sample.input())
                .toList();
        List<AttackTrajectory> trajectories = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            AttackGoal goal = AttackGoal.inverseOfTruth(samples.get(i).truth());
            trajectories.add(new AttackTrajectory(segmenter, inputs.get(i), goal));
        }
        boolean shared = reading.keepsTrajectory();
        if (shared) {
            new BatchAttack(segmenter, trajectories, epsilons, batch).compute();
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            NetworkInput input = inputs.get(i);
            for (double epsilon : epsilons) {
                AdversarialExample example = shared
                        ? trajectories.get(i).compute(epsilon)
                        : alone(segmenter, input, sample, reading.settings(epsilon));
                rows.add(new Row(
                        sample.name(),
                        segmenter.card().id(),
                        epsilon,
                        Overlap.of(example.segmentation().mask(), sample.truth()),
                        PerturbationNorms.of(input.values(), example.image()).linf()));
            }
        }
        return rows;
    }

    private static AdversarialExample alone(
            Segmenter segmenter, NetworkInput input, Sample sample, SignAttack.Settings settings) {
        AttackGoal goal = AttackGoal.inverseOfTruth(sample.truth());
        return new SignAttack(segmenter, input.values(), input.channels(), goal.target(), settings).finish();
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
