package org.nlcen.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The networks that can be built, with their number of trained values. */
public enum Architecture {
    /** The lungs' NLCEN. */
    NLCEN_R18("NLCEN", 14_371_978, () -> Nlcen.resNet18(NlceOptions.PAPER)),
    NLCEN_R18_NO_NLCE("NLCEN without NLCE", 12_943_434, () -> Nlcen.resNet18(NlceOptions.NONE)),
    NLCEN_R18_NO_NL("NLCEN without NL", 13_673_738, () -> Nlcen.resNet18(NlceOptions.WITHOUT_NON_LOCAL)),
    NLCEN_R18_NO_CE("NLCEN without CE", 13_641_674, () -> Nlcen.resNet18(NlceOptions.WITHOUT_CONTEXT_ENCODING)),
    NLCEN_R18_INLINE("NLCEN inline", 14_371_978, () -> Nlcen.resNet18Inline(NlceOptions.PAPER)),
    NLCEN_R18_SCALED("NLCEN scaled affinities", 14_371_978, () -> Nlcen.resNet18(NlceOptions.SCALED)),
    NLCEN_R18_POOLED("NLCEN pooled keys", 14_371_978, () -> Nlcen.resNet18(NlceOptions.POOLED)),
    NLCEN_R18_NO_NORM("NLCEN no norm on W_z", 14_370_058, () -> Nlcen.resNet18(NlceOptions.WITHOUT_NORM)),
    /** The skin's NLCEN. */
    NLCEN_R50("NLCEN", 41_027_274, () -> Nlcen.resNet50(NlceOptions.PAPER)),
    UNET("U-Net", 31_037_698, () -> new UNet(64, true, 2, Optional.empty())),
    UNET_NLCE("U-Net with NLCE", 34_204_002, () -> new UNet(64, true, 2, Optional.of(NlceOptions.PAPER))),
    UNET_HALF("U-Net ½ width", 7_763_074, () -> new UNet(32, true, 2, Optional.empty())),
    CDNN("CDNN", 5_038_881, () -> new Cdnn(16, Optional.empty())),
    CDNN_NLCE("CDNN with NLCE", 6_106_497, () -> new Cdnn(16, Optional.of(NlceOptions.PAPER))),
    NWCN("NWCN", 243_844, () -> new Nwcn(2, 32, Optional.empty())),
    NWCN_NLCE("NWCN with NLCE", 254_596, () -> new Nwcn(2, 32, Optional.of(NlceOptions.PAPER))),
    SLSDEEP("SLSDeep", 46_657_348, () -> new SlsDeep(64, false, Optional.empty())),
    SLSDEEP_NLCE("SLSDeep with NLCE", 57_166_756, () -> new SlsDeep(64, false, Optional.of(NlceOptions.PAPER))),
    SLSDEEP_HALF("SLSDeep ½ width", 11_681_700, () -> new SlsDeep(32, false, Optional.empty())),
    SLSDEEP_HALF_NLCE(
            "SLSDeep ½ width with NLCE", 14_848_004, () -> new SlsDeep(32, false, Optional.of(NlceOptions.PAPER))),
    INVERTEDNET("InvertedNet", 3_145_122, () -> new InvertedNet(256, 3, 2, Optional.empty())),
    INVERTEDNET_NLCE(
            "InvertedNet with NLCE", 3_146_834, () -> new InvertedNet(256, 3, 2, Optional.of(NlceOptions.PAPER))),
    INVERTEDNET_HALF("InvertedNet ½ width", 788_626, () -> new InvertedNet(128, 3, 2, Optional.empty())),
    INVERTEDNET_HALF_NLCE(
            "InvertedNet ½ width with NLCE", 789_274, () -> new InvertedNet(128, 3, 2, Optional.of(NlceOptions.PAPER))),
    INVERTEDNET_QUARTER("InvertedNet ¼ width", 198_330, () -> new InvertedNet(64, 3, 2, Optional.empty())),
    INVERTEDNET_QUARTER_NLCE(
            "InvertedNet ¼ width with NLCE", 198_638, () -> new InvertedNet(64, 3, 2, Optional.of(NlceOptions.PAPER)));

    private final String title;
    private final long parameters;
    private final Supplier<SegmentationNetwork> maker;

    Architecture(String title, long parameters, Supplier<SegmentationNetwork> maker) {
        this.title = title;
        this.parameters = parameters;
        this.maker = maker;
    }

    /** Its name in cards and commands, such as {@code nlcen-r18}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The architecture of an {@link #id}. */
    public static Optional<Architecture> find(String id) {
        return Arrays.stream(values())
                .filter(architecture -> architecture.id().equals(id))
                .findFirst();
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Trained values, {@link Parameters#count}. */
    public long parameters() {
        return parameters;
    }

    /** Whether it has fewer channels than the paper's network. */
    public boolean reduced() {
        return name().contains("_HALF") || name().contains("_QUARTER");
    }

    /**
     * About how many thousand million multiply-accumulates a picture costs: enough to guess which network answers first.
     * {@link NetworkCost} counts exactly.
     */
    public double gigaMacs() {
        double whole =
                switch (name().substring(0, 4)) {
                    case "NLCE" -> this == NLCEN_R50 ? 14.3 : 4.5;
                    case "UNET" -> 48.2;
                    case "CDNN" -> 8.5;
                    case "NWCN" -> 1;
                    case "SLSD" -> 45.4;
                    default -> 192.5;
                };
        // half as many channels are a quarter of the products
        return name().contains("_HALF") ? whole / 4 : name().contains("_QUARTER") ? whole / 16 : whole;
    }

    /** A new network without weights. */
    public SegmentationNetwork create() {
        return maker.get();
    }
}
