package org.nlcen.study;

import java.util.ArrayList;
import java.util.List;

import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackTrajectory;
import org.nlcen.dataset.Sample;
import org.nlcen.metric.Overlap;
import org.nlcen.metric.PerturbationNorms;
import org.nlcen.model.Segmenter;

/** What happens to one image under one network: a pure function of image, network and strengths. */
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
     * Attacks with the inverse of the truth as goal, all strengths on one trajectory.
     *
     * @param epsilons strengths; 0 is measured without any gradient
     * @return a row for each strength, in their order
     */
    public static List<Row> of(Sample sample, Segmenter segmenter, double[] epsilons) {
        AttackTrajectory trajectory =
                new AttackTrajectory(segmenter, sample.input(), AttackGoal.inverseOfTruth(sample.truth()));
        List<Row> rows = new ArrayList<>();
        for (double epsilon : epsilons) {
            AdversarialExample example = trajectory.compute(epsilon);
            rows.add(new Row(
                    sample.name(),
                    segmenter.card().id(),
                    epsilon,
                    Overlap.of(example.segmentation().mask(), sample.truth()),
                    PerturbationNorms.of(sample.input().values(), example.image())
                            .linf()));
        }
        return rows;
    }
}
