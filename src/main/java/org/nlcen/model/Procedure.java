package org.nlcen.model;

/** How a network is trained. */
public enum Procedure {
    /** All of it, from random weights or given ones. */
    WHOLE,
    /**
     * Its NLCE modules alone, on top of finished weights of the network without them, which stay as they are; norms go on
     * counting their statistics, since what they see changes.
     */
    NLCE_ONLY,
    /** All of it, on images attacked on the way. */
    ROBUST
}
