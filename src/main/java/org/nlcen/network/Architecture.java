package org.nlcen.network;

import java.util.Optional;
import java.util.function.Supplier;

/** The networks that can be built, with their number of trained values. */
public enum Architecture {
    NLCEN_R18("NLCEN", 14_371_978, () -> Nlcen.resNet18(NlceOptions.PAPER)),
    UNET("U-Net", 31_037_698, () -> new UNet(64, true, 2, Optional.empty())),
    CDNN("CDNN", 5_038_881, () -> new Cdnn(16, Optional.empty())),
    NWCN("NWCN", 243_844, () -> new Nwcn(2, 32, Optional.empty()));

    private final String title;
    private final long parameters;
    private final Supplier<SegmentationNetwork> maker;

    Architecture(String title, long parameters, Supplier<SegmentationNetwork> maker) {
        this.title = title;
        this.parameters = parameters;
        this.maker = maker;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Trained values, {@link Parameters#count}. */
    public long parameters() {
        return parameters;
    }

    /** A new network without weights. */
    public SegmentationNetwork create() {
        return maker.get();
    }
}
