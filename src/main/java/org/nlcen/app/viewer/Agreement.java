package org.nlcen.app.viewer;

import javafx.scene.paint.Color;

/**
 * How a predicted pixel stands to the reference. Blue, yellow and vermilion of Okabe and Ito's palette: people with any
 * of the three colour blindnesses tell them apart.
 */
public enum Agreement {
    /** In both. */
    AGREE(0xff3f8fdc),
    /** In the reference alone. */
    MISSED(0xfff0e442),
    /** In the prediction alone. */
    ADDED(0xffe0601a);

    private final int argb;

    Agreement(int argb) {
        this.argb = argb;
    }

    /** The class of a pixel, null for background in both. */
    static Agreement of(boolean reference, boolean predicted) {
        if (reference) {
            return predicted ? AGREE : MISSED;
        }
        return predicted ? ADDED : null;
    }

    int argb() {
        return argb;
    }

    public Color color() {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }
}
