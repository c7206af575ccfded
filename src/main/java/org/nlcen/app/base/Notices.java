package org.nlcen.app.base;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Sentences that the user must see, one after the other, until they are closed. For the window's thread. */
public final class Notices {
    private final ObservableList<String> waiting = FXCollections.observableArrayList();
    // kept: a list that only listeners know is collected with them
    private final ObservableList<String> view = FXCollections.unmodifiableObservableList(waiting);

    /** Those not closed yet, the first one is on the screen. */
    public ObservableList<String> waiting() {
        return view;
    }

    /** Adds one, unless the same one waits already. */
    public void add(String sentence) {
        if (!waiting.contains(sentence)) {
            waiting.add(sentence);
        }
    }

    /** The user has seen the first one. */
    public void close() {
        if (!waiting.isEmpty()) {
            waiting.remove(0);
        }
    }
}
