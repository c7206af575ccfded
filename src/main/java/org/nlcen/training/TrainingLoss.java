package org.nlcen.training;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import org.nlcen.network.PixelCrossEntropy;

/** What training makes small; networks.md section 9. */
public enum TrainingLoss {
    /** Pixel cross-entropy of the prediction. */
    CROSS_ENTROPY {
        @Override
        NDArray of(List<NDArray> logits, NDArray truth) {
            return PixelCrossEntropy.mean(logits.get(0), truth);
        }
    },

    /**
     * NLCEN's: the mean cross-entropy of the pyramid's levels plus a quarter of the refined prediction's. He et al. 2019,
     * equation 4 (whose printed form lacks the minus sign).
     */
    NLCEN {
        @Override
        NDArray of(List<NDArray> logits, NDArray truth) {
            NDArray sum = PixelCrossEntropy.mean(logits.get(0), truth);
            for (NDArray level : logits.subList(1, logits.size())) {
                sum = sum.add(PixelCrossEntropy.mean(level, truth));
            }
            return sum.mul(0.25f);
        }
    },

    /**
     * Jaccard distance {@code 1 - (sum tp + 1) / (sum t^2 + sum p^2 - sum tp + 1)} over an image's pixels, the mean over images; p is the
     * foreground's probability, t the truth. Yuan 2017, equation 2; smoothed by one pixel.
     */
    JACCARD {
        @Override
        NDArray of(List<NDArray> logits, NDArray truth) {
            NDArray p = foreground(logits);
            NDArray t = truth.reshape(p.getShape());
            NDArray both = p.mul(t).sum(PIXELS);
            NDArray all = p.square().sum(PIXELS).add(t.square().sum(PIXELS)).sub(both);
            return both.add(1).div(all.add(1)).neg().add(1).mean();
        }
    };

    private static final int[] PIXELS = {1};

    /** The foreground's probability, B x HW. */
    private static NDArray foreground(List<NDArray> logits) {
        NDArray p = Activation.sigmoid(PixelCrossEntropy.margin(logits.get(0)));
        return p.reshape(p.getShape().get(0), -1);
    }

    /**
     * The loss of a batch.
     *
     * @param logits the prediction's first, each B x 2 x H x W
     * @param truth B x H x W, 0 or 1
     * @return a scalar owned by the logits' manager
     */
    abstract NDArray of(List<NDArray> logits, NDArray truth);
}
