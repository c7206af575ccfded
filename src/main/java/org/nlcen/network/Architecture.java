package org.nlcen.network;

import java.util.Optional;
import java.util.function.Supplier;

/** The networks that exist, by the first part of a model's id. */
public enum Architecture {
    NLCEN_R18("NLCEN", () -> Nlcen.resNet18(NlceOptions.PAPER)),
    NLCEN_R50("NLCEN", () -> Nlcen.resNet50(NlceOptions.PAPER)),
    UNET("U-Net", () -> new UNet(64, true, 2, Optional.empty()));

    private final String title;
    private final Supplier<SegmentationNetwork> maker;

    Architecture(String title, Supplier<SegmentationNetwork> maker) {
        this.title = title;
        this.maker = maker;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** A new network without weights. */
    public SegmentationNetwork create() {
        return maker.get();
    }
}
