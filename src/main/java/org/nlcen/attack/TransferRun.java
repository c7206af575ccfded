package org.nlcen.attack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.nlcen.image.Mask;
import org.nlcen.metric.Overlap;
import org.nlcen.model.Segmenter;

/** All networks' images of one epsilon shown to all networks, row by row, in small steps. */
final class TransferRun {
    private final double epsilon;
    private final int channels;
    private final Deque<Pair> left = new ArrayDeque<>();

    /**
     * A network that takes part.
     *
     * @param own its own attack, shared with whoever else needs it
     * @param reference what its answers are measured against
     */
    record Member(String id, Segmenter segmenter, Attack own, Mask reference) {}

    private record Pair(Member source, Member shown) {}

    TransferRun(double epsilon, int channels, List<Member> members) {
        this.epsilon = epsilon;
        this.channels = channels;
        for (Member source : members) {
            members.forEach(shown -> left.add(new Pair(source, shown)));
        }
    }

    double epsilon() {
        return epsilon;
    }

    boolean done() {
        return left.isEmpty();
    }

    /** The network the next step works for. */
    String next() {
        return left.element().source().id();
    }

    /** A network is gone: its cells stay empty. */
    void drop(String id) {
        left.removeIf(pair -> pair.source().id().equals(id) || pair.shown().id().equals(id));
    }

    /** At most one gradient or one prediction; a cell when one is finished. */
    Optional<TransferCell> step() {
        Pair pair = left.element();
        Optional<AdversarialExample> made = pair.source().own().example(epsilon);
        if (made.isEmpty()) {
            pair.source().own().advance(epsilon);
            return Optional.empty();
        }
        left.remove();
        Member shown = pair.shown();
        Mask answer = pair.source() == shown
                ? made.get().segmentation().mask()
                : shown.segmenter().segment(made.get().image(), channels).mask();
        return Optional.of(
                new TransferCell(pair.source().id(), shown.id(), epsilon, Overlap.of(answer, shown.reference())));
    }
}
