package org.nlcen.network;

import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.training.ParameterStore;

/**
 * Non-local context encoding: {@link NonLocalBlock}, then {@link ContextEncodingBlock}; either may be left out. B x C x H x W
 * to the same shape. He et al. 2019, section "Non-Local Context Encoder".
 */
public final class NlceBlock extends GraphBlock {
    private final NonLocalBlock nonLocal;
    private final ContextEncodingBlock context;

    public NlceBlock(int channels, NlceOptions options) {
        nonLocal = options.nonLocal() ? add("nonlocal", new NonLocalBlock(channels, options), channels) : null;
        context = options.contextEncoding() ? add("context", new ContextEncodingBlock(channels), channels) : null;
    }

    void setInitializers() {
        if (nonLocal != null) {
            nonLocal.setInitializers();
        }
        if (context != null) {
            context.setInitializers();
        }
    }

    /** The non-local part, if this variant has it. */
    public Optional<NonLocalBlock> nonLocal() {
        return Optional.ofNullable(nonLocal);
    }

    /** The context encoding part, if this variant has it. */
    public Optional<ContextEncodingBlock> context() {
        return Optional.ofNullable(context);
    }

    @Override
    NDArray apply(ParameterStore store, NDArray x, boolean training) {
        if (nonLocal == null) {
            return context == null ? x : run(context, store, x, training);
        }
        NDArray z = run(nonLocal, store, x, training);
        return context == null ? z : instead(run(context, store, z, training), z);
    }
}
