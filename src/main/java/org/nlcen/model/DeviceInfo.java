package org.nlcen.model;

import java.util.Optional;

/**
 * Where networks are computed.
 *
 * @param name for people: "CPU, 2 threads"
 * @param whyNotGpu why it is not a GPU; empty on one
 */
public record DeviceInfo(String name, Optional<String> whyNotGpu) {

    /** The device of this process; known without loading the engine. */
    public static DeviceInfo current() {
        int threads = Engines.threads();
        return new DeviceInfo(
                "CPU, " + threads + (threads == 1 ? " thread" : " threads"),
                Optional.of("this edition computes on the CPU; the CUDA edition uses an NVIDIA GPU"));
    }
}
