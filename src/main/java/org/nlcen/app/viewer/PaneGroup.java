package org.nlcen.app.viewer;

/**
 * Makes panes that belong together: linked looks, the tool in the hand, the cursor's cross and the magnifying glass.
 *
 * @param links what the panes share
 * @param tools which tool is in the hand
 */
public record PaneGroup(Links links, ToolModel tools) {

    /** The first pane, whose look the commands act on at first. */
    public ImagePane lead() {
        return pane(links.lead());
    }

    /** Another pane; its look stays linked as long as the group lives, so panes are to be used again, not made anew. */
    public ImagePane another() {
        return pane(links.join());
    }

    private ImagePane pane(Look look) {
        ImagePane pane = new ImagePane(look);
        pane.mouse(new PaneMouse(pane, this));
        return pane;
    }
}
