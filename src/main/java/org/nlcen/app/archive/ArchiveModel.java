package org.nlcen.app.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.nlcen.dicom.net.PacsClient;
import org.nlcen.dicom.net.PacsException;
import org.nlcen.dicom.net.RemoteStudy;
import org.nlcen.dicom.net.StudyQuery;
import org.nlcen.dicom.study.TemporaryFolders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A conversation with an archive: one thing at a time, each of which can be stopped; for the window's thread. */
final class ArchiveModel {
    private static final Logger LOG = LoggerFactory.getLogger(ArchiveModel.class);

    /** What goes on. */
    enum Activity {
        NOTHING,
        TESTING,
        SEARCHING,
        FETCHING
    }

    /** How the last thing ended. */
    enum End {
        NONE,
        /** The archive answered an echo. */
        ANSWERED,
        FOUND,
        /** More studies match than are listed. */
        FOUND_TOO_MANY,
        FETCHED,
        STOPPED,
        FAILED
    }

    /**
     * What a line at the foot tells.
     *
     * @param done images fetched, or studies found
     * @param total images announced, -1 where that is not known
     * @param problem a sentence; empty unless it failed
     */
    record Status(Activity activity, End end, int done, int total, String problem) {
        static final Status NOTHING = new Status(Activity.NOTHING, End.NONE, 0, -1, "");
    }

    /** Takes what was fetched. */
    interface Taker {
        /**
         * @param studies Study Instance UIDs of the files
         * @param folder holds the files and nothing else where {@code temporary}
         * @param temporary whether the files are to be deleted once they are no longer shown
         */
        void take(List<String> studies, List<Path> files, Path folder, boolean temporary);
    }

    private interface Work {
        Status run(BooleanSupplier stopped) throws IOException;
    }

    private final Executor background;
    private final Executor window;
    private final Taker taker;
    private final ObservableList<RemoteStudy> studies = FXCollections.observableArrayList();
    private final ObservableList<RemoteStudy> studiesView = FXCollections.unmodifiableObservableList(studies);
    private final ReadOnlyObjectWrapper<Status> status = new ReadOnlyObjectWrapper<>(this, "status", Status.NOTHING);
    private volatile int current;

    /** @param background runs each conversation, on a thread of its own */
    ArchiveModel(Executor background, Executor window, Taker taker) {
        this.background = background;
        this.window = window;
        this.taker = taker;
    }

    /** Answers to the last search. */
    ObservableList<RemoteStudy> studies() {
        return studiesView;
    }

    ReadOnlyObjectProperty<Status> statusProperty() {
        return status.getReadOnlyProperty();
    }

    boolean busy() {
        return status.get().activity() != Activity.NOTHING;
    }

    /** Asks whether the archive is there. */
    void test(PacsClient client) {
        begin(Activity.TESTING, stopped -> {
            client.echo();
            return new Status(Activity.NOTHING, End.ANSWERED, 0, -1, "");
        });
    }

    void search(PacsClient client, StudyQuery query) {
        studies.clear();
        int mine = current + 1;
        begin(Activity.SEARCHING, stopped -> {
            List<RemoteStudy> found = client.find(query, stopped);
            window.execute(() -> {
                if (mine == current) {
                    studies.setAll(found);
                }
            });
            End end = found.size() >= PacsClient.MOST_STUDIES ? End.FOUND_TOO_MANY : End.FOUND;
            return new Status(Activity.NOTHING, end, found.size(), -1, "");
        });
    }

    /**
     * Fetches studies one after the other and hands them on; after a stop nothing is handed on.
     *
     * @param keep where the files are to stay; empty for a temporary folder
     */
    void fetch(PacsClient client, List<RemoteStudy> wanted, Optional<Path> keep) {
        int mine = current + 1;
        int announced = wanted.stream().mapToInt(RemoteStudy::images).reduce(0, ArchiveModel::sum);
        begin(Activity.FETCHING, stopped -> {
            Path folder = keep.isPresent() ? keep.get() : TemporaryFolders.create();
            List<Path> files = new ArrayList<>();
            List<String> studies = new ArrayList<>();
            try {
                for (RemoteStudy study : wanted) {
                    int before = files.size();
                    files.addAll(client.retrieve(
                            study.uid(),
                            folder,
                            (done, total) ->
                                    report(mine, before + done, announced > 0 ? announced : before == 0 ? total : -1),
                            stopped));
                    if (files.size() > before) {
                        studies.add(study.uid());
                    }
                    if (stopped.getAsBoolean()) {
                        break;
                    }
                }
            } catch (IOException e) {
                discard(folder, keep.isEmpty());
                throw e;
            }
            window.execute(() -> {
                if (mine == current && !files.isEmpty()) {
                    taker.take(List.copyOf(studies), List.copyOf(files), folder, keep.isEmpty());
                } else {
                    background.execute(() -> discard(folder, keep.isEmpty()));
                }
            });
            return new Status(Activity.NOTHING, End.FETCHED, files.size(), -1, "");
        });
    }

    /** Stops what goes on. The archive is told where it can be; its answer is not waited for. */
    void stop() {
        if (busy()) {
            current++;
            status.set(new Status(Activity.NOTHING, End.STOPPED, 0, -1, ""));
        }
    }

    private static int sum(int a, int b) {
        return a < 0 || b < 0 ? -1 : a + b;
    }

    private void report(int mine, int done, int total) {
        window.execute(() -> {
            if (mine == current) {
                status.set(new Status(Activity.FETCHING, End.NONE, done, total, ""));
            }
        });
    }

    private void begin(Activity activity, Work work) {
        int mine = ++current;
        status.set(new Status(activity, End.NONE, 0, -1, ""));
        background.execute(() -> {
            Status end;
            try {
                end = work.run(() -> mine != current);
            } catch (PacsException e) {
                LOG.info("The archive could not be used: {}", e.getClass().getSimpleName());
                end = new Status(Activity.NOTHING, End.FAILED, 0, -1, e.getMessage());
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "A conversation with an archive failed: {}",
                        e.getClass().getName());
                end = new Status(Activity.NOTHING, End.FAILED, 0, -1, String.valueOf(e.getMessage()));
            }
            Status ended = end;
            window.execute(() -> {
                if (mine == current) {
                    status.set(ended);
                }
            });
        });
    }

    private static void discard(Path folder, boolean temporary) {
        if (temporary) {
            TemporaryFolders.delete(folder);
        }
    }
}
