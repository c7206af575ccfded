package org.nlcen.app.viewer;

/**
 * How an image is looked at; shared by all panes that show it.
 *
 * @param view which part, how turned
 * @param windowing through which window
 */
public record Look(ViewState view, Windowing windowing) {

    /** The image as it was when it was opened: whole, upright, through its default window. */
    public void reset() {
        view.reset();
        windowing.reset();
    }
}
