package org.nlcen.app.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.nlcen.app.IdleWork;
import org.nlcen.app.ToySegmenter;
import org.nlcen.app.attack.AttackWork;
import org.nlcen.app.attack.AttackWorkshop;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.image.Geometry;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ContextLevel;
import org.nlcen.model.Segmentation;

import static org.assertj.core.api.Assertions.assertThat;

class InsideModelTest {
    private static final int PIXELS = 256 * 256;
    private static final ContextLevel LEVEL = new ContextLevel(1, 1, new float[] {1}, new float[] {0.5f});

    private final Workshop workshop = new Workshop();
    private final BenchModel bench = new BenchModel(workshop, Runnable::run, () -> 0);
    private final InsideModel inside = new InsideModel(bench, Runnable::run);

    /** Answers at once for the clean image and keeps looks waiting until the test answers them. */
    private static final class Workshop implements AttackWorkshop {
        private final List<CompletableFuture<List<ContextLevel>>> looks = new ArrayList<>();
        private final List<Double> places = new ArrayList<>();

        @Override
        public CompletableFuture<List<ContextLevel>> contexts(
                String model, float[] image, int channels, double u, double v) {
            looks.add(new CompletableFuture<>());
            places.add(u);
            return looks.get(looks.size() - 1);
        }

        @Override
        public AttackWork start(Job job, Events events) {
            events.clean("a-lung", new Segmentation(new float[PIXELS]));
            return new IdleWork();
        }
    }

    private void load() {
        NetworkInput input = new NetworkInput(new float[PIXELS], 1, new Geometry(256, 256));
        Choice choice = new Choice(ToySegmenter.card("a-lung", "A"), Optional.empty());
        bench.load(input, Optional.empty(), List.of(choice));
    }

    @Test
    void aLookShowsCleanAndAttackedAtThePlace() {
        inside.look(Optional.empty());
        assertThat(inside.state()).isEqualTo(InsideModel.State.NONE);
        load();
        inside.place(1.5, -1);
        inside.look(Optional.of(bench.columns().get(0)));
        assertThat(inside.state()).isEqualTo(InsideModel.State.WORKING);
        workshop.looks.forEach(look -> look.complete(List.of(LEVEL)));

        assertThat(inside.state()).isEqualTo(InsideModel.State.READY);
        assertThat(inside.view().orElseThrow().attacked()).containsExactly(LEVEL);
        assertThat(workshop.places.get(0))
                .as("kept inside the image")
                .isLessThan(1)
                .isGreaterThan(0.99);
        assertThat(inside.v()).isZero();
    }

    @Test
    void theLatestWishCounts() {
        load();
        inside.look(Optional.of(bench.columns().get(0)));
        inside.look(Optional.of(bench.columns().get(0)));
        workshop.looks.get(0).complete(List.of(LEVEL));
        workshop.looks.get(1).complete(List.of(LEVEL));
        assertThat(inside.state()).isEqualTo(InsideModel.State.WORKING);
        workshop.looks.get(2).complete(List.of());
        workshop.looks.get(3).complete(List.of());
        assertThat(inside.state()).isEqualTo(InsideModel.State.NO_CONTEXT);
        assertThat(inside.view()).isEmpty();
    }

    @Test
    void aFailureIsToldAndShowsNothing() {
        load();
        inside.look(Optional.of(bench.columns().get(0)));
        workshop.looks.get(0).completeExceptionally(new IllegalStateException("out of memory"));
        workshop.looks.get(1).complete(List.of(LEVEL));
        assertThat(inside.state()).isEqualTo(InsideModel.State.FAILED);
        assertThat(inside.view()).isEmpty();
    }
}
