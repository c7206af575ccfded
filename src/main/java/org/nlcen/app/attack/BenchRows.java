package org.nlcen.app.attack;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which rows the bench shows; always at least one. */
public final class BenchRows {
    /** What a first start shows. */
    public static final List<BenchRow> DEFAULT = List.of(BenchRow.ATTACKED, BenchRow.PERTURBATION, BenchRow.AGREEMENT);

    private final ReadOnlyObjectWrapper<List<BenchRow>> shown = new ReadOnlyObjectWrapper<>(this, "shown", DEFAULT);

    /** The rows from top to bottom. */
    public ReadOnlyObjectProperty<List<BenchRow>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public List<BenchRow> shown() {
        return shown.get();
    }

    /** Switches a row on or off; the last one stays. */
    public void show(BenchRow row, boolean wanted) {
        Set<BenchRow> next = EnumSet.copyOf(shown.get());
        boolean changed = wanted ? next.add(row) : next.remove(row);
        if (changed && !next.isEmpty()) {
            shown.set(List.copyOf(next));
        }
    }

    /** For the preferences. */
    public List<String> names() {
        return shown.get().stream().map(Enum::name).toList();
    }

    /** From the preferences; names that do not exist, as those of another version, are left out. */
    public void restore(List<String> names) {
        List<BenchRow> known = new ArrayList<>();
        for (BenchRow row : BenchRow.values()) {
            if (names.contains(row.name())) {
                known.add(row);
            }
        }
        shown.set(known.isEmpty() ? DEFAULT : List.copyOf(known));
    }
}
