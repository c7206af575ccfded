package org.nlcen.app.library;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Files opened lately, the latest first, each once. */
public final class RecentFiles {
    /** Most files remembered. */
    public static final int MOST = 12;

    private final BooleanProperty paused = new SimpleBooleanProperty(this, "paused");
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    // kept: a list that only listeners know is collected with them
    private final ObservableList<Path> view = FXCollections.unmodifiableObservableList(files);

    public RecentFiles(List<Path> before) {
        files.addAll(before.subList(0, Math.min(MOST, before.size())));
    }

    public ObservableList<Path> files() {
        return view;
    }

    /** While true, nothing is remembered: names of files may be names of patients. */
    public BooleanProperty pausedProperty() {
        return paused;
    }

    public void add(Path file) {
        if (paused.get()) {
            return;
        }
        files.remove(file);
        files.add(0, file);
        if (files.size() > MOST) {
            files.remove(MOST, files.size());
        }
    }

    public void clear() {
        files.clear();
    }
}
