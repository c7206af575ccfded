package org.nlcen.model;

/** What a network was trained to find. */
public enum Task {
    /** Both lungs on a posterior-anterior chest radiograph; grey input. */
    LUNG(1),
    /** The lesion on a dermoscopy image; colour input. */
    SKIN(3);

    private final int channels;

    Task(int channels) {
        this.channels = channels;
    }

    /** Channels of the network input: 1 grey, 3 colour. */
    public int channels() {
        return channels;
    }
}
