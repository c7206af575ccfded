package org.nlcen.network;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;

/** What training makes small; networks.md section 9. */
public enum TrainingLoss {
    /** Pixel cross-entropy of the prediction. */
    CROSS_ENTROPY {
        @Override
        public NDArray of(List<NDArray> logits, NDArray truth) {
            return PixelCrossEntropy.mean(logits.get(0), truth);
        }
    },

    /**
     * NLCEN's: the mean cross-entropy of the pyramid's levels plus a quarter of the refined prediction's. He et al. 2019,
     * equation 4 (whose printed form lacks the minus sign).
     */
    NLCEN {
        @Override
        public NDArray of(List<NDArray> logits, NDArray truth) {
            NDArray sum = PixelCrossEntropy.mean(logits.get(0), truth);
            for (NDArray level : logits.subList(1, logits.size())) {
                sum = sum.add(PixelCrossEntropy.mean(level, truth));
            }
            return Scalars.times(sum, 0.25);
        }
    },

    /**
     * Jaccard distance {@code 1 - (sum tp + 1) / (sum t^2 + sum p^2 - sum tp + 1)} over an image's pixels, the mean over images; p is the
     * foreground's probability, t the truth. Yuan 2017, equation 2; smoothed by one pixel.
     */
    JACCARD {
        @Override
        public NDArray of(List<NDArray> logits, NDArray truth) {
            NDArray p = foreground(logits);
            NDArray t = truth.reshape(p.getShape());
            NDArray both = p.mul(t).sum(PIXELS);
            NDArray all = p.square().sum(PIXELS).add(t.square().sum(PIXELS)).sub(both);
            return both.add(1).div(all.add(1)).neg().add(1).mean();
        }
    },

    /**
     * {@code 1 - (2 sum pt + 1) / (sum p + sum t + 1)} over an image's pixels, the mean over both classes and all images. Novikov
     * et al. 2018; smoothed by one pixel.
     */
    DICE {
        @Override
        public NDArray of(List<NDArray> logits, NDArray truth) {
            NDArray p = foreground(logits);
            NDArray t = truth.reshape(p.getShape());
            NDArray background = dice(p.neg().add(1), t.neg().add(1));
            return Scalars.times(dice(p, t).add(background), -0.5).add(1).mean();
        }
    },

    /**
     * Cross-entropy plus half the end point error of the edges: with the Sobel gradients of probability and truth, the
     * mean length of their difference. Sarker et al. 2018; their code takes the gradient of the arg-max, which teaches nothing, so this is
     * the differentiable form.
     */
    CROSS_ENTROPY_AND_EDGES {
        @Override
        public NDArray of(List<NDArray> logits, NDArray truth) {
            NDArray p = Activation.sigmoid(PixelCrossEntropy.margin(logits.get(0)));
            NDArray kernels = p.getManager().create(SOBEL, new Shape(2, 1, 3, 3));
            NDArray edges = Conv2d.conv2d(
                            p.sub(truth).expandDims(1),
                            kernels,
                            null,
                            new Shape(1, 1),
                            new Shape(1, 1),
                            new Shape(1, 1))
                    .singletonOrThrow();
            NDArray lengths = edges.square().sum(new int[] {1}).add(1e-6f).sqrt();
            return PixelCrossEntropy.mean(logits.get(0), truth).add(Scalars.times(lengths.mean(), 0.5));
        }
    };

    private static final float[] SOBEL = {-1, 0, 1, -2, 0, 2, -1, 0, 1, -1, -2, -1, 0, 0, 0, 1, 2, 1};

    private static final int[] PIXELS = {1};

    /** The foreground's probability, B x HW. */
    private static NDArray foreground(List<NDArray> logits) {
        NDArray p = Activation.sigmoid(PixelCrossEntropy.margin(logits.get(0)));
        return p.reshape(p.getShape().get(0), -1);
    }

    private static NDArray dice(NDArray p, NDArray t) {
        NDArray both = Scalars.times(p.mul(t).sum(PIXELS), 2).add(1);
        return both.div(p.sum(PIXELS).add(t.sum(PIXELS)).add(1));
    }

    /** The loss each network's paper uses. */
    public static TrainingLoss of(Architecture architecture) {
        return switch (architecture) {
            case NLCEN_R18,
                    NLCEN_R18_NO_NLCE,
                    NLCEN_R18_NO_NL,
                    NLCEN_R18_NO_CE,
                    NLCEN_R18_INLINE,
                    NLCEN_R18_SCALED,
                    NLCEN_R18_POOLED,
                    NLCEN_R18_NO_NORM,
                    NLCEN_R50 -> NLCEN;
            case UNET, UNET_NLCE, UNET_HALF, NWCN, NWCN_NLCE -> CROSS_ENTROPY;
            case CDNN, CDNN_NLCE -> JACCARD;
            case SLSDEEP, SLSDEEP_NLCE, SLSDEEP_HALF, SLSDEEP_HALF_NLCE -> CROSS_ENTROPY_AND_EDGES;
            case INVERTEDNET,
                    INVERTEDNET_NLCE,
                    INVERTEDNET_HALF,
                    INVERTEDNET_HALF_NLCE,
                    INVERTEDNET_QUARTER,
                    INVERTEDNET_QUARTER_NLCE -> DICE;
        };
    }

    /**
     * The loss of a batch.
     *
     * @param logits the prediction's first, each B x 2 x H x W
     * @param truth B x H x W, 0 or 1
     * @return a scalar owned by the logits' manager
     */
    public abstract NDArray of(List<NDArray> logits, NDArray truth);
}
