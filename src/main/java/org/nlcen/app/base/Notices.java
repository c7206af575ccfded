package org.nlcen.app.base;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Sentences that the user must see, one after the other, until they are closed. For the window's thread. */
public final class Notices {
    /**
     * A sentence.
     *
     * @param warning whether something went wrong
     */
    public record Notice(String sentence, boolean warning) {}

    private final ObservableList<Notice> waiting = FXCollections.observableArrayList();
    // kept: a list that only listeners know is collected with them
    private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(waiting);

    /** Those not closed yet, the first one is on the screen. */
    public ObservableList<Notice> waiting() {
        return view;
    }

    /** Something went wrong. A sentence that waits already is not added again. */
    public void add(String sentence) {
        add(new Notice(sentence, true));
    }

    /** Something worth knowing. */
    public void tell(String sentence) {
        add(new Notice(sentence, false));
    }

    private void add(Notice notice) {
        if (!waiting.contains(notice)) {
            waiting.add(notice);
        }
    }

    /** The user has seen the first one. */
    public void close() {
        if (!waiting.isEmpty()) {
            waiting.remove(0);
        }
    }
}
