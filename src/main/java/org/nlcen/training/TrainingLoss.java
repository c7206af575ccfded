package org.nlcen.training;

import java.util.List;

import ai.djl.ndarray.NDArray;
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
    };

    /**
     * The loss of a batch.
     *
     * @param logits the prediction's first, each B x 2 x H x W
     * @param truth B x H x W, 0 or 1
     * @return a scalar owned by the logits' manager
     */
    abstract NDArray of(List<NDArray> logits, NDArray truth);
}
