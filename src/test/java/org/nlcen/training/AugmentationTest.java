package org.nlcen.training;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.nlcen.dataset.Sample;
import org.nlcen.image.Geometry;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;

import static org.assertj.core.api.Assertions.assertThat;

class AugmentationTest {
    private static final int SIZE = NetworkInput.SIZE;

    /** A bright rectangle, which is the truth as well. */
    private static Sample rectangle() {
        float[] values = new float[SIZE * SIZE];
        boolean[] truth = new boolean[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            truth[i] = i % SIZE >= 90 && i % SIZE < 170 && i / SIZE >= 60 && i / SIZE < 190;
            values[i] = truth[i] ? 200 : 50;
        }
        return new Sample("r", new NetworkInput(values, 1, new Geometry(SIZE, SIZE)), Mask.of(SIZE, SIZE, truth));
    }

    @Test
    void noneIsTheSampleItself() {
        Sample sample = rectangle();

        assertThat(Augmentation.NONE.apply(sample, new SplittableRandom(1))).isSameAs(sample);
    }

    @Test
    void theTruthFollowsThePictureAndStaysWithinTheBounds() {
        Sample sample = rectangle();
        for (long seed = 1; seed <= 20; seed++) {
            Sample variant = Augmentation.LUNG.apply(sample, new SplittableRandom(seed));
            float[] values = variant.input().values();
            float low = Float.MAX_VALUE;
            float high = 0;
            for (float value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            int disagree = 0;
            for (int i = 0; i < values.length; i++) {
                if (variant.truth().get(i) != values[i] > (low + high) / 2) {
                    disagree++;
                }
            }
            // pixels whose centre lies within half a pixel of the outline, about 420 pixels long
            assertThat(disagree).isLessThan(420);
            // sizes from 0.9 to 1.1 in both directions
            assertThat(variant.truth().area() / (double) sample.truth().area()).isBetween(0.80, 1.22);
            assertThat(high).isLessThanOrEqualTo(255);
            assertThat(low).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void theSameSourceGivesTheSameVariantAndAnotherAnother() {
        Sample first = Augmentation.LUNG.apply(rectangle(), new SplittableRandom(5));
        Sample again = Augmentation.LUNG.apply(rectangle(), new SplittableRandom(5));
        Sample other = Augmentation.LUNG.apply(rectangle(), new SplittableRandom(6));

        assertThat(again.input().values()).containsExactly(first.input().values());
        assertThat(again.truth()).isEqualTo(first.truth());
        assertThat(other.truth()).isNotEqualTo(first.truth());
    }
}
