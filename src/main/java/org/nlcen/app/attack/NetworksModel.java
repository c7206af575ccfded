package org.nlcen.app.attack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.model.Task;

/** Which of the known networks stand on the bench for a task. */
public final class NetworksModel {
    private final ReadOnlyObjectWrapper<List<Choice>> known = new ReadOnlyObjectWrapper<>(this, "known", List.of());
    private final ReadOnlyObjectWrapper<List<Choice>> onBench = new ReadOnlyObjectWrapper<>(this, "onBench", List.of());
    private final Set<String> hidden;
    private Task task = Task.LUNG;

    /** @param hidden ids of networks the user took off the bench */
    public NetworksModel(List<String> hidden) {
        this.hidden = new LinkedHashSet<>(hidden);
    }

    /** All networks, also those that cannot be used, in the catalogue's order. */
    public ReadOnlyObjectProperty<List<Choice>> knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** Those on the bench; networks without weights stand there only while there are no others. */
    public ReadOnlyObjectProperty<List<Choice>> onBenchProperty() {
        return onBench.getReadOnlyProperty();
    }

    public void known(List<Choice> networks) {
        known.set(List.copyOf(networks));
        update();
    }

    public void task(Task wanted) {
        task = wanted;
        update();
    }

    public Task task() {
        return task;
    }

    /** The known networks of the task. */
    public List<Choice> ofTask() {
        return known.get().stream()
                .filter(choice -> choice.card().task() == task)
                .toList();
    }

    /** Puts a network on the bench or takes it off. */
    public void show(String id, boolean shown) {
        boolean changed = shown ? hidden.remove(id) : hidden.add(id);
        if (changed) {
            update();
        }
    }

    /** Ids of networks the user took off the bench. */
    public List<String> hidden() {
        return List.copyOf(hidden);
    }

    private void update() {
        List<Choice> wanted = ofTask().stream()
                .filter(choice -> !hidden.contains(choice.card().id()))
                .toList();
        List<Choice> able = wanted.stream()
                .filter(choice -> choice.card().trained() || choice.problem().isPresent())
                .toList();
        List<Choice> next = able.isEmpty() ? wanted : able;
        if (!next.equals(onBench.get())) {
            onBench.set(next);
        }
    }
}
