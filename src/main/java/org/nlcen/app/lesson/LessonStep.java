package org.nlcen.app.lesson;

/** The steps of the guided lesson; their texts are {@code lesson.STEP.title}, {@code .text}, {@code .task}, {@code .done}. */
public enum LessonStep {
    /** What networks answer to a clean image. */
    SEE("sourcePane"),
    /** One network under attack. */
    ATTACK_ONE("epsilonSlider"),
    /** All networks under the same attack. */
    COMPARE("columns"),
    /** Images made against one network, shown to the others. */
    TRANSFER("source"),
    /** Noise of the same strength. */
    NOISE("attack"),
    /** What non-local context encoding changes. */
    NLCE("columns"),
    /** What training against attacks changes. */
    TRAINING("columns"),
    /** What all this does not show. */
    HONEST("chartBox");

    private final String target;

    LessonStep(String target) {
        this.target = target;
    }

    /** Id of the part of the window to look at. */
    public String target() {
        return target;
    }
}
