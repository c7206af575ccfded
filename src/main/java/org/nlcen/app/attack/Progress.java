package org.nlcen.app.attack;

import java.time.Duration;
import java.util.Optional;

/**
 * How far the paper's intensities are computed.
 *
 * @param done gradient steps done, over all networks
 * @param total gradient steps there are
 * @param left time left, once it can be told
 */
public record Progress(int done, int total, Optional<Duration> left) {
    static final Progress NONE = new Progress(0, 0, Optional.empty());

    /** Within 0..1. */
    public double part() {
        return total == 0 ? 0 : done / (double) total;
    }
}
