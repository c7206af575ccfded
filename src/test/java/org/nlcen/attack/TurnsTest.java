package org.nlcen.attack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Networks whose steps take as many nanoseconds as their name says, on a clock that only they move. */
class TurnsTest {
    private static final List<Integer> NETWORKS = List.of(1000, 45, 240, 190, 4000, 1100);

    private final Map<Integer, Integer> steps = new HashMap<>();
    private long now;
    private final Turns<Integer> turns = new Turns<>(() -> now);

    private int step(List<Integer> wanting) {
        int one = turns.next(wanting);
        now += one;
        turns.took(one, one);
        steps.merge(one, 1, Integer::sum);
        return one;
    }

    private void addAll() {
        NETWORKS.forEach(one -> turns.add(one, one));
    }

    @Test
    void theCheapestBeginsAndIsNotHeldUpByTheExpensive() {
        addAll();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            order.add(step(NETWORKS));
        }

        // 45, 90, 135 and 180 come before 190
        assertThat(order).containsExactly(45, 45, 45, 45, 190);
    }

    @Test
    void timeIsSharedEvenly() {
        addAll();
        while (now < 600_000) {
            step(NETWORKS);
        }

        for (int one : NETWORKS) {
            // a sixth of 600,000 each, give or take two steps of the most expensive
            assertThat(steps.get(one) * one).isBetween(100_000 - 8_000, 100_000 + 8_000);
        }
    }

    @Test
    void timeCountsFromTheLastRequest() {
        addAll();
        List<Integer> two = List.of(45, 190);
        while (steps.getOrDefault(45, 0) < 100) {
            step(List.of(45));
        }
        turns.request();

        // without the request 190 would have 23 steps first
        assertThat(List.of(step(two), step(two), step(two), step(two), step(two)))
                .containsExactly(45, 45, 45, 45, 190);
    }

    @Test
    void noneStarvesWhileRequestsComeFasterThanSteps() {
        addAll();
        while (now < 600_000) {
            turns.request();
            step(NETWORKS);
        }

        // one step in every round of six steps of its own length is the least: 600,000 / (6 * 4000) = 25, less the last
        // one
        assertThat(steps.get(4000)).isGreaterThanOrEqualTo(24 / 2);
        assertThat(steps).containsOnlyKeys(NETWORKS);
    }

    @Test
    void whoIsUnknownIsTriedAtOnce() {
        turns.add(45, 45);
        turns.add(1000, 0);

        assertThat(step(List.of(45, 1000))).isEqualTo(1000);
    }
}
