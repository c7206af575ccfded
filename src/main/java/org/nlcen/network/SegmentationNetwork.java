package org.nlcen.network;

import java.util.List;
import java.util.function.BiFunction;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;

/**
 * A whole network: picture in, logits out.
 *
 * <p>Input B x 1 x H x W or B x 3 x H x W, float32 within 0..255, H and W multiples of 32; one channel is replicated to three.
 * Output: a list whose first array is the prediction's logits, B x 2 x H x W, background first; in training further logits
 * of the same shape may follow. Arrays belong to the input's manager.
 */
public abstract class SegmentationNetwork extends GraphBlock {
    private static final float[] MEAN = {0.485f, 0.456f, 0.406f};
    private static final float[] DEVIATION = {0.229f, 0.224f, 0.225f};

    /** Logits of a normalised picture B x 3 x H x W; the prediction first. */
    abstract List<NDArray> logits(ParameterStore store, NDArray x, boolean training);

    /** As {@link #logits} in eval mode, with the further logits that the training loss sees. */
    List<NDArray> allLogits(ParameterStore store, NDArray x) {
        return logits(store, x, false);
    }

    /** Initialisers that differ from the general ones. */
    void setInitializers() {}

    /** How many parts are trained one after another, each to its end; 1 for most networks. */
    public int stages() {
        return 1;
    }

    /** From now on training is that of one stage, the first being 0; use is not affected. */
    public void train(int stage) {}

    /** Whether a parameter, by its {@link Parameters#named} name, learns in a stage; the others must stay as they are. */
    public boolean trainedIn(int stage, String parameter) {
        return true;
    }

    /** Random weights: convolutions N(0, 2/fan_out), norms 1 and 0, biases 0, exceptions as each layer says. */
    public final void initialize(NDManager manager) {
        initialize(manager, DataType.FLOAT32);
    }

    /** As {@link #initialize(NDManager)} in another precision; float64 is for checking gradients. */
    public final void initialize(NDManager manager, DataType type) {
        setInitializer(
                new XavierInitializer(XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.OUT, 2),
                Parameter.Type.WEIGHT);
        setInitializer(Initializer.ONES, Parameter.Type.GAMMA);
        setInitializers();
        initialize(manager, type, new Shape(1, 3, 256, 256));
    }

    /**
     * Takes given weights instead of random ones and asks for no gradients of them.
     *
     * @param weights the array for each parameter by its {@link Parameters#named} name, of the shape asked for; owned by the
     *     network's user
     */
    public final void initialize(NDManager manager, BiFunction<String, Shape, NDArray> weights) {
        Parameters.named(this).forEach((name, parameter) -> {
            parameter.freeze(true);
            parameter.setInitializer((unused, shape, type) -> weights.apply(name, shape));
        });
        initialize(manager, DataType.FLOAT32, new Shape(1, 3, 256, 256));
    }

    /**
     * Folds every eval-mode norm into the convolution before it: the same function with fewer passes over memory, but for
     * rounding. For prediction and attack only: the weights are changed in place, so the network can no longer be trained or
     * saved. May be called again.
     */
    @Override
    public final void fold() {
        super.fold();
    }

    /** The prediction's logits alone, eval mode. */
    public final NDArray predict(ParameterStore store, NDArray x) {
        return logits(store, normalise(x), false).get(0);
    }

    /** The prediction's logits and all others that {@link TrainingLoss} sees, eval mode. */
    public final List<NDArray> predictAll(ParameterStore store, NDArray x) {
        return allLogits(store, normalise(x));
    }

    /** All logits as the loss needs them. */
    public final List<NDArray> forwardAll(ParameterStore store, NDArray x, boolean training) {
        return logits(store, normalise(x), training);
    }

    @Override
    protected final NDList forwardInternal(
            ParameterStore store, NDList inputs, boolean training, ai.djl.util.PairList<String, Object> params) {
        return new NDList(forwardAll(store, inputs.singletonOrThrow(), training));
    }

    @Override
    final NDArray apply(ParameterStore store, NDArray x, boolean training) {
        return forwardAll(store, x, training).get(0);
    }

    /** ImageNet's mean and deviation on the 0..255 scale, inside the graph, so that attacks act on grey levels. */
    private static NDArray normalise(NDArray x) {
        NDManager manager = x.getManager();
        DataType type = x.getDataType();
        float[] scale = new float[3];
        float[] shift = new float[3];
        for (int c = 0; c < 3; c++) {
            scale[c] = 1 / (255 * DEVIATION[c]);
            shift[c] = -MEAN[c] / DEVIATION[c];
        }
        Shape perChannel = new Shape(1, 3, 1, 1);
        NDArray factor = manager.create(scale, perChannel).toType(type, false);
        NDArray offset = manager.create(shift, perChannel).toType(type, false);
        return x.mul(factor).add(offset);
    }
}
