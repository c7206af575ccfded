package org.nlcen.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import org.nlcen.model.SafeTensors;

/**
 * A training's whole state in one file: weights, moments, how far it is. Replaced as a whole, so a run stopped at any moment
 * finds the old or the new one.
 *
 * @param step optimiser steps done
 * @param lossSum sum of the current epoch's batch losses
 * @param schedule state of the learning rate's rule
 * @param plan the plan it belongs to; another plan must not continue it
 * @param seconds time spent so far
 */
record Checkpoint(long step, double lossSum, String schedule, String plan, double seconds) {
    private static final String FILE = "checkpoint.safetensors";

    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    void save(Path folder, Map<String, Parameter> parameters, Adam adam) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> arrays.put("p." + name, parameter.getArray()));
        arrays.putAll(adam.state());
        Map<String, String> state = new LinkedHashMap<>();
        state.put("step", Long.toString(step));
        state.put("lossSum", Double.toString(lossSum));
        state.put("schedule", schedule);
        state.put("plan", plan);
        state.put("seconds", Double.toString(seconds));
        SafeTensors.write(folder.resolve(FILE), arrays, state);
    }

    /** Reads a checkpoint into live weights and moments. */
    static Checkpoint load(Path folder, String plan, Map<String, Parameter> parameters, Adam adam, NDManager manager)
            throws IOException {
        Path file = folder.resolve(FILE);
        try (NDManager scratch = manager.newSubManager()) {
            SafeTensors.Content content = SafeTensors.read(file, scratch);
            Map<String, String> state = content.metadata();
            if (!withoutLength(plan).equals(withoutLength(state.get("plan")))) {
                throw new IOException(file + " belongs to another training: " + state.get("plan")
                        + "; use its options or another --out folder");
            }
            for (Map.Entry<String, Parameter> parameter : parameters.entrySet()) {
                NDArray saved = content.arrays().get("p." + parameter.getKey());
                InPlace.copy(saved, parameter.getValue().getArray());
            }
            adam.restore(content.arrays(), Long.parseLong(state.get("step")));
            return new Checkpoint(
                    Long.parseLong(state.get("step")),
                    Double.parseDouble(state.get("lossSum")),
                    state.get("schedule"),
                    plan,
                    Double.parseDouble(state.get("seconds")));
        }
    }

    /** A run may be made longer or shorter on the way; all else must stay. */
    private static String withoutLength(String plan) {
        return plan.replaceFirst("epochs=\\d+, ", "");
    }
}
