package org.nlcen.cli;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private static final int[] BATCHES = {2, 4, 8};
    private static final double[] NEW_STRENGTHS = {7.5, 15.5, 3, 23.5, 31.5, 11, 1.5, 27};

    private final Segmenter segmenter;
    private final List<NetworkInput> inputs;
    private final int runs;
    private final NetworkCost cost;
    private final Map<String, Timings> measured = new LinkedHashMap<>();

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
        measured.put("forward", Timings.of(runs, () -> segmenter.segment(input)));
        measured.put(
                "gradient", Timings.of(runs, () -> segmenter.inputGradient(input.values(), input.channels(), goal)));
    }

    /** Gradients of one and of several images in one pass, per image. */
    void measureBatches() {
        NetworkInput input = inputs.get(0);
        Mask goal = goal(input).target();
        measured.put(
                "gradientInBatchOf1",
                Timings.of(runs, () -> segmenter.inputGradient(input.values(), input.channels(), goal)));
        for (int batch : BATCHES) {
            List<float[]> images = Collections.nCopies(batch, input.values());
            List<Mask> goals = Collections.nCopies(batch, goal);
            Timings together = Timings.of(
                    Math.max(3, runs / batch), () -> segmenter.inputGradients(images, input.channels(), goals));
            measured.put("gradientInBatchOf" + batch, together.each(batch));
        }
    }

    /** The paper's eighteen strengths of one image. */
    void measureCurve() {
        NetworkInput input = inputs.get(0);
        AttackGoal goal = goal(input);
        long start = System.nanoTime();
        AttackTrajectory trajectory = new AttackTrajectory(segmenter, input, goal);
        new BatchAttack(segmenter, List.of(trajectory), Epsilons.paper(), segmenter.batch()).compute();
        measured.put("curve", new Timings(new double[] {(System.nanoTime() - start) / 1e6}));
    }

    /** Opening images and moving the slider. */
    void measureWaiting(ComputeLane lane, int times) throws InterruptedException {
        SessionProbe probe = new SessionProbe(lane, List.of(segmenter));
        SessionProbe.Opening[] openings = new SessionProbe.Opening[times];
        for (int i = 0; i < times; i++) {
            openings[i] = probe.open(inputs.get(i % inputs.size()));
        }
        measured.put("cleanMask", timings(openings, SessionProbe.Opening::clean));
        measured.put("firstAttacked", timings(openings, SessionProbe.Opening::attacked));
        measured.put("epsilon8", timings(openings, SessionProbe.Opening::visible));
    }

    /** Moving the slider to strengths that were not computed before. */
    void measureSlider(ComputeLane lane, int times) throws InterruptedException {
        SessionProbe probe = new SessionProbe(lane, List.of(segmenter));
        measured.put(
                "slider",
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
        measured.forEach((what, timings) -> map.put(what, timings.toMap()));
        return map;
    }
}
