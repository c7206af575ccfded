package org.nlcen.attack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Who computes next. Time is shared evenly among those that want something, counted from the last request on: the one that
 * would come to the least time by its next step goes first, so cheap networks answer quickly. Whoever waited longer than a
 * fair round takes goes before all, so that none starves however often requests come.
 *
 * @param <T> who takes turns
 */
final class Turns<T> {
    private static final double LATEST = 0.3;

    private final LongSupplier nanoTime;
    private final Map<T, Account> accounts = new HashMap<>();

    private static final class Account {
        private final double guess;
        private double cost;
        private long used;
        private long waitingSince;
        private boolean waiting;

        Account(double guess) {
            this.guess = guess;
        }

        /** Nanoseconds its next step will take, as far as one knows. */
        double cost() {
            return cost > 0 ? cost : guess;
        }
    }

    Turns(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** @param guess nanoseconds a step will take; what it does take replaces it */
    void add(T one, double guess) {
        accounts.put(one, new Account(guess));
    }

    /** Something new is wanted: time counts from now. */
    void request() {
        accounts.values().forEach(account -> account.used = 0);
    }

    /**
     * Chooses among those that want something.
     *
     * @param wanting not empty, all of them added before
     */
    T next(List<T> wanting) {
        long now = nanoTime.getAsLong();
        accounts.forEach((one, account) -> {
            boolean wants = wanting.contains(one);
            if (wants && !account.waiting) {
                account.waitingSince = now;
            }
            account.waiting = wants;
        });
        T best = null;
        double bestTime = 0;
        T overdue = null;
        double bestRounds = 1;
        for (T one : wanting) {
            Account account = accounts.get(one);
            double time = account.used + account.cost();
            if (best == null || time < bestTime) {
                best = one;
                bestTime = time;
            }
            double rounds = (now - account.waitingSince) / (wanting.size() * account.cost() + 1);
            if (rounds > bestRounds) {
                overdue = one;
                bestRounds = rounds;
            }
        }
        return overdue == null ? best : overdue;
    }

    /** A step of one has taken some time. */
    void took(T one, long nanos) {
        Account account = accounts.get(one);
        account.used += nanos;
        account.cost = account.cost == 0 ? nanos : (1 - LATEST) * account.cost + LATEST * nanos;
        account.waiting = false;
    }
}
