package org.nlcen.app;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

import org.nlcen.app.attack.BenchController;
import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.commands.Commands;

/** What can be asked of the bench beyond the slider. */
final class BenchCommands {
    private BenchCommands() {}

    static void addTo(Commands commands, BenchModel bench, BenchController controller) {
        ObservableBooleanValue any = Bindings.isNotEmpty(bench.columns());
        commands.separator();
        commands.add("attack", "chooseAttack", "Shift+A", any, controller::chooseAttack);
        commands.add("attack", "chooseGoal", "Shift+G", any, controller::chooseGoal);
        commands.addSwitch("attack", "compare", "Shift+C", bench.compare().onProperty());
        commands.add("attack", "transfer", "Shift+M", any, bench::computeTransfer);
    }
}
