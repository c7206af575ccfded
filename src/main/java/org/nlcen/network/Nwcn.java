package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import org.nlcen.network.ConvLayer.Activation;

/**
 * NWCN, the network-wise trained network (Hwang and Park 2017): stages of dilated residual blocks, each of which sees the
 * picture and the class probabilities of the one before.
 *
 * <p>Stages are trained one after another; in use, and so under attack, they are one graph, and gradients reach the picture through all
 * of them. The source's layer table is not public: this one keeps its 120,672 convolution weights a stage.
 */
public final class Nwcn extends SegmentationNetwork {
    private static final int CLASSES = 2;
    private static final int PICTURE = 3;

    private final List<Stage> stages = new ArrayList<>();
    private int trained;

    /**
     * @param stages at least 1; 2 in the comparison
     * @param width channels of every layer; 32 in the comparison
     * @param nlce module before each stage's output, if any
     */
    public Nwcn(int stages, int width, Optional<NlceOptions> nlce) {
        for (int i = 0; i < stages; i++) {
            int in = i == 0 ? PICTURE : PICTURE + CLASSES;
            this.stages.add(add("stage" + (i + 1), new Stage(in, width, nlce), in));
        }
        trained = stages - 1;
    }

    @Override
    public int stages() {
        return stages.size();
    }

    @Override
    public void train(int stage) {
        trained = stage;
    }

    @Override
    public boolean trainedIn(int stage, String parameter) {
        return parameter.startsWith("stage" + (stage + 1) + ".");
    }

    @Override
    void setInitializers() {
        stages.forEach(Stage::setInitializers);
    }

    /** In training the logits of the stage that learns; those before it work as they will in use. */
    @Override
    List<NDArray> logits(ParameterStore store, NDArray x, boolean training) {
        int last = training ? trained : stages.size() - 1;
        NDArray logits = run(stages.get(0), store, x, training && last == 0);
        for (int i = 1; i <= last; i++) {
            NDArray before = instead(logits.softmax(1), logits);
            NDArray seen = instead(NDArrays.concat(new NDList(x, before), 1), before);
            logits = instead(run(stages.get(i), store, seen, training && i == last), seen);
        }
        return List.of(logits);
    }

    /** One stage: B x C x H x W to logits B x 2 x H x W. */
    private static final class Stage extends GraphBlock {
        private static final int[] DILATIONS = {1, 2, 4, 8, 16, 1};

        private final List<Block> layers = new ArrayList<>();
        private final NlceBlock nlce;

        Stage(int in, int width, Optional<NlceOptions> options) {
            layers.add(add("down1", ConvLayer.normed(in, width, 3, 2, 1, Activation.RELU), in));
            layers.add(add("down2", ConvLayer.normed(width, width, 3, 2, 1, Activation.RELU), width));
            for (int i = 0; i < DILATIONS.length; i++) {
                ResidualBlock block = ResidualBlock.basic(width, width, 1, DILATIONS[i]);
                layers.add(add("block" + (i + 1), block, width));
            }
            nlce = options.map(given -> add("nlce", new NlceBlock(width, given), width))
                    .orElse(null);
            if (nlce != null) {
                layers.add(nlce);
            }
            layers.add(add("output", ConvLayer.biased(width, CLASSES, 1, 1, Activation.NONE), width));
        }

        void setInitializers() {
            if (nlce != null) {
                nlce.setInitializers();
            }
        }

        @Override
        NDArray apply(ParameterStore store, NDArray x, boolean training) {
            NDArray y = x;
            for (Block layer : layers) {
                y = runOn(layer, store, y, training, x);
            }
            return instead(Resize.bilinear(y, x.getShape().get(2), x.getShape().get(3)), y);
        }
    }
}
