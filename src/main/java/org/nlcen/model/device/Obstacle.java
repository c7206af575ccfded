package org.nlcen.model.device;

import java.util.Locale;

/**
 * What keeps the networks from the GPU. {@link #sentence} is for the terminal; the window has the same sentences in its
 * languages, under the key {@code device.} and the name.
 */
public enum Obstacle {
    /** This edition holds no machine code for a GPU. */
    EDITION("this edition computes on the CPU; the CUDA edition uses an NVIDIA GPU"),
    /** The user wants the CPU. */
    TURNED_OFF("the GPU is turned off by NLCEN_GPU=off"),
    /** No driver. */
    NO_DRIVER("no NVIDIA driver was found; install the one of your system and start again"),
    /** A driver without a card, or one that does not answer. Detail: the driver's error number. */
    NO_CARD("the NVIDIA driver finds no usable card (error %s); see nvidia-smi"),
    /** Detail: the CUDA version the driver knows. */
    DRIVER_OLD("the NVIDIA driver knows CUDA %s, 11.0 is needed; update the driver to 450.80 or newer"),
    /** Detail: card and capability. */
    CARD_OLD("%s is older than this edition knows (3.5 is needed)"),
    /** Detail: card and capability. */
    CARD_NEW("%s is newer than CUDA 11.8 knows (9.0 is the last); this edition cannot use it"),
    /** cuDNN 8 is missing. */
    NO_CUDNN("cuDNN 8 was not found; install libcudnn8 for CUDA 11, or name its folder in NLCEN_CUDNN"),
    /** Detail: the engine's message. */
    ENGINE("the GPU failed: %s"),
    /** The program ended, or the self-check failed, while the GPU was tried. */
    FAILED_BEFORE("the GPU failed when it was tried before; NLCEN_GPU=on tries it again"),
    /** Detail: how far the GPU's numbers are from the CPU's. */
    SELF_CHECK("the GPU computed something else than the CPU (difference %s), so it is not used"),
    /** Detail: the network that moved. */
    MEMORY("the GPU's memory was full, %s goes on on the CPU; close other programs that use the GPU and start again");

    private final String text;

    Obstacle(String text) {
        this.text = text;
    }

    /** Why, and what to do; English. */
    public String sentence(String detail) {
        return text.contains("%s") ? String.format(Locale.ROOT, text, detail) : text;
    }
}
