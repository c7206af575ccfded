package org.nlcen.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.nlcen.image.Mask;

import static org.assertj.core.api.Assertions.assertThat;

class SegmenterPoolTest {
    private final List<String> events = new ArrayList<>();

    /** 100 bytes of weights. */
    private final class Light implements Segmenter {
        private final String id;

        Light(String id) {
            this.id = id;
            events.add("open " + id);
        }

        @Override
        public ModelCard card() {
            return new ModelCard(id, id, "toy", Task.LUNG, 25, Optional.empty(), List.of(), "");
        }

        @Override
        public String device() {
            return "CPU";
        }

        @Override
        public Segmentation segment(float[] image, int channels) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputGradient inputGradient(float[] image, int channels, Mask goal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public InputGradient inputGradient(float[] image, int channels, Mask goal, PixelWeights weights) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            events.add("close " + id);
        }
    }

    @Test
    void theLongestUnusedLeavesWhenTheBudgetIsExceeded() throws ModelLoadException {
        SegmenterPool pool = new SegmenterPool(Light::new, 250);
        pool.get("a");
        pool.get("b");
        pool.get("a");
        pool.get("c");

        assertThat(events).containsExactly("open a", "open b", "open c", "close b");
        assertThat(pool.opened()).containsExactly("a", "c");
        assertThat(pool.bytes()).isEqualTo(200);
    }

    @Test
    void whatIsInUseStaysAndLeavesAfterwards() throws ModelLoadException {
        SegmenterPool pool = new SegmenterPool(Light::new, 250);
        pool.use(Set.of("a", "b", "c"));
        pool.get("a");
        pool.get("b");
        pool.get("c");
        assertThat(pool.bytes()).isEqualTo(300);

        pool.use(Set.of("c"));
        assertThat(pool.opened()).containsExactly("b", "c");
        pool.close();
        assertThat(events).endsWith("close a", "close b", "close c");
    }
}
