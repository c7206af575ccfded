package org.nlcen.model;

import java.util.Optional;

import org.nlcen.model.device.Card;
import org.nlcen.model.device.GpuProbe;
import org.nlcen.model.device.Obstacle;

/**
 * Where networks are computed.
 *
 * @param name for people: "CPU, 2 threads", "NVIDIA RTX A4000, TF32"
 * @param obstacle what keeps them from a GPU; empty on one
 * @param detail what the obstacle's sentence needs
 */
public record DeviceInfo(String name, Optional<Obstacle> obstacle, String detail) {

    /**
     * The device of this process. Until the engine is loaded, that is what the driver promises; then what the engine has
     * proved able to do.
     */
    public static DeviceInfo current() {
        return Engines.device();
    }

    /** Why it is not a GPU and what to do, in English; empty on one. */
    public Optional<String> whyNotGpu() {
        return obstacle.map(what -> what.sentence(detail));
    }

    static DeviceInfo of(GpuProbe.Finding finding) {
        return finding.card()
                .map(DeviceInfo::gpu)
                .orElseGet(() -> cpu(finding.obstacle().orElse(Obstacle.EDITION), finding.detail()));
    }

    /** Named with how it multiplies where it can do both, since figures differ by it. */
    static DeviceInfo gpu(Card card) {
        String precision = Engines.tf32() ? ", TF32" : ", float32";
        return new DeviceInfo(card.name() + (card.hasTf32() ? precision : ""), Optional.empty(), "");
    }

    static DeviceInfo cpu(Obstacle obstacle, String detail) {
        int threads = Engines.threads();
        return new DeviceInfo(
                "CPU, " + threads + (threads == 1 ? " thread" : " threads"), Optional.of(obstacle), detail);
    }

    /** The same GPU, on which not everything computes any more. */
    DeviceInfo but(Obstacle what, String which) {
        return new DeviceInfo(name, Optional.of(what), which);
    }
}
