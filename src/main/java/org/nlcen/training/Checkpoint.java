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
 * @param stage the network's stage that is being trained, the first being 0
 * @param step optimiser steps done in this stage
 * @param lossSum sum of the current epoch's batch losses
 * @param schedule state of the learning rate's rule
 * @param plan the plan it belongs to; another plan must not continue it
 * @param origin the network whose weights it began with; empty for random ones
 * @param seconds time spent so far
 */
record Checkpoint(int stage, long step, double lossSum, String schedule, String plan, String origin, double seconds) {
    private static final String FILE = "checkpoint.safetensors";

    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    void save(Path folder, Map<String, Parameter> parameters, Adam adam) throws IOException {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> arrays.put("p." + name, parameter.getArray()));
        arrays.putAll(adam.state());
        Map<String, String> state = new LinkedHashMap<>();
        state.put("stage", Integer.toString(stage));
        state.put("step", Long.toString(step));
        state.put("lossSum", Double.toString(lossSum));
        state.put("schedule", schedule);
        state.put("plan", plan);
        state.put("origin", origin);
        state.put("seconds", Double.toString(seconds));
        SafeTensors.write(folder.resolve(FILE), arrays, state);
    }

    /** A checkpoint as it lies in its file. */
    record Saved(Checkpoint checkpoint, Map<String, NDArray> arrays) {
        /** Puts weights and moments into live ones, those of the checkpoint's stage. */
        void into(Map<String, Parameter> parameters, Adam adam) {
            parameters.forEach((name, parameter) -> InPlace.copy(arrays.get("p." + name), parameter.getArray()));
            adam.restore(arrays, checkpoint.step());
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @param manager owns its arrays
     * @throws IOException if there is none, it is damaged, or it belongs to another plan
     */
    static Saved load(Path folder, String plan, NDManager manager) throws IOException {
        Path file = folder.resolve(FILE);
        SafeTensors.Content content = SafeTensors.read(file, manager);
        Map<String, String> state = content.metadata();
        if (!withoutLength(plan).equals(withoutLength(state.get("plan")))) {
            throw new IOException(file + " belongs to another training: " + state.get("plan")
                    + "; use its options or another --out folder");
        }
        Checkpoint checkpoint = new Checkpoint(
                Integer.parseInt(state.getOrDefault("stage", "0")),
                Long.parseLong(state.get("step")),
                Double.parseDouble(state.get("lossSum")),
                state.get("schedule"),
                plan,
                state.getOrDefault("origin", ""),
                Double.parseDouble(state.get("seconds")));
        return new Saved(checkpoint, content.arrays());
    }

    /** A run may be made longer or shorter on the way; all else must stay. */
    private static String withoutLength(String plan) {
        return plan.replaceFirst("epochs=\\d+, ", "");
    }
}
