package org.nlcen.network;

/**
 * The open readings of the NLCE module.
 *
 * @param nonLocal whether the non-local part is there; without it {@code F_z = X}
 * @param contextEncoding whether the context encoding part is there; without it {@code E = F_z}
 * @param scaleLogits whether affinities are divided by the square root of their channels (Wang et al.'s code; not in the paper)
 * @param subsampleKeys whether keys and values are max-pooled 2x2 first (Wang et al.'s code; not in the paper)
 * @param outputNorm whether a batch norm follows W_z (Wang et al.'s code; the paper is silent)
 */
public record NlceOptions(
        boolean nonLocal, boolean contextEncoding, boolean scaleLogits, boolean subsampleKeys, boolean outputNorm) {
    /** The paper's module, batch norm on W_z. */
    public static final NlceOptions PAPER = new NlceOptions(true, true, false, false, true);

    /** No module at all: the "w/o NLCE" ablation. */
    public static final NlceOptions NONE = new NlceOptions(false, false, false, false, true);

    /** The context encoding part alone: the "w/o NL" ablation. */
    public static final NlceOptions WITHOUT_NON_LOCAL = new NlceOptions(false, true, false, false, true);

    /** The non-local part alone: the "w/o CE" ablation. */
    public static final NlceOptions WITHOUT_CONTEXT_ENCODING = new NlceOptions(true, false, false, false, true);

    /** The paper's module with affinities divided by the square root of their channels. */
    public static final NlceOptions SCALED = new NlceOptions(true, true, true, false, true);

    /** The paper's module with pooled keys and values. */
    public static final NlceOptions POOLED = new NlceOptions(true, true, false, true, true);

    /** The paper's module without a norm on W_z. */
    public static final NlceOptions WITHOUT_NORM = new NlceOptions(true, true, false, false, false);
}
