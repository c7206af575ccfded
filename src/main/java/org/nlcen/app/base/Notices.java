package org.nlcen.app.base;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Sentences for the user, one after the other, until they are seen. For the window's thread. */
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

    /** Those not closed yet, the oldest first. */
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

    /** The user has seen it. */
    public void close(Notice seen) {
        waiting.remove(seen);
    }
}
