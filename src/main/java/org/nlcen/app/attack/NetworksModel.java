package org.nlcen.app.attack;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.Task;

/** Which of the known networks stand on the bench for a task. */
public final class NetworksModel {
    private final ReadOnlyObjectWrapper<List<Choice>> known = new ReadOnlyObjectWrapper<>(this, "known", List.of());
    private final ReadOnlyObjectWrapper<List<Choice>> onBench = new ReadOnlyObjectWrapper<>(this, "onBench", List.of());
    private final Set<String> hidden;
    private final Set<String> wanted;
    private Task task = Task.LUNG;
    private Runnable reader = () -> {};

    /**
     * @param hidden ids of networks the user took off the bench
     * @param wanted ids of networks the user put there although they are not among the compared ones
     */
    public NetworksModel(List<String> hidden, List<String> wanted) {
        this.hidden = new LinkedHashSet<>(hidden);
        this.wanted = new LinkedHashSet<>(wanted);
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

    /** Who reads the networks from their folders, and then calls {@link #known(List)}. */
    public void reader(Runnable anew) {
        reader = anew;
    }

    /** Reads the networks from their folders again. */
    public void refresh() {
        reader.run();
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
        if (!ModelSpec.compared(id)) {
            changed |= shown ? wanted.add(id) : wanted.remove(id);
        }
        if (changed) {
            update();
        }
    }

    /**
     * Whether a network has a place on the bench: the compared ones unless the user took them off; variants, of which there
     * are many, only where the user put them there.
     */
    public boolean shown(String id) {
        return !hidden.contains(id) && (ModelSpec.compared(id) || wanted.contains(id));
    }

    /** Ids of networks the user took off the bench. */
    public List<String> hidden() {
        return List.copyOf(hidden);
    }

    /** Ids of variants the user put on the bench. */
    public List<String> wanted() {
        return List.copyOf(wanted);
    }

    private void update() {
        List<Choice> placed =
                ofTask().stream().filter(choice -> shown(choice.card().id())).toList();
        List<Choice> able = placed.stream()
                .filter(choice -> choice.card().trained() || choice.problem().isPresent())
                .toList();
        List<Choice> next = able.isEmpty() ? placed : able;
        if (!next.equals(onBench.get())) {
            onBench.set(next);
        }
    }
}
