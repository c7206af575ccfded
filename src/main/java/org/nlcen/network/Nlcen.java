package org.nlcen.network;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import org.nlcen.network.ConvLayer.Activation;

/**
 * NLCEN (He et al. 2019): a feature pyramid over a ResNet whose bottom-up maps pass through {@link NlceBlock}s, and a refinement
 * phase that fuses all levels.
 *
 * <p>Logits: the refined prediction; in training also those of the four pyramid levels P2..P5. Where the paper is silent, the
 * Cascaded Pyramid Network fills in: lateral width 256, bottlenecks 256-128-256.
 */
public final class Nlcen extends SegmentationNetwork {
    private static final int WIDTH = 256;
    private static final int BOTTLENECK = 128;
    private static final int LEVELS = 4;
    private static final int CLASSES = 2;

    private final ResNetTrunk trunk;
    private final List<NlceBlock> encoders = new ArrayList<>();
    private final List<ConvLayer> laterals = new ArrayList<>();
    private final List<ConvLayer> downs = new ArrayList<>();
    private final List<ConvLayer> heads = new ArrayList<>();
    private final List<List<Block>> refiners = new ArrayList<>();
    private final ConvLayer output;
    private final boolean inline;

    private Nlcen(ResNetTrunk.Depth depth, NlceOptions options, boolean inline) {
        this.inline = inline;
        trunk = add("trunk", new ResNetTrunk(depth), 3);
        int[] channels = depth.channels();
        for (int i = 0; i < LEVELS; i++) {
            String level = Integer.toString(i + 2);
            encoders.add(add("nlce" + level, new NlceBlock(channels[i], options), channels[i]));
            laterals.add(add("lateral" + level, ConvLayer.relu(channels[i], WIDTH, 1), channels[i]));
            if (i < LEVELS - 1) {
                downs.add(add("down" + level, ConvLayer.normed(WIDTH, WIDTH, 1, 1, 1, Activation.NONE), WIDTH));
            }
            heads.add(add("head" + level, ConvLayer.biased(WIDTH, CLASSES, 3, 1, Activation.NONE), WIDTH));
            List<Block> refiner = new ArrayList<>();
            for (int k = 0; k < i; k++) {
                String name = "refine" + level + "_" + (k + 1);
                refiner.add(add(name, ResidualBlock.bottleneck(WIDTH, BOTTLENECK, WIDTH, 1, 1), WIDTH));
            }
            refiners.add(refiner);
        }
        output = add("output", ConvLayer.biased(LEVELS * WIDTH, CLASSES, 3, 1, Activation.NONE), LEVELS * WIDTH);
    }

    /** The lungs' variant. */
    public static Nlcen resNet18(NlceOptions options) {
        return new Nlcen(ResNetTrunk.Depth.RESNET18, options, false);
    }

    /** The lungs' variant in another reading of figure 3: each stage of the ResNet goes on from the module's output. */
    public static Nlcen resNet18Inline(NlceOptions options) {
        return new Nlcen(ResNetTrunk.Depth.RESNET18, options, true);
    }

    /** The skin's variant. */
    public static Nlcen resNet50(NlceOptions options) {
        return new Nlcen(ResNetTrunk.Depth.RESNET50, options, false);
    }

    @Override
    void setInitializers() {
        encoders.forEach(NlceBlock::setInitializers);
    }

    @Override
    List<NDArray> logits(ParameterStore store, NDArray x, boolean training) {
        return logits(store, x, training, training);
    }

    @Override
    List<NDArray> allLogits(ParameterStore store, NDArray x) {
        return logits(store, x, false, true);
    }

    private List<NDArray> logits(ParameterStore store, NDArray x, boolean training, boolean levels) {
        long height = x.getShape().get(2);
        long width = x.getShape().get(3);
        List<NDArray> maps = inline
                ? trunk.maps(store, x, training, (level, map) -> run(encoders.get(level), store, map, training))
                : trunk.maps(store, x, training);
        NDArray[] pyramid = pyramid(store, maps, training);

        NDArray[] refined = new NDArray[LEVELS];
        for (int i = 0; i < LEVELS; i++) {
            NDArray r = pyramid[i];
            for (Block block : refiners.get(i)) {
                r = run(block, store, r, training);
            }
            refined[i] = Resize.bilinear(r, height / 4, width / 4);
        }
        List<NDArray> logits = new ArrayList<>();
        NDArray fused = NDArrays.concat(new NDList(refined), 1);
        NDArray coarse = instead(run(output, store, fused, training), fused);
        logits.add(instead(Resize.bilinear(coarse, height, width), coarse));
        if (levels) {
            for (int i = 0; i < LEVELS; i++) {
                logits.add(Resize.bilinear(run(heads.get(i), store, pyramid[i], training), height, width));
            }
        }
        return logits;
    }

    /** P2..P5. The 1x1 convolution runs before the upsampling: the same function at a quarter of the cost. */
    private NDArray[] pyramid(ParameterStore store, List<NDArray> maps, boolean training) {
        NDArray[] pyramid = new NDArray[LEVELS];
        for (int i = LEVELS - 1; i >= 0; i--) {
            NDArray encoded = inline ? maps.get(i) : run(encoders.get(i), store, maps.get(i), training);
            NDArray level = instead(run(laterals.get(i), store, encoded, training), encoded);
            if (i < LEVELS - 1) {
                NDArray down = run(downs.get(i), store, pyramid[i + 1], training);
                NDArray above = instead(
                        Resize.bilinear(
                                down, level.getShape().get(2), level.getShape().get(3)),
                        down);
                level = instead(level.add(above), level, above);
            }
            pyramid[i] = level;
        }
        return pyramid;
    }
}
