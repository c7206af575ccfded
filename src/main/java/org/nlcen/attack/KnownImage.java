package org.nlcen.attack;

import java.util.List;
import java.util.function.Function;

import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ContextLevel;
import org.nlcen.model.InputGradient;
import org.nlcen.model.ModelCard;
import org.nlcen.model.PixelWeights;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

/**
 * A network before one image: what it said of the clean image and the gradient there are kept, so that no attack computes
 * them again. What it returns for the clean image is shared and must not be written to. Closing it closes nothing.
 */
final class KnownImage implements Segmenter {
    private final Segmenter network;
    private final NetworkInput input;
    private Segmentation answer;
    private Mask goal;
    private InputGradient gradient;

    /** @param network not owned */
    KnownImage(Segmenter network, NetworkInput input) {
        this.network = network;
        this.input = input;
    }

    /** Asks for the answer to the clean image alone. */
    Segmentation look() {
        answer = network.segment(input);
        return answer;
    }

    /**
     * Asks for the answer to the clean image and, in the same pass, for the gradient there.
     *
     * @param choose the goal, from the answer; called as soon as that is known
     */
    void lookAndAim(Function<Segmentation, Mask> choose) {
        gradient = network.inputGradient(input.values(), input.channels(), found -> {
            answer = found;
            goal = choose.apply(found);
            return goal;
        });
    }

    @Override
    public Segmentation segment(float[] image, int channels) {
        return image == input.values() && answer != null ? answer : network.segment(image, channels);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask wanted) {
        return image == input.values() && gradient != null && wanted.equals(goal)
                ? gradient
                : network.inputGradient(image, channels, wanted);
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask wanted, PixelWeights weights) {
        return network.inputGradient(image, channels, wanted, weights);
    }

    @Override
    public List<InputGradient> inputGradients(List<float[]> images, int channels, List<Mask> goals) {
        return network.inputGradients(images, channels, goals);
    }

    @Override
    public List<Segmentation> segmentAll(List<float[]> images, int channels) {
        return network.segmentAll(images, channels);
    }

    @Override
    public float[] margins(float[] image, int channels) {
        return network.margins(image, channels);
    }

    @Override
    public List<ContextLevel> contexts(float[] image, int channels, double u, double v) {
        return network.contexts(image, channels, u, v);
    }

    @Override
    public ModelCard card() {
        return network.card();
    }

    @Override
    public String device() {
        return network.device();
    }

    @Override
    public int batch() {
        return network.batch();
    }

    @Override
    public long bytes() {
        return network.bytes();
    }

    @Override
    public void close() {
        // the network is its opener's
    }
}
