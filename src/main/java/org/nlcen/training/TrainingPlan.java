package org.nlcen.training;

/**
 * Everything that decides a training's outcome besides the data.
 *
 * @param model id of the network
 * @param epochs passes over the data for each stage of the network, at least 1
 * @param batch images a step; the paper's is 8
 * @param seed of weights, order and dropout
 * @param schedule learning rate's rule
 * @param rate first learning rate; the paper's is 1e-3
 * @param augmentation variants of the images
 * @param weightDecay factor of the L2 term; the paper's is 1e-4
 */
public record TrainingPlan(
        String model,
        int epochs,
        int batch,
        long seed,
        LearningRate.Kind schedule,
        double rate,
        Augmentation augmentation,
        double weightDecay) {
    public TrainingPlan {
        if (epochs < 1 || batch < 1 || !(weightDecay >= 0) || !(rate > 0)) {
            throw new IllegalArgumentException(
                    "epochs and batch must be at least 1, weight decay at least 0, the rate above 0");
        }
    }
}
