package org.nlcen.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import org.nlcen.image.Explanation;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.network.ContextProbe;
import org.nlcen.network.Parameters;
import org.nlcen.network.PixelCrossEntropy;
import org.nlcen.network.SegmentationNetwork;
import org.nlcen.network.TrainingLoss;

/**
 * A network on DJL's PyTorch engine. Weights are frozen, so no gradient of them is ever computed, and lie channels-last,
 * which the engine's convolutions prefer.
 */
final class DjlSegmenter implements Segmenter {
    private static final int SIZE = NetworkInput.SIZE;
    /** Pictures of this size in one pass; a single one does not fill a card. Not measured on one yet. */
    private static final int BATCH_ON_GPU = 8;

    private final ModelCard card;
    private final NDManager manager;
    private final SegmentationNetwork network;
    private final Optional<TrainingLoss> ownLoss;

    private DjlSegmenter(
            ModelCard card, NDManager manager, SegmentationNetwork network, Optional<TrainingLoss> ownLoss) {
        this.card = card;
        this.manager = manager;
        this.network = network;
        this.ownLoss = ownLoss;
    }

    /** The same network for attacks on the loss it was trained with; this one must not be used any more. */
    DjlSegmenter attackedBy(TrainingLoss loss) {
        return new DjlSegmenter(card, manager, network, Optional.of(loss));
    }

    /**
     * Reads weights into a network without any; every name, shape and number is checked.
     *
     * @throws IOException if the file is damaged or belongs to another architecture
     */
    static DjlSegmenter open(ModelCard card, SegmentationNetwork network, Path weights) throws IOException {
        return open(card, network, weights, Engines.open());
    }

    /** As {@link #open(ModelCard, SegmentationNetwork, Path)} where {@code manager} computes; it is owned from now on. */
    static DjlSegmenter open(ModelCard card, SegmentationNetwork network, Path weights, NDManager manager)
            throws IOException {
        try (SafeTensorsFile file = SafeTensorsFile.open(weights)) {
            requireNames(file, network);
            network.initialize(manager, (name, shape) -> fitting(name, shape, file, manager));
            network.fold();
            return new DjlSegmenter(card, manager, network, Optional.empty());
        } catch (IOException | RuntimeException | Error e) {
            manager.close();
            if (e instanceof UncheckedIOException unfit) {
                throw unfit.getCause();
            }
            if (e instanceof IllegalArgumentException) {
                throw new IOException(e.getMessage(), e);
            }
            throw e;
        }
    }

    /** A network with random weights, for measuring time, which does not depend on them. */
    static DjlSegmenter untrained(ModelCard card, SegmentationNetwork network) {
        NDManager manager = Engines.open();
        network.initialize(manager, (name, shape) -> {
            if (shape.dimension() == 1) {
                boolean scale = name.endsWith("gamma") || name.endsWith("runningVar");
                return scale ? manager.ones(shape) : manager.zeros(shape);
            }
            float deviation = (float) Math.sqrt(2.0 * shape.get(0) / shape.size());
            NDArray random = manager.randomNormal(0, deviation, shape, DataType.FLOAT32);
            return shape.dimension() == 4 ? channelsLast(random) : random;
        });
        network.fold();
        return new DjlSegmenter(card, manager, network, Optional.empty());
    }

    /** @throws IOException unless the arrays' names are those of the network */
    static void requireNames(SafeTensorsFile file, SegmentationNetwork network) throws IOException {
        TreeSet<String> missing = new TreeSet<>(Parameters.named(network).keySet());
        TreeSet<String> unknown = new TreeSet<>(file.names());
        missing.removeAll(file.names());
        unknown.removeAll(Parameters.named(network).keySet());
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw ModelLoadException.of(
                    "it belongs to another architecture; missing {0}, unknown {1}", first(missing), first(unknown));
        }
    }

    private static Object first(TreeSet<String> names) {
        return names.isEmpty() ? Explanation.of("nothing") : names.first();
    }

    private static UncheckedIOException unfit(String text, Object... parts) {
        return new UncheckedIOException(ModelLoadException.of(text, parts));
    }

    private static NDArray fitting(String name, Shape shape, SafeTensorsFile file, NDManager manager) {
        if (!file.shape(name).equals(shape)) {
            throw unfit("array {0} has shape {1}, the network needs {2}", name, file.shape(name), shape);
        }
        NDArray array;
        try {
            array = file.read(name, manager);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Float.isFinite(array.sum().getFloat())) {
            throw unfit("array {0} holds numbers that are not finite", name);
        }
        if (name.endsWith("runningVar") && array.min().getFloat() < 0) {
            throw unfit("array {0} holds a variance below zero", name);
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
        return manager.getDevice().isGpu() ? "GPU" : "CPU";
    }

    @Override
    public int batch() {
        return manager.getDevice().isGpu() ? BATCH_ON_GPU : 1;
    }

    @Override
    public Segmentation segment(float[] image, int channels) {
        return segmentAll(List.of(image), channels).get(0);
    }

    @Override
    public List<Segmentation> segmentAll(List<float[]> images, int channels) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray logits = network.predict(new ParameterStore(scratch, false), pictures(scratch, images, channels));
            return segmentations(logits, images.size());
        }
    }

    @Override
    public float[] margins(float[] image, int channels) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = pictures(scratch, List.of(image), channels);
            return PixelCrossEntropy.margin(network.predict(new ParameterStore(scratch, false), x))
                    .toFloatArray();
        }
    }

    @Override
    public List<ContextLevel> contexts(float[] image, int channels, double u, double v) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray x = pictures(scratch, List.of(image), channels);
            return ContextProbe.look(network, new ParameterStore(scratch, false), x, u, v).stream()
                    .map(level ->
                            new ContextLevel(level.width(), level.height(), level.attention(), level.channelWeights()))
                    .toList();
        }
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal) {
        return gradients(List.of(image), channels, unused -> List.of(goal), null)
                .get(0);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Function<Segmentation, Mask> goal) {
        return gradients(List.of(image), channels, answers -> List.of(goal.apply(answers.get(0))), null)
                .get(0);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
        return gradients(List.of(image), channels, unused -> List.of(goal), weights)
                .get(0);
    }

    @Override
    public List<InputGradient> inputGradients(List<float[]> images, int channels, List<Mask> goals) {
        if (ownLoss.isPresent()) {
            // these losses are means over a batch, which would mix the images' figures
            return Segmenter.super.inputGradients(images, channels, goals);
        }
        return gradients(images, channels, unused -> goals, null);
    }

    /**
     * One forward and one backward pass. The sum of the images' own losses is derived, so each gradient is the image's own.
     *
     * @param weights of the single image; null where all pixels count alike
     */
    private List<InputGradient> gradients(
            List<float[]> images, int channels, Function<List<Segmentation>, List<Mask>> goals, PixelWeights weights) {
        int count = images.size();
        try (NDManager scratch = manager.newSubManager()) {
            // a fresh leaf each time: gradients add up on an array that is used again
            NDArray x = pictures(scratch, images, channels);
            x.setRequiresGradient(true);
            try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
                ParameterStore store = new ParameterStore(scratch, false);
                List<NDArray> all =
                        ownLoss.isPresent() ? network.predictAll(store, x) : List.of(network.predict(store, x));
                NDArray logits = all.get(0);
                List<Segmentation> answers = segmentations(logits.stopGradient(), count);
                List<Mask> wanted = goals.apply(answers);
                Shape maps = new Shape(count, SIZE, SIZE);
                NDArray target = scratch.create(numbers(wanted), maps);
                NDArray loss;
                if (weights != null) {
                    NDArray shares = scratch.create(weights.of(answers.get(0), wanted.get(0)), maps);
                    loss = PixelCrossEntropy.mean(logits, target, shares);
                } else if (ownLoss.isPresent()) {
                    loss = ownLoss.get().of(all, target);
                } else {
                    loss = PixelCrossEntropy.each(logits, target);
                }
                collector.backward(loss.isScalar() ? loss : loss.sum());
                NDArray gradient = x.getGradient();
                gradient.attach(scratch);
                return results(gradient.toFloatArray(), answers, loss.toFloatArray());
            }
        }
    }

    private static List<InputGradient> results(float[] gradients, List<Segmentation> answers, float[] losses) {
        if (losses.length == 1) {
            return List.of(new InputGradient(gradients, answers.get(0), losses[0]));
        }
        int size = gradients.length / losses.length;
        List<InputGradient> results = new ArrayList<>();
        for (int i = 0; i < losses.length; i++) {
            float[] own = Arrays.copyOfRange(gradients, i * size, (i + 1) * size);
            results.add(new InputGradient(own, answers.get(i), losses[i]));
        }
        return results;
    }

    /** Arrays held between calls; a number that grows is a leak. */
    int liveArrays() {
        return manager.getManagedArrays().size();
    }

    private static List<Segmentation> segmentations(NDArray logits, int count) {
        float[] all = Activation.sigmoid(PixelCrossEntropy.margin(logits)).toFloatArray();
        if (count == 1) {
            return List.of(new Segmentation(all));
        }
        List<Segmentation> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(new Segmentation(Arrays.copyOfRange(all, i * SIZE * SIZE, (i + 1) * SIZE * SIZE)));
        }
        return answers;
    }

    private static NDArray pictures(NDManager manager, List<float[]> images, int channels) {
        int size = channels * SIZE * SIZE;
        float[] all = new float[images.size() * size];
        for (int i = 0; i < images.size(); i++) {
            if (images.get(i).length != size) {
                throw new IllegalArgumentException(
                        "expected " + channels + "x256x256 values, got " + images.get(i).length);
            }
            System.arraycopy(images.get(i), 0, all, i * size, size);
        }
        return manager.create(all, new Shape(images.size(), channels, SIZE, SIZE));
    }

    private static float[] numbers(List<Mask> masks) {
        float[] numbers = new float[masks.size() * SIZE * SIZE];
        for (int n = 0; n < masks.size(); n++) {
            Mask mask = masks.get(n);
            if (mask.width() != SIZE || mask.height() != SIZE) {
                throw new IllegalArgumentException("a goal must have 256x256 pixels, got " + mask);
            }
            for (int i = 0; i < SIZE * SIZE; i++) {
                numbers[n * SIZE * SIZE + i] = mask.get(i) ? 1 : 0;
            }
        }
        return numbers;
    }

    @Override
    public void close() {
        manager.close();
    }
}
