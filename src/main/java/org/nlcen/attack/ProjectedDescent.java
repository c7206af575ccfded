package org.nlcen.attack;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.InputGradient;
import org.nlcen.model.Segmenter;

/**
 * PGD, SegPGD and CosPGD: {@code x <- clip(x - a sign(dL/dx))} from uniform random starts in the ball. Madry et al. 2018,
 * section 2.1; the step is theirs too, {@code a = 2.5 epsilon / T}, so that every point of the ball can be reached from every
 * start. Of several starts the one counts whose answer agrees with the goal in most pixels, the first of equals.
 */
final class ProjectedDescent implements Attack {
    private static final double REACH = 2.5;

    private final AttackSettings settings;
    private final Segmenter segmenter;
    private final NetworkInput input;
    private final Mask target;
    private final EpsilonBall ball;
    private final Map<Double, Run> runs = new ConcurrentHashMap<>();
    private final Map<Double, AdversarialExample> examples = new ConcurrentHashMap<>();
    private volatile int gradients;

    /** Where one epsilon is; {@code image} is null between starts. */
    private static final class Run {
        private int start;
        private int step;
        private float[] image;
        private AdversarialExample best;
        private int bestWon;
    }

    ProjectedDescent(AttackSettings settings, Segmenter segmenter, NetworkInput input, AttackGoal goal) {
        this.settings = settings;
        this.segmenter = segmenter;
        this.input = input;
        this.target = goal.target();
        this.ball = new EpsilonBall(input.values());
    }

    @Override
    public boolean advance(double epsilon) {
        Epsilons.check(epsilon);
        if (examples.containsKey(epsilon)) {
            return true;
        }
        if (epsilon == 0) {
            examples.put(epsilon, new AdversarialExample(0, 0, input.values(), segmenter.segment(input)));
            return true;
        }
        Run run = runs.computeIfAbsent(epsilon, unused -> new Run());
        if (run.image == null) {
            run.image = ball.random(epsilon, seed(run.start));
            run.step = 0;
        }
        if (run.step < settings.steps()) {
            run.step++;
            run.image = ball.step(run.image, gradient(run), REACH * epsilon / settings.steps(), epsilon);
            return false;
        }
        finish(run, epsilon);
        if (run.start < settings.starts()) {
            return false;
        }
        examples.put(epsilon, run.best);
        runs.remove(epsilon);
        return true;
    }

    /** The first start takes the settings' own seed, so that one start is the beginning of many. */
    private long seed(int start) {
        return settings.seed() + start * 0x9E3779B97F4A7C15L;
    }

    private float[] gradient(Run run) {
        gradients++;
        InputGradient result =
                switch (settings.method()) {
                    case SEG_PGD ->
                        segmenter.inputGradient(
                                run.image, input.channels(), target, LossWeights.segPgd(run.step, settings.steps()));
                    case COS_PGD -> segmenter.inputGradient(run.image, input.channels(), target, LossWeights::cosPgd);
                    default -> segmenter.inputGradient(run.image, input.channels(), target);
                };
        return result.gradient();
    }

    private void finish(Run run, double epsilon) {
        AdversarialExample end = new AdversarialExample(
                epsilon, settings.steps(), run.image, segmenter.segment(run.image, input.channels()));
        Mask answer = end.segmentation().mask();
        int both = answer.intersection(target);
        int won = answer.width() * answer.height() - answer.area() - target.area() + 2 * both;
        if (run.best == null || won > run.bestWon) {
            run.best = end;
            run.bestWon = won;
        }
        run.start++;
        run.image = null;
    }

    @Override
    public Optional<AdversarialExample> example(double epsilon) {
        return Optional.ofNullable(examples.get(epsilon));
    }

    @Override
    public int gradients() {
        return gradients;
    }
}
