package org.nlcen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.nlcen.image.Mask;
import org.nlcen.model.device.Obstacle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A network on the GPU that goes on when the card fails. When its memory is full, what the engine keeps there in reserve is
 * given back and the work is tried again, several images in two halves; if that is not enough, or the card fails in
 * another way, the network moves to the CPU for good, and says so.
 */
final class GpuSegmenter implements Segmenter {
    private static final Logger LOG = LoggerFactory.getLogger(GpuSegmenter.class);

    private final Places places;
    private Segmenter current;
    private boolean moved;

    /** Where the network can be opened, and what happens around it. */
    interface Places {
        /** Opens the network on the CPU. */
        Segmenter onCpu() throws ModelLoadException;

        /** Gives memory on the card back that nothing uses. */
        void release();

        /** The network has moved to the CPU. */
        void moved(Obstacle why, String detail);
    }

    /** @param gpu the network on the GPU; owned from now on */
    GpuSegmenter(Segmenter gpu, Places places) {
        this.current = gpu;
        this.places = places;
    }

    /** Whether a failure means that the card's memory is full; PyTorch says so in words. */
    static boolean memoryFull(Throwable failure) {
        return text(failure).contains("out of memory");
    }

    private static boolean ofCard(Throwable failure) {
        String text = text(failure);
        return text.contains("cuda") || text.contains("cudnn") || text.contains("cublas");
    }

    private static String text(Throwable failure) {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    }

    private <T> T attempt(Function<Segmenter, T> work) {
        try {
            return work.apply(current);
        } catch (RuntimeException e) {
            if (moved || !memoryFull(e) && !ofCard(e)) {
                throw e;
            }
            if (!memoryFull(e)) {
                return onCpu(e, work);
            }
        }
        places.release();
        try {
            return work.apply(current);
        } catch (RuntimeException e) {
            if (!memoryFull(e) && !ofCard(e)) {
                throw e;
            }
            return onCpu(e, work);
        }
    }

    private <T> T onCpu(RuntimeException failure, Function<Segmenter, T> work) {
        LOG.warn("{} moves to the CPU", card().id(), failure);
        Segmenter gpu = current;
        try {
            current = places.onCpu();
        } catch (ModelLoadException e) {
            failure.addSuppressed(e);
            throw failure;
        }
        moved = true;
        gpu.close();
        places.release();
        if (memoryFull(failure)) {
            places.moved(Obstacle.MEMORY, card().name());
        } else {
            places.moved(Obstacle.ENGINE, String.valueOf(failure.getMessage()));
        }
        return work.apply(current);
    }

    /** All images in one pass, or in two halves as often as the card's memory asks for it. */
    private <T> List<T> inParts(int count, BiFunction<Integer, Integer, List<T>> work) {
        if (count <= 1) {
            return attempt(unused -> work.apply(0, count));
        }
        try {
            return work.apply(0, count);
        } catch (RuntimeException e) {
            if (moved || !memoryFull(e)) {
                return attempt(unused -> work.apply(0, count));
            }
        }
        places.release();
        int half = count / 2;
        List<T> all = new ArrayList<>(inParts(half, work));
        all.addAll(inParts(count - half, (from, to) -> work.apply(half + from, half + to)));
        return all;
    }

    @Override
    public ModelCard card() {
        return current.card();
    }

    @Override
    public String device() {
        return current.device();
    }

    @Override
    public Segmentation segment(float[] image, int channels) {
        return attempt(network -> network.segment(image, channels));
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal) {
        return attempt(network -> network.inputGradient(image, channels, goal));
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
        return attempt(network -> network.inputGradient(image, channels, goal, weights));
    }

    @Override
    public InputGradient inputGradient(float[] image, int channels, Function<Segmentation, Mask> goal) {
        return attempt(network -> network.inputGradient(image, channels, goal));
    }

    @Override
    public List<InputGradient> inputGradients(List<float[]> images, int channels, List<Mask> goals) {
        return inParts(
                images.size(),
                (from, to) -> current.inputGradients(images.subList(from, to), channels, goals.subList(from, to)));
    }

    @Override
    public List<Segmentation> segmentAll(List<float[]> images, int channels) {
        return inParts(images.size(), (from, to) -> current.segmentAll(images.subList(from, to), channels));
    }

    @Override
    public float[] margins(float[] image, int channels) {
        return attempt(network -> network.margins(image, channels));
    }

    @Override
    public List<ContextLevel> contexts(float[] image, int channels, double u, double v) {
        return attempt(network -> network.contexts(image, channels, u, v));
    }

    @Override
    public int batch() {
        return current.batch();
    }

    @Override
    public long bytes() {
        return current.bytes();
    }

    @Override
    public void close() {
        current.close();
    }
}
