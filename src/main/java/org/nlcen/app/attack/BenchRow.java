package org.nlcen.app.attack;

/** What a column of the bench can show, in the order of the rows. */
public enum BenchRow {
    /** What the network was shown. */
    ATTACKED,
    /** What was added to the image, magnified. */
    PERTURBATION,
    /** What the network found, in its colour. */
    MASK,
    /** The same against the reference. */
    AGREEMENT,
    /** How sure the network is. */
    PROBABILITY
}
