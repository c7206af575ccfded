package org.nlcen.app.attack;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Texts;
import org.nlcen.model.ModelCard;

/** All that a network's card says. */
final class NetworkCard {
    private static final int HASH_SHOWN = 16;

    private final ModelCard card;
    private final Texts texts;
    private final GridPane facts = new GridPane();

    NetworkCard(ModelCard card, Texts texts) {
        this.card = card;
        this.texts = texts;
    }

    Node view() {
        facts.getStyleClass().add("card-facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        facts.getColumnConstraints().setAll(names, new ColumnConstraints());
        fact("architecture", card.architecture() + "  (" + card.id() + ")");
        fact("parameters", texts.count(card.parameters()));
        card.training().ifPresent(training -> {
            fact(
                    "data",
                    CardTexts.say(training.data(), texts) + ", " + CardTexts.say(training.split(), texts) + ", "
                            + training.images());
            fact("epochs", texts.count(training.epochs()) + "  (" + texts.get("card.seed", training.seed()) + ")");
            fact("command", training.command());
            fact("date", training.date());
            fact("licence", CardTexts.say(training.licence(), texts));
            fact("terms", CardTexts.say(training.terms(), texts));
            fact("note", CardTexts.note(card, texts));
        });
        fact(
                "hash",
                card.sha256().substring(0, Math.min(HASH_SHOWN, card.sha256().length())) + "…");
        VBox view = new VBox(facts);
        view.getStyleClass().add("card-view");
        if (!card.figures().isEmpty()) {
            view.getChildren().add(figures());
        }
        for (ModelCard.Check check : card.checks()) {
            String key = check.passed() ? "card.passed" : "card.failed";
            Label line = Bubble.quiet(texts.get(
                    key,
                    texts.get("card.check." + check.kind()),
                    CardTexts.say(check.finding(), texts),
                    check.images()));
            line.getStyleClass().add(check.passed() ? "check-passed" : "check-failed");
            view.getChildren().add(line);
        }
        if (card.checks().isEmpty()) {
            view.getChildren().add(Bubble.quiet(texts.get("card.unchecked")));
        }
        return view;
    }

    private void fact(String key, String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        Label name = Bubble.quiet(texts.get("card." + key));
        name.setWrapText(false);
        Label value = new Label(text);
        value.setWrapText(true);
        // otherwise long texts end in dots
        value.setMinHeight(Region.USE_PREF_SIZE);
        value.getStyleClass().add("small-text");
        GridPane.setValignment(name, VPos.TOP);
        facts.addRow(facts.getRowCount(), name, value);
    }

    private Node figures() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-figures");
        String[] heads = {"ε", "DIC", "JSC", texts.get("card.images"), texts.get("card.dataset")};
        for (int i = 0; i < heads.length; i++) {
            Label head = Bubble.quiet(heads[i]);
            head.setWrapText(false);
            head.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(head, i, 0);
        }
        int row = 1;
        for (ModelCard.Figure figure : card.figures()) {
            String[] cells = {
                texts.epsilon(figure.epsilon()),
                texts.number(figure.dic(), 3),
                texts.number(figure.jsc(), 3),
                String.valueOf(figure.images()),
                CardTexts.say(figure.dataset(), texts)
            };
            for (int i = 0; i < cells.length; i++) {
                Label cell = new Label(cells[i]);
                cell.getStyleClass().addAll("number", "small-text");
                GridPane.setHalignment(cell, i < heads.length - 1 ? HPos.RIGHT : HPos.LEFT);
                grid.add(cell, i, row);
            }
            row++;
        }
        return grid;
    }
}
