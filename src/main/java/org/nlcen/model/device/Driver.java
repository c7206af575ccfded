package org.nlcen.model.device;

import java.util.List;
import java.util.Optional;

/** NVIDIA's driver, asked without the engine. */
@FunctionalInterface
public interface Driver {

    /**
     * What the driver says.
     *
     * @param cudaVersion newest CUDA it knows, 1000 * major + 10 * minor
     * @param error its own error number, 0 for none
     * @param cards in its order, the first one is used
     */
    record Answer(int cudaVersion, int error, List<Card> cards) {
        String version() {
            return cudaVersion / 1000 + "." + cudaVersion % 1000 / 10;
        }
    }

    /** Empty where no driver is installed. */
    Optional<Answer> ask();
}
