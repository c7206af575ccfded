package org.nlcen.training;

import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.nlcen.dataset.Sample;
import org.nlcen.image.NetworkInput;

/**
 * Some samples as arrays of one manager.
 *
 * @param images B x C x 256 x 256, 0..255
 * @param truth B x 256 x 256, 0 or 1
 */
record Batch(NDArray images, NDArray truth) {
    static Batch of(List<Sample> samples, NDManager manager) {
        int pixels = NetworkInput.SIZE * NetworkInput.SIZE;
        int channels = samples.get(0).input().channels();
        float[] images = new float[samples.size() * channels * pixels];
        float[] truth = new float[samples.size() * pixels];
        for (int b = 0; b < samples.size(); b++) {
            Sample sample = samples.get(b);
            System.arraycopy(sample.input().values(), 0, images, b * channels * pixels, channels * pixels);
            for (int i = 0; i < pixels; i++) {
                truth[b * pixels + i] = sample.truth().get(i) ? 1 : 0;
            }
        }
        int side = NetworkInput.SIZE;
        return new Batch(
                manager.create(images, new Shape(samples.size(), channels, side, side)),
                manager.create(truth, new Shape(samples.size(), side, side)));
    }
}
