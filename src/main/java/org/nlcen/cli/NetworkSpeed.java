package org.nlcen.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nlcen.attack.AttackGoal;
import org.nlcen.attack.AttackTrajectory;
import org.nlcen.attack.BatchAttack;
import org.nlcen.attack.Epsilons;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.MachinePeak;
import org.nlcen.model.Segmenter;
import org.nlcen.network.NetworkCost;

/** How fast one network is: a pass, a gradient, the whole curve, and what a person at the window waits for. */
final class NetworkSpeed {
    private static final int[] BATCHES = {2, 4};
    private static final double[] NEW_STRENGTHS = {7.5, 15.5, 3, 23.5, 31.5, 11, 1.5, 27};

    private final Segmenter segmenter;
    private final List<NetworkInput> inputs;
    private final int runs;
    private final NetworkCost cost;
    private Timings forward;
    private Timings gradient;
    private final Map<Integer, Timings> batches = new LinkedHashMap<>();
    private Optional<Timings> sweep = Optional.empty();
    private Optional<Timings> clean = Optional.empty();
    private Optional<Timings> attacked = Optional.empty();
    private Optional<Timings> visible = Optional.empty();
    private Optional<Timings> slider = Optional.empty();

    /**
     * @param segmenter not owned
     * @param inputs pictures to work on, at least one
     * @param runs of each short measurement
     */
    NetworkSpeed(Segmenter segmenter, List<NetworkInput> inputs, int runs) {
        this.segmenter = segmenter;
        this.inputs = inputs;
        this.runs = runs;
        NetworkInput input = inputs.get(0);
        cost = NetworkCost.of(() -> segmenter.segment(input));
    }

    /** Forward passes and gradients. */
    void measurePasses() {
        NetworkInput input = inputs.get(0);
        Mask goal = goal(input).target();
        forward = Timings.of(runs, () -> segmenter.segment(input));
        gradient = Timings.of(runs, () -> segmenter.inputGradient(input.values(), input.channels(), goal));
    }

    /** Gradients of several images in one pass. */
    void measureBatches() {
        NetworkInput input = inputs.get(0);
        Mask goal = goal(input).target();
        for (int batch : BATCHES) {
            List<float[]> images = Collections.nCopies(batch, input.values());
            List<Mask> goals = Collections.nCopies(batch, goal);
            Timings together = Timings.of(
                    Math.max(3, runs / batch), () -> segmenter.inputGradients(images, input.channels(), goals));
            batches.put(batch, together.each(batch));
        }
    }

    /** The paper's eighteen strengths of one image, as often as asked. */
    void measureSweep(int times) {
        double[] millis = new double[times];
        for (int i = 0; i < times; i++) {
            NetworkInput input = inputs.get(i % inputs.size());
            AttackGoal goal = goal(input);
            long start = System.nanoTime();
            AttackTrajectory trajectory = new AttackTrajectory(segmenter, input, goal);
            new BatchAttack(segmenter, List.of(trajectory), Epsilons.paper(), segmenter.batch()).compute();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        sweep = Optional.of(new Timings(millis));
    }

    /** Opening images and moving the slider. */
    void measureWaiting(ComputeLane lane, int times) throws InterruptedException {
        SessionProbe probe = new SessionProbe(lane, List.of(segmenter));
        SessionProbe.Opening[] openings = new SessionProbe.Opening[times];
        for (int i = 0; i < times; i++) {
            openings[i] = probe.open(inputs.get(i % inputs.size()));
        }
        clean = Optional.of(timings(openings, SessionProbe.Opening::clean));
        attacked = Optional.of(timings(openings, SessionProbe.Opening::attacked));
        visible = Optional.of(timings(openings, SessionProbe.Opening::visible));
    }

    /** Moving the slider to strengths that were not computed before. */
    void measureSlider(ComputeLane lane, int times) throws InterruptedException {
        SessionProbe probe = new SessionProbe(lane, List.of(segmenter));
        slider = Optional.of(
                probe.slide(inputs.get(0), Arrays.copyOf(NEW_STRENGTHS, Math.min(times, NEW_STRENGTHS.length))));
    }

    private static Timings timings(
            SessionProbe.Opening[] openings, java.util.function.ToDoubleFunction<SessionProbe.Opening> which) {
        return new Timings(Arrays.stream(openings).mapToDouble(which).toArray());
    }

    private AttackGoal goal(NetworkInput input) {
        return AttackGoal.inverseOfPrediction(segmenter.segment(input).mask());
    }

    Map<String, Object> toMap(MachinePeak peak) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", segmenter.card().id());
        map.put("device", segmenter.device());
        map.put("gigaMacs", cost.macs() / 1e9);
        map.put("gradientGigaMacs", cost.gradientMacs() / 1e9);
        map.put("megabytes", cost.bytes() / 1e6);
        map.put("floorMs", 1e3 * cost.floor(peak.macsPerSecond(), peak.bytesPerSecond()));
        map.put("gradientFloorMs", 1e3 * cost.gradientFloor(peak.macsPerSecond(), peak.bytesPerSecond()));
        map.put("forward", forward.toMap());
        map.put("gradient", gradient.toMap());
        batches.forEach((batch, timings) -> map.put("gradientInBatchOf" + batch, timings.toMap()));
        sweep.ifPresent(timings -> map.put("sweep", timings.toMap()));
        clean.ifPresent(timings -> map.put("cleanMask", timings.toMap()));
        attacked.ifPresent(timings -> map.put("firstAttacked", timings.toMap()));
        visible.ifPresent(timings -> map.put("epsilon8", timings.toMap()));
        slider.ifPresent(timings -> map.put("slider", timings.toMap()));
        return map;
    }
}
