package org.nlcen.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.nlcen.attack.AttackTrajectory.Question;
import org.nlcen.image.Mask;
import org.nlcen.model.InputGradient;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

/**
 * Many trajectories against one network at once: each pass through the network is filled with what can be computed next, of
 * whichever image and epsilon. For work where nobody waits for the single picture; results are those of each trajectory by
 * itself but for rounding.
 */
public final class BatchAttack {
    private final Segmenter segmenter;
    private final List<AttackTrajectory> trajectories;
    private final double[] epsilons;
    private final int batch;

    /** One question with the trajectory that asks it. */
    private record Asked<A>(AttackTrajectory who, Question<A> question) {}

    /**
     * @param segmenter the network that the trajectories attack; not owned
     * @param trajectories of pictures with equally many channels
     * @param batch images in one pass at most, at least 1
     */
    public BatchAttack(Segmenter segmenter, List<AttackTrajectory> trajectories, double[] epsilons, int batch) {
        if (batch < 1) {
            throw new IllegalArgumentException("a batch has at least one image, not " + batch);
        }
        this.segmenter = segmenter;
        this.trajectories = List.copyOf(trajectories);
        this.epsilons = epsilons.clone();
        this.batch = batch;
    }

    /** Does one pass; false if nothing is left to do. */
    public boolean advance() {
        List<Asked<InputGradient>> gradients = new ArrayList<>();
        for (AttackTrajectory trajectory : trajectories) {
            trajectory
                    .gradientQuestions(epsilons)
                    .forEach(question -> gradients.add(new Asked<>(trajectory, question)));
        }
        if (!gradients.isEmpty()) {
            List<Asked<InputGradient>> pass = sharedFirst(gradients);
            List<Mask> goals = pass.stream().map(asked -> asked.who().target()).toList();
            answer(pass, segmenter.inputGradients(images(pass), channels(), goals));
            return true;
        }
        List<Asked<Segmentation>> last = new ArrayList<>();
        for (AttackTrajectory trajectory : trajectories) {
            trajectory.lastQuestions(epsilons).forEach(question -> last.add(new Asked<>(trajectory, question)));
        }
        if (last.isEmpty()) {
            return false;
        }
        List<Asked<Segmentation>> pass = last.subList(0, Math.min(batch, last.size()));
        answer(pass, segmenter.segmentAll(images(pass), channels()));
        return true;
    }

    /** Does everything. */
    public void compute() {
        while (advance()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the attack was cancelled");
            }
        }
    }

    /** The first question of each trajectory before the second of any: the shared steps are the longest chain. */
    private List<Asked<InputGradient>> sharedFirst(List<Asked<InputGradient>> all) {
        List<Asked<InputGradient>> first = new ArrayList<>();
        List<Asked<InputGradient>> rest = new ArrayList<>();
        AttackTrajectory before = null;
        for (Asked<InputGradient> asked : all) {
            (asked.who() == before ? rest : first).add(asked);
            before = asked.who();
        }
        first.addAll(rest);
        return first.subList(0, Math.min(batch, first.size()));
    }

    private int channels() {
        return trajectories.get(0).channels();
    }

    private static <A> List<float[]> images(List<Asked<A>> pass) {
        return pass.stream().map(asked -> asked.question().image()).toList();
    }

    private static <A> void answer(List<Asked<A>> pass, List<A> answers) {
        for (int i = 0; i < answers.size(); i++) {
            pass.get(i).question().take().accept(answers.get(i));
        }
    }
}
