package org.nlcen.model;

/**
 * Checks whether a network withstands an attack or only hides the gradient the attack needs; networks.md section 11. Why
 * these rules: docs/decisions/honesty-checks.md.
 */
public enum HonestyCheck {
    /** An adversary without limits must win. */
    FULL_RANGE("at epsilon 255 (40 steps of 8 grey levels) the mean DIC is at most 0.05"),
    /** More effort must not change the picture. */
    MORE_STEPS(
            "the worst of 5 random starts of 100 steps leaves a mean DIC at most 0.05 below that of 36 steps without a"
                    + " start; a network that 36 steps bring below 0.5 has no robustness to lose and passes"),
    /** An attack made on another network must not do better than one made on this network. */
    TRANSFER(
            "an attack made on another network leaves a mean DIC at most 0.02 below that of the attack on this network"),
    /** Chance must not do better than the gradient. */
    NOISE("random signs of the same epsilon leave a mean DIC not below that of the attack"),
    /** The gradient must be there. */
    ZERO_GRADIENT(
            "on average at most 5% of the pixels have a gradient of exactly zero, at the clean and at the attacked image");

    private final String rule;

    HonestyCheck(String rule) {
        this.rule = rule;
    }

    /** What it takes to pass, in English. */
    public String rule() {
        return rule;
    }
}
