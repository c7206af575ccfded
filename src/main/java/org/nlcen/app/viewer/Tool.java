package org.nlcen.app.viewer;

/** What a left drag on a pane does. */
public enum Tool {
    /** Left and right change the width of the window, up and down its centre. */
    WINDOW(Family.LOOK),
    PAN(Family.LOOK),
    ZOOM(Family.LOOK),
    /** A magnifying glass follows the cursor. */
    LOUPE(Family.LOOK),
    DISTANCE(Family.MEASURE),
    ANGLE(Family.MEASURE),
    ELLIPSE(Family.MEASURE),
    POLYGON(Family.MEASURE),
    FREEHAND(Family.MEASURE),
    PROBE(Family.MEASURE),
    BRUSH(Family.DRAW),
    ERASER(Family.DRAW),
    /** Fills an outline that is drawn by hand or by corners. */
    REGION(Family.DRAW),
    /** Fills a hole, or empties an island. */
    FILL(Family.DRAW);

    /** Tools that belong together. */
    public enum Family {
        LOOK,
        MEASURE,
        DRAW
    }

    private final Family family;

    Tool(Family family) {
        this.family = family;
    }

    public Family family() {
        return family;
    }
}
