package org.nlcen.model;

/** What the adversary makes small; the paper says it for NLCEN alone (networks.md section 11). */
public enum AttackLoss {
    /** Mean pixel cross-entropy of the final prediction, the same for every network; for NLCEN it is the paper's. */
    CROSS_ENTROPY,
    /** The loss the network was trained with: for NLCEN all five terms of equation 4. */
    OWN
}
