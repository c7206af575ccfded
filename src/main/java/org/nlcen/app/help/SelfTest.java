package org.nlcen.app.help;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.nlcen.image.Explanation;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.Overlap;
import org.nlcen.model.InputGradient;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelLoadException;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;
import org.nlcen.model.StoredAnswers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries each trained network on this device: weights, a forward pass and a gradient on a phantom whose exact mask is known. Rows
 * belong to the window's thread.
 */
public final class SelfTest {
    private static final Logger LOG = LoggerFactory.getLogger(SelfTest.class);
    /** Far below what any trained network reaches on the phantom, far above what a broken one does. */
    private static final double LEAST_DIC = 0.7;
    /** Grey levels by which the image is moved to see whether the loss follows the gradient. */
    private static final float STEP = 0.5f;

    /** The way to the networks. */
    public interface Networks {
        /** Runs on the thread that owns the engine, before background work. */
        <T> CompletableFuture<T> call(Callable<T> task);

        /** The network; called on that thread. */
        Segmenter get(String id) throws Exception;

        /** All that have weights. */
        List<ModelCard> trained();
    }

    /** How a network fared. */
    public enum Outcome {
        WAITING,
        RUNNING,
        PASSED,
        FAILED,
        CANCELLED
    }

    /**
     * One network.
     *
     * @param device where it computed; empty before
     * @param dic with the phantom's exact mask
     * @param forwardMillis time of the forward pass
     * @param gradientMillis time of forward and gradient
     * @param answer how its answer stands to the one stored for these weights
     * @param problem why it failed; without words where it did not
     */
    public record Row(
            ModelCard card,
            Outcome outcome,
            String device,
            Optional<Double> dic,
            long forwardMillis,
            long gradientMillis,
            StoredAnswers.Match answer,
            Explanation problem) {
        static Row waiting(ModelCard card) {
            return new Row(
                    card, Outcome.WAITING, "", Optional.empty(), 0, 0, StoredAnswers.Match.NONE, Explanation.NONE);
        }

        Row as(Outcome other, Explanation why) {
            return new Row(card, other, device, dic, forwardMillis, gradientMillis, answer, why);
        }
    }

    private final Networks networks;
    private final StoredAnswers stored;
    private final Executor window;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final double leastDic;
    private volatile boolean cancelled;

    public SelfTest(Networks networks, StoredAnswers stored, Executor window) {
        this(networks, stored, window, LEAST_DIC);
    }

    SelfTest(Networks networks, StoredAnswers stored, Executor window, double leastDic) {
        this.leastDic = leastDic;
        this.networks = networks;
        this.stored = stored;
        this.window = window;
        networks.trained().forEach(card -> rows.add(Row.waiting(card)));
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** Begins with the first network; each step waits behind nothing but the step of an attack. */
    public void start() {
        next(0);
    }

    /** Stops after the network at hand. */
    public void cancel() {
        cancelled = true;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).outcome() == Outcome.WAITING) {
                rows.set(i, rows.get(i).as(Outcome.CANCELLED, Explanation.NONE));
            }
        }
    }

    /** Whether every network was tried. */
    public boolean ended() {
        return rows.stream().noneMatch(row -> row.outcome() == Outcome.WAITING || row.outcome() == Outcome.RUNNING);
    }

    private void next(int place) {
        if (cancelled || place >= rows.size()) {
            return;
        }
        ModelCard card = rows.get(place).card();
        rows.set(place, rows.get(place).as(Outcome.RUNNING, Explanation.NONE));
        networks.call(() -> tried(card))
                .exceptionally(failure -> {
                    LOG.warn("self-test of {}", card.id(), failure);
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    return Row.waiting(card).as(Outcome.FAILED, ModelLoadException.reason(cause));
                })
                .thenAccept(row -> window.execute(() -> {
                    rows.set(place, row);
                    next(place + 1);
                }));
    }

    private Row tried(ModelCard card) throws Exception {
        Segmenter network = networks.get(card.id());
        StoredAnswers.Question question = StoredAnswers.Question.of(card.task());
        NetworkInput input = question.input();
        Mask truth = question.truth();
        long start = System.nanoTime();
        Segmentation answer = network.segment(input);
        long forward = System.nanoTime() - start;
        InputGradient gradient = network.inputGradient(input.values(), input.channels(), truth.inverse());
        long both = System.nanoTime() - start - forward;
        double dic = Overlap.of(answer.mask(), truth).dic();
        StoredAnswers.Match match = stored.compare(card, answer.foreground(), gradient.gradient());
        Explanation problem = problem(network, input, truth, answer, gradient, dic, match);
        return new Row(
                card,
                problem.equals(Explanation.NONE) ? Outcome.PASSED : Outcome.FAILED,
                network.device(),
                Optional.of(dic),
                forward / 1_000_000,
                both / 1_000_000,
                match,
                problem);
    }

    private Explanation problem(
            Segmenter network,
            NetworkInput input,
            Mask truth,
            Segmentation answer,
            InputGradient gradient,
            double dic,
            StoredAnswers.Match match) {
        if (!finite(answer.foreground()) || !finite(gradient.gradient())) {
            return Explanation.of("The answer holds numbers that are none (NaN or infinity).");
        }
        if (match == StoredAnswers.Match.DIFFERENT) {
            return Explanation.of("The answer differs from the one stored for these weights.");
        }
        if (dic < leastDic) {
            return Explanation.of(
                    "DIC on the phantom is {0}, below {1}.",
                    String.format(Locale.ROOT, "%.3f", dic), String.format(Locale.ROOT, "%.1f", leastDic));
        }
        float[] moved = input.values().clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] -= STEP * Math.signum(gradient.gradient()[i]);
        }
        double after =
                network.inputGradient(moved, input.channels(), truth.inverse()).loss();
        return after < gradient.loss()
                ? Explanation.NONE
                : Explanation.of("The loss does not fall along the gradient.");
    }

    private static boolean finite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
