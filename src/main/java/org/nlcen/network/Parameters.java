package org.nlcen.network;

import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.util.Pair;

/** Names and counts of a network's parameters. */
public final class Parameters {
    private Parameters() {}

    /**
     * All parameters and running statistics by their path, in the network's order: {@code trunk.conv2_1.layer1.conv.weight}.
     * The names are those in a weights file; they do not depend on the engine.
     */
    public static Map<String, Parameter> named(Block network) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        collect("", network, named);
        return named;
    }

    /** Number of trained values: weights, biases, norms' gamma and beta, codebooks; running statistics do not count. */
    public static long count(Block network) {
        return named(network).values().stream()
                .filter(parameter -> !isStatistic(parameter))
                .mapToLong(parameter -> parameter.getShape().size())
                .sum();
    }

    /** Whether a parameter is a norm's running mean or variance, which no gradient reaches. */
    public static boolean isStatistic(Parameter parameter) {
        return parameter.getType() == Parameter.Type.RUNNING_MEAN || parameter.getType() == Parameter.Type.RUNNING_VAR;
    }

    private static void collect(String prefix, Block block, Map<String, Parameter> into) {
        block.getDirectParameters().forEach(entry -> into.put(prefix + entry.getKey(), entry.getValue()));
        for (Pair<String, Block> child : block.getChildren()) {
            // DJL puts a two-digit number before each child's name
            collect(prefix + child.getKey().substring(2) + ".", child.getValue(), into);
        }
    }
}
