package org.nlcen.app.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.nlcen.dicom.study.Instance;
import org.nlcen.dicom.study.ScanResult;
import org.nlcen.dicom.study.Series;
import org.nlcen.dicom.study.Skipped;
import org.nlcen.dicom.study.Study;

/** What was opened together, as a list to choose from: a folder, a DICOMDIR, a ZIP file or several files. */
public final class CollectionModel {
    /** Longer series are one line with a slider. */
    private static final int SHORT_SERIES = 8;

    /** A line of the list. */
    public sealed interface Row permits StudyRow, ImageRow {}

    /**
     * The heading of a study.
     *
     * @param number place in the list, from 1; what is left of a study's name when names are hidden
     */
    public record StudyRow(Study study, int number) implements Row {}

    /**
     * Something that can be opened.
     *
     * @param instances one image, or all of a long series
     * @param number place of the first image in its study, from 1
     */
    public record ImageRow(Series series, List<Instance> instances, int number) implements Row {
        public ImageRow {
            instances = List.copyOf(instances);
        }
    }

    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> rowsView = FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<Skipped> skipped = FXCollections.observableArrayList();
    private final ObservableList<Skipped> skippedView = FXCollections.unmodifiableObservableList(skipped);
    private final ReadOnlyIntegerWrapper opened = new ReadOnlyIntegerWrapper(this, "opened");
    private final ReadOnlyObjectWrapper<Optional<Instance>> current =
            new ReadOnlyObjectWrapper<>(this, "current", Optional.empty());
    private Optional<ScanResult> result = Optional.empty();

    /** Studies and what can be opened of each; empty while one single image is open. */
    public ObservableList<Row> rows() {
        return rowsView;
    }

    /** Files that were not opened. */
    public ObservableList<Skipped> skipped() {
        return skippedView;
    }

    /** How many files were opened. */
    public ReadOnlyIntegerProperty openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** The image of the list that is on the screen. */
    public ReadOnlyObjectProperty<Optional<Instance>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether there is anything to choose from or to explain. */
    public boolean worthShowing() {
        return opened.get() > 1 || !skipped.isEmpty();
    }

    /** All images in the order of the list. */
    public List<Instance> instances() {
        return rows.stream()
                .filter(ImageRow.class::isInstance)
                .flatMap(row -> ((ImageRow) row).instances().stream())
                .toList();
    }

    /** The image so many places after the one on the screen, if there is one. */
    public Optional<Instance> neighbour(int places) {
        List<Instance> all = instances();
        int wanted = current.get().map(all::indexOf).orElse(-1) + places;
        return current.get().isPresent() && wanted >= 0 && wanted < all.size()
                ? Optional.of(all.get(wanted))
                : Optional.empty();
    }

    /** The line that holds an image. */
    public Optional<ImageRow> rowOf(Instance instance) {
        return rows.stream()
                .filter(row ->
                        row instanceof ImageRow image && image.instances().contains(instance))
                .map(ImageRow.class::cast)
                .findFirst();
    }

    /** Moves an image that proved damaged from the opened to the skipped ones. */
    public void damaged(Skipped why) {
        if (result.isPresent()
                && skipped.stream().noneMatch(known -> known.file().equals(why.file()))) {
            skipped.add(why);
            opened.set(Math.max(0, opened.get() - 1));
        }
    }

    /**
     * Shows another collection.
     *
     * @return the one before, to be closed once none of its files is read any more
     */
    Optional<ScanResult> show(ScanResult found) {
        Optional<ScanResult> before = result;
        result = Optional.of(found);
        current.set(Optional.empty());
        skipped.setAll(found.skipped());
        opened.set(found.opened());
        rows.setAll(rowsOf(found.studies()));
        return before;
    }

    /** Empties the list, on the terms of {@link #show}. */
    Optional<ScanResult> clear() {
        Optional<ScanResult> before = result;
        result = Optional.empty();
        current.set(Optional.empty());
        skipped.clear();
        opened.set(0);
        rows.clear();
        return before;
    }

    void choose(Instance instance) {
        current.set(Optional.of(instance));
    }

    private static List<Row> rowsOf(List<Study> studies) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < studies.size(); i++) {
            Study study = studies.get(i);
            rows.add(new StudyRow(study, i + 1));
            int number = 1;
            for (Series series : study.series()) {
                boolean pictures = series.uid().isEmpty() && study.uid().isEmpty();
                if (pictures || series.instances().size() <= SHORT_SERIES) {
                    for (Instance instance : series.instances()) {
                        rows.add(new ImageRow(series, List.of(instance), number++));
                    }
                } else {
                    rows.add(new ImageRow(series, series.instances(), number));
                    number += series.instances().size();
                }
            }
        }
        return rows;
    }
}
