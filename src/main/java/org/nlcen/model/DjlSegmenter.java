package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.network.Parameters;
import org.nlcen.network.PixelCrossEntropy;
import org.nlcen.network.SegmentationNetwork;

/**
 * A network on DJL's PyTorch engine. Weights are frozen, so no gradient of them is ever computed, and lie channels-last,
 * which the engine's convolutions prefer.
 */
final class DjlSegmenter implements Segmenter {
    private static final int SIZE = NetworkInput.SIZE;

    private final ModelCard card;
    private final NDManager manager;
    private final SegmentationNetwork network;

    private DjlSegmenter(ModelCard card, NDManager manager, SegmentationNetwork network) {
        this.card = card;
        this.manager = manager;
        this.network = network;
    }

    /**
     * Reads weights into a network without any; every name, shape and number is checked.
     *
     * @throws IOException if the file is damaged or belongs to another architecture
     */
    static DjlSegmenter open(ModelCard card, SegmentationNetwork network, Path weights) throws IOException {
        NDManager manager = Engines.open();
        try {
            Map<String, NDArray> arrays = SafeTensors.read(weights, manager).arrays();
            TreeSet<String> missing = new TreeSet<>(Parameters.named(network).keySet());
            TreeSet<String> unknown = new TreeSet<>(arrays.keySet());
            missing.removeAll(arrays.keySet());
            unknown.removeAll(Parameters.named(network).keySet());
            if (!missing.isEmpty() || !unknown.isEmpty()) {
                throw new IOException("it belongs to another architecture; missing " + first(missing) + ", unknown "
                        + first(unknown));
            }
            network.initialize(manager, (name, shape) -> fitting(name, shape, arrays.get(name)));
            network.fold();
            return new DjlSegmenter(card, manager, network);
        } catch (IOException | RuntimeException | Error e) {
            manager.close();
            if (e instanceof IllegalArgumentException) {
                throw new IOException(e.getMessage(), e);
            }
            throw e;
        }
    }

    private static String first(TreeSet<String> names) {
        return names.isEmpty() ? "nothing" : names.first();
    }

    private static NDArray fitting(String name, Shape shape, NDArray array) {
        if (!array.getShape().equals(shape)) {
            throw new IllegalArgumentException(
                    "array " + name + " has shape " + array.getShape() + ", the network needs " + shape);
        }
        if (!Float.isFinite(array.sum().getFloat())) {
            throw new IllegalArgumentException("array " + name + " holds numbers that are not finite");
        }
        return shape.dimension() == 4 ? channelsLast(array) : array;
    }

    /** The same values, the channels' dimension innermost in memory. */
    private static NDArray channelsLast(NDArray array) {
        Shape shape = array.getShape();
        NDManager manager = array.getManager();
        try (NDManager scratch = manager.newSubManager()) {
            array.attach(scratch);
            NDArray result = array.transpose(0, 2, 3, 1)
                    .reshape(-1)
                    .reshape(shape.get(0), shape.get(2), shape.get(3), shape.get(1))
                    .transpose(0, 3, 1, 2);
            result.attach(manager);
            return result;
        }
    }

    @Override
    public ModelCard card() {
        return card;
    }

    @Override
    public String device() {
        return "CPU";
    }

    @Override
    public Segmentation segment(float[] image, int channels) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray logits = network.predict(new ParameterStore(scratch, false), picture(scratch, image, channels));
            return segmentation(logits);
        }
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal) {
        return gradient(image, channels, goal, null);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
        return gradient(image, channels, goal, weights);
    }

    /** @param weights null where all pixels count alike */
    private InputGradient gradient(float[] image, int channels, Mask goal, PixelWeights weights) {
        try (NDManager scratch = manager.newSubManager()) {
            // a fresh leaf each time: gradients add up on an array that is used again
            NDArray x = picture(scratch, image, channels);
            x.setRequiresGradient(true);
            NDArray target = scratch.create(numbers(goal), new Shape(1, SIZE, SIZE));
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                NDArray logits = network.predict(new ParameterStore(scratch, false), x);
                Segmentation answer = segmentation(logits.stopGradient());
                NDArray loss = weights == null
                        ? PixelCrossEntropy.mean(logits, target)
                        : PixelCrossEntropy.mean(
                                logits, target, scratch.create(weights.of(answer, goal), new Shape(1, SIZE, SIZE)));
                collector.backward(loss);
                NDArray gradient = x.getGradient();
                gradient.attach(scratch);
                return new InputGradient(gradient.toFloatArray(), answer, loss.getFloat());
            }
        }
    }

    /** Arrays held between calls; a number that grows is a leak. */
    int liveArrays() {
        return manager.getManagedArrays().size();
    }

    private static Segmentation segmentation(NDArray logits) {
        return new Segmentation(
                Activation.sigmoid(PixelCrossEntropy.margin(logits)).toFloatArray());
    }

    private static NDArray picture(NDManager manager, float[] image, int channels) {
        if (image.length != channels * SIZE * SIZE) {
            throw new IllegalArgumentException("expected " + channels + "x256x256 values, got " + image.length);
        }
        return manager.create(image, new Shape(1, channels, SIZE, SIZE));
    }

    private static float[] numbers(Mask mask) {
        if (mask.width() != SIZE || mask.height() != SIZE) {
            throw new IllegalArgumentException("a goal must have 256x256 pixels, got " + mask);
        }
        float[] numbers = new float[SIZE * SIZE];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = mask.get(i) ? 1 : 0;
        }
        return numbers;
    }

    @Override
    public void close() {
        manager.close();
    }
}
