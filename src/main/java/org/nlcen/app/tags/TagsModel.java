package org.nlcen.app.tags;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;

import org.nlcen.dicom.DicomHeader;
import org.nlcen.dicom.TagEntry;
import org.nlcen.image.ImageReadException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The elements of a file that match what is searched for, without values that identify while names are hidden. */
final class TagsModel {
    private static final Logger LOG = LoggerFactory.getLogger(TagsModel.class);

    private final Executor background;
    private final Executor window;
    private final ObservableBooleanValue hidden;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ReadOnlyListWrapper<TagEntry> shown =
            new ReadOnlyListWrapper<>(this, "shown", FXCollections.observableArrayList());
    private List<TagEntry> all = List.of();
    private int wish;

    TagsModel(Executor background, Executor window, ObservableBooleanValue hidden) {
        this.background = background;
        this.window = window;
        this.hidden = hidden;
        query.addListener(value -> filter());
        hidden.addListener(value -> filter());
    }

    StringProperty queryProperty() {
        return query;
    }

    ReadOnlyListProperty<TagEntry> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Number of elements shown, those in sequences included. */
    int count() {
        return count(shown);
    }

    /** Reads the elements of another file; none where the image is no DICOM file. */
    void show(Optional<DicomHeader> header) {
        int mine = ++wish;
        all = List.of();
        filter();
        header.ifPresent(file -> background.execute(() -> {
            List<TagEntry> read = read(file);
            window.execute(() -> {
                if (mine == wish) {
                    all = read;
                    filter();
                }
            });
        }));
    }

    private static List<TagEntry> read(DicomHeader file) {
        try {
            return file.tags();
        } catch (ImageReadException e) {
            LOG.info("Tags not read: {}", e.detail());
            return List.of();
        }
    }

    private void filter() {
        // hidden first: otherwise a search would tell whether a hidden value contains a name
        List<TagEntry> safe =
                hidden.get() ? all.stream().map(TagEntry::withoutPatient).toList() : all;
        shown.setAll(TagEntry.search(safe, query.get()));
    }

    private static int count(List<TagEntry> entries) {
        return entries.stream()
                .mapToInt(entry -> (entry.vr().isEmpty() ? 0 : 1) + count(entry.children()))
                .sum();
    }
}
