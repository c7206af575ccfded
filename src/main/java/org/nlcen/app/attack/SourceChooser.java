package org.nlcen.app.attack;

import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;

import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Texts;
import org.nlcen.attack.AttackPlan;

/** Chooses the network that the images are made against: each its own, or one for all. */
final class SourceChooser {
    private final MenuButton button;
    private final BenchModel bench;
    private final Texts texts;

    SourceChooser(MenuButton button, BenchModel bench, Texts texts) {
        this.button = button;
        this.bench = bench;
        this.texts = texts;
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> fill());
        fill();
    }

    private void fill() {
        ToggleGroup group = new ToggleGroup();
        Optional<String> source = bench.plan().source();
        button.getItems()
                .setAll(item(group, texts.get("source.each"), Optional.empty(), source), new SeparatorMenuItem());
        for (ColumnModel column : bench.columns()) {
            if (column.card().trained()) {
                RadioMenuItem item =
                        item(group, CardTexts.name(column.card(), texts), Optional.of(column.id()), source);
                button.getItems().add(item);
            }
        }
        button.setText(bench.source()
                .map(column -> CardTexts.name(column.card(), texts))
                .orElse(texts.get("source.eachShort")));
        button.setDisable(bench.columns().isEmpty());
    }

    private RadioMenuItem item(ToggleGroup group, String text, Optional<String> id, Optional<String> now) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(id.equals(now));
        item.setOnAction(event -> {
            AttackPlan old = bench.plan();
            bench.planProperty().set(new AttackPlan(old.settings(), old.goal(), id));
        });
        return item;
    }
}
