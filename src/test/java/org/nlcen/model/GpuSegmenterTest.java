package org.nlcen.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.image.Mask;
import org.nlcen.model.device.Obstacle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The way from a full or failing card back to the CPU; the card is made up. */
class GpuSegmenterTest {
    private static final float[] IMAGE = image(1);

    private final List<String> events = new ArrayList<>();

    private static float[] image(float value) {
        float[] pixels = new float[256 * 256];
        Arrays.fill(pixels, value);
        return pixels;
    }

    /** Holds at most {@code room} images at a time; a negative room fails in another way. */
    private final class Toy implements Segmenter {
        private final String device;
        private int room;

        Toy(String device, int room) {
            this.device = device;
            this.room = room;
        }

        @Override
        public ModelCard card() {
            return ModelSpec.all().get(0).untrainedCard();
        }

        @Override
        public String device() {
            return device;
        }

        @Override
        public Segmentation segment(float[] image, int channels) {
            return segmentAll(List.of(image), channels).get(0);
        }

        @Override
        public List<Segmentation> segmentAll(List<float[]> images, int channels) {
            events.add(device + " " + images.size());
            if (room < 0) {
                throw new EngineException("CUDA error: an illegal memory access was encountered");
            }
            if (images.size() > room) {
                throw new EngineException("CUDA out of memory. Tried to allocate 64.00 MiB");
            }
            return images.stream().map(image -> new Segmentation(image)).toList();
        }

        @Override
        public InputGradient inputGradient(float[] image, int channels, Mask goal) {
            throw new IllegalArgumentException("a goal must have 256x256 pixels");
        }

        @Override
        public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] margins(float[] image, int channels) {
            segment(image, channels);
            return new float[] {40};
        }

        @Override
        public List<ContextLevel> contexts(float[] image, int channels, double u, double v) {
            segment(image, channels);
            return List.of(new ContextLevel(1, 1, new float[] {(float) u}, new float[] {(float) v}));
        }

        @Override
        public void close() {
            events.add("close " + device);
        }
    }

    private GpuSegmenter on(Toy card, int freedBy) {
        return new GpuSegmenter(card, new GpuSegmenter.Places() {
            @Override
            public Segmenter onCpu() {
                return new Toy("CPU", 100);
            }

            @Override
            public void release() {
                events.add("release");
                card.room += freedBy;
            }

            @Override
            public void moved(Obstacle why, String detail) {
                events.add("moved " + why);
            }
        });
    }

    @Test
    void givingReserveBackIsTriedFirst() {
        GpuSegmenter network = on(new Toy("GPU", 0), 1);
        network.segment(IMAGE, 1);
        assertThat(events).containsExactly("GPU 1", "release", "GPU 1");
        assertThat(network.device()).isEqualTo("GPU");
    }

    @Test
    void manyImagesAreHalvedBeforeTheCardIsGivenUp() {
        GpuSegmenter network = on(new Toy("GPU", 2), 0);
        List<float[]> images = List.of(image(0), image(1), image(2), image(3), image(4));
        List<Segmentation> answers = network.segmentAll(images, 1);
        assertThat(answers).extracting(answer -> answer.foreground()[0]).containsExactly(0f, 1f, 2f, 3f, 4f);
        assertThat(events).containsExactly("GPU 5", "release", "GPU 2", "GPU 3", "release", "GPU 1", "GPU 2");
    }

    @Test
    void afterThatTheNetworkMovesToTheCpuForGood() {
        GpuSegmenter network = on(new Toy("GPU", 0), 0);
        network.segment(IMAGE, 1);
        assertThat(events)
                .containsExactly("GPU 1", "release", "GPU 1", "close GPU", "release", "moved MEMORY", "CPU 1");
        assertThat(network.device()).isEqualTo("CPU");
        events.clear();
        network.segment(IMAGE, 1);
        assertThat(events).containsExactly("CPU 1");
    }

    @Test
    void anotherFailureOfTheCardMovesAtOnce() {
        GpuSegmenter network = on(new Toy("GPU", -1), 0);
        network.segment(IMAGE, 1);
        assertThat(events).containsExactly("GPU 1", "close GPU", "release", "moved ENGINE", "CPU 1");
    }

    @Test
    void whatIsInsideTheNetworkIsAskedOfItsOwnOne() {
        GpuSegmenter network = on(new Toy("GPU", 0), 0);
        assertThat(network.contexts(IMAGE, 1, 0.25, 0.5)).singleElement().satisfies(level -> {
            assertThat(level.attention()).containsExactly(0.25f);
            assertThat(level.channelWeights()).containsExactly(0.5f);
        });
        assertThat(events)
                .containsExactly("GPU 1", "release", "GPU 1", "close GPU", "release", "moved MEMORY", "CPU 1");
        assertThat(network.margins(IMAGE, 1)).containsExactly(40f);
    }

    @Test
    void aMistakeOfTheCallerIsNotTheCards() {
        GpuSegmenter network = on(new Toy("GPU", 1), 0);
        assertThatThrownBy(() -> network.inputGradient(IMAGE, 1, Mask.empty(1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void theSelfCheckAcceptsTheCpuAndRefusesOtherNumbers() {
        Engines.open().close();
        assertThat(SelfCheck.failure(Device.cpu())).isEmpty();
        assertThat(SelfCheck.difference(new float[] {1, -4}, new float[] {1, -4.2f}))
                .isBetween(0.049, 0.051);
        assertThat(SelfCheck.difference(new float[] {1}, new float[] {Float.NaN}))
                .isInfinite();
        assertThat(SelfCheck.difference(new float[] {1}, new float[] {1, 2})).isInfinite();
    }

    @Test
    void aCardThatIsNotThereIsAnObstacleWithTheEnginesWords() {
        Engines.open().close();
        DeviceInfo failed = SelfCheck.failure(Device.gpu()).orElseThrow();
        assertThat(failed.obstacle()).contains(Obstacle.ENGINE);
        assertThat(failed.name()).startsWith("CPU");
        assertThat(failed.whyNotGpu().orElseThrow()).startsWith("the GPU failed: ");
    }

    @Test
    void aTrialThatNeverEndedKeepsTheNextStartAwayFromTheCard(@TempDir Path folder) {
        GpuTrial first = new GpuTrial(folder, false);
        assertThat(first.failedBefore()).isFalse();
        first.begin();
        assertThat(new GpuTrial(folder, false).failedBefore()).isTrue();
        assertThat(new GpuTrial(folder, true).failedBefore()).isFalse();
        first.passed();
        assertThat(new GpuTrial(folder, false).failedBefore()).isFalse();
    }

    @Test
    void aTrialThatAnotherRunningProcessIsAtHasNotFailed(@TempDir Path folder) throws IOException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(folder.resolve("gpu-tried"), GpuTrial.named(other.toHandle()) + "\n");
            assertThat(new GpuTrial(folder, false).failedBefore()).isFalse();
        } finally {
            other.destroyForcibly().onExit().join();
        }
        assertThat(new GpuTrial(folder, false).failedBefore())
                .as("it has ended without passing")
                .isTrue();
    }

    @Test
    void aNoteOfAnEarlierVersionCountsAsFailed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("gpu-tried"), "The GPU is being tried, or has failed.\n");
        assertThat(new GpuTrial(folder, false).failedBefore()).isTrue();
    }

    @Test
    void aFullCardIsToldApartFromAFailingOne() {
        DeviceInfo full = SelfCheck.obstacle(new EngineException("CUDA out of memory. Tried to allocate 2.00 MiB"));
        assertThat(full.whyNotGpu())
                .contains(
                        "the GPU's memory was full, NLCEN Viewer goes on on the CPU; close other programs that use the"
                                + " GPU and start again");
        assertThat(SelfCheck.obstacle(new EngineException("CUDA error: no kernel image"))
                        .obstacle())
                .contains(Obstacle.ENGINE);
    }
}
