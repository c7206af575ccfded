package org.nlcen.app.curves;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;

/** Tells when something that the curves or the numbers show has changed, whichever networks are on the bench. */
final class BenchChanges {
    private final BenchModel bench;
    private final ChangeListener<Object> numbersListener;
    private final ChangeListener<Object> networksListener;
    private final List<ColumnModel> watched = new ArrayList<>();

    /**
     * @param networks called when there are other networks, or one has another colour
     * @param numbers called when other numbers are to be shown
     */
    BenchChanges(BenchModel bench, FiguresModel figures, Runnable networks, Runnable numbers) {
        this.bench = bench;
        numbersListener = (value, before, now) -> numbers.run();
        networksListener = (value, before, now) -> networks.run();
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> {
            watch();
            networks.run();
        });
        bench.epsilonProperty().addListener(numbersListener);
        figures.knownProperty().addListener(numbersListener);
        watch();
    }

    private void watch() {
        for (ColumnModel column : watched) {
            column.countProperty().removeListener(numbersListener);
            column.stageProperty().removeListener(numbersListener);
            column.colourProperty().removeListener(networksListener);
        }
        watched.clear();
        watched.addAll(bench.columns());
        for (ColumnModel column : watched) {
            column.countProperty().addListener(numbersListener);
            column.stageProperty().addListener(numbersListener);
            column.colourProperty().addListener(networksListener);
        }
    }
}
