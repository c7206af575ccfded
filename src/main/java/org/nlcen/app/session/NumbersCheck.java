package org.nlcen.app.session;

import java.util.List;
import java.util.Optional;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;

/** Compares the numbers of a session with those that are computed again. */
public final class NumbersCheck {
    /** Differences up to here are none: the sixth decimal is what exports show. */
    public static final double TOLERANCE = 5e-7;

    private final List<Session.Measured> saved;
    private final BenchModel bench;

    /**
     * How it stands.
     *
     * @param saved numbers in the session
     * @param compared those computed again by now
     * @param same of these, how many are the same
     * @param largest largest difference of a DIC
     * @param where network and epsilon of the largest difference; empty where all are the same
     */
    public record Verdict(int saved, int compared, int same, double largest, Optional<Session.Measured> where) {
        /** Whether all that could be compared is the same. */
        public boolean agrees() {
            return same == compared;
        }
    }

    NumbersCheck(List<Session.Measured> saved, BenchModel bench) {
        this.saved = List.copyOf(saved);
        this.bench = bench;
    }

    /** Compares what is there now. */
    public Verdict verdict() {
        int compared = 0;
        int same = 0;
        double largest = 0;
        Optional<Session.Measured> where = Optional.empty();
        for (Session.Measured number : saved) {
            Optional<Outcome> outcome = outcome(number);
            if (outcome.isEmpty()) {
                continue;
            }
            compared++;
            double dic = Math.abs(outcome.get().overlap().dic() - number.dic());
            double jsc = Math.abs(outcome.get().overlap().jsc() - number.jsc());
            if (dic <= TOLERANCE && jsc <= TOLERANCE) {
                same++;
            } else if (where.isEmpty() || dic > largest) {
                largest = dic;
                where = Optional.of(number);
            }
        }
        return new Verdict(saved.size(), compared, same, largest, where);
    }

    private Optional<Outcome> outcome(Session.Measured number) {
        return bench.columns().stream()
                .filter(column -> column.id().equals(number.model()))
                .findFirst()
                .flatMap((ColumnModel column) -> column.outcome(number.epsilon()));
    }
}
