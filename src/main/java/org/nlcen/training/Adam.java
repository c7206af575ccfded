package org.nlcen.training;

import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;

/**
 * Adam (Kingma and Ba 2015, algorithm 1) with betas 0.9 and 0.999 and weight decay added to the gradient, as PyTorch's Adam
 * does. DJL's own keeps its moments to itself, so a run could not be continued exactly.
 */
final class Adam implements AutoCloseable {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final NDManager manager;
    private final Map<String, Parameter> parameters;
    private final Map<String, NDArray> first = new LinkedHashMap<>();
    private final Map<String, NDArray> second = new LinkedHashMap<>();
    private final double weightDecay;
    private long steps;

    /**
     * @param manager parent of the manager that owns the moments
     * @param parameters trained parameters by name; their arrays are changed in place
     * @param weightDecay factor of the L2 term's gradient
     */
    Adam(NDManager manager, Map<String, Parameter> parameters, double weightDecay) {
        this.manager = manager.newSubManager();
        this.parameters = parameters;
        this.weightDecay = weightDecay;
        parameters.forEach((name, parameter) -> {
            first.put(name, parameter.getArray().zerosLike());
            second.put(name, parameter.getArray().zerosLike());
            first.get(name).attach(this.manager);
            second.get(name).attach(this.manager);
        });
    }

    /**
     * One update from the gradients that {@link GradientCollector#backward} left; clears them.
     *
     * @param rate learning rate
     */
    void step(double rate) {
        steps++;
        double size = rate / (1 - Math.pow(BETA1, steps));
        double root = Math.sqrt(1 - Math.pow(BETA2, steps));
        parameters.forEach((name, parameter) -> {
            NDArray value = parameter.getArray();
            try (NDManager scratch = manager.newSubManager()) {
                NDArray weights = value.stopGradient();
                weights.attach(scratch);
                NDArray raw = value.getGradient();
                raw.attach(scratch);
                NDArray gradient = weights.mul(weightDecay).add(raw);
                NDArray m = first.get(name);
                NDArray v = second.get(name);
                m.muli(BETA1).addi(gradient.mul(1 - BETA1));
                NDArray square = gradient.square().mul(1 - BETA2);
                v.muli(BETA2).addi(square);
                NDArray deviation = v.sqrt();
                deviation.attach(scratch);
                NDArray move = m.mul(size);
                move.attach(scratch);
                weights.subi(move.div(deviation.divi(root).addi(EPSILON)));
                raw.subi(raw);
            }
        });
    }

    /** Updates so far. */
    long steps() {
        return steps;
    }

    /** Moments by name, prefixed {@code m.} and {@code v.}; live arrays, owned by this optimiser. */
    Map<String, NDArray> state() {
        Map<String, NDArray> state = new LinkedHashMap<>();
        first.forEach((name, array) -> state.put("m." + name, array));
        second.forEach((name, array) -> state.put("v." + name, array));
        return state;
    }

    /** Takes up a saved {@link #state()}. */
    void restore(Map<String, NDArray> state, long stepsDone) {
        first.forEach((name, array) -> InPlace.copy(state.get("m." + name), array));
        second.forEach((name, array) -> InPlace.copy(state.get("v." + name), array));
        steps = stepsDone;
    }

    @Override
    public void close() {
        manager.close();
    }
}
