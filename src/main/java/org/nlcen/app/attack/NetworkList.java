package org.nlcen.app.attack;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.base.Texts;
import org.nlcen.model.ModelCard;

/** The list from which networks are put on the bench, each with what is known of it. */
public final class NetworkList {
    private final NetworksModel networks;
    private final Texts texts;
    private final Bubble bubble = new Bubble();

    public NetworkList(NetworksModel networks, Texts texts) {
        this.networks = networks;
        this.texts = texts;
    }

    /** Shows the list below a button, or hides it. */
    public void toggle(Node button) {
        bubble.toggle(button, this::list);
    }

    private VBox list() {
        VBox list = Bubble.list(texts.get("networks.title"));
        List<Choice> choices = networks.ofTask();
        if (choices.isEmpty()) {
            list.getChildren().add(Bubble.quiet(texts.get("networks.none")));
        }
        choices.forEach(choice -> list.getChildren().add(entry(choice)));
        return list;
    }

    private Node entry(Choice choice) {
        ModelCard card = choice.card();
        CheckBox box = new CheckBox(card.name());
        box.setMnemonicParsing(false);
        box.setSelected(networks.shown(card.id()));
        box.selectedProperty().addListener((property, before, now) -> networks.show(card.id(), now));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(box, gap);
        head.getStyleClass().add("network-head");
        mark(choice).ifPresent(head.getChildren()::add);
        VBox entry = new VBox(head, Bubble.quiet(choice.problem().orElseGet(() -> facts(card))));
        entry.getStyleClass().add("network-entry");
        if (card.trained()) {
            TitledPane details = new TitledPane(texts.get("networks.card"), new NetworkCard(card, texts).view());
            details.setExpanded(false);
            details.setAnimated(false);
            details.expandedProperty().addListener((property, before, now) -> bubble.fit());
            details.getStyleClass().addAll("network-details", "dense");
            entry.getChildren().add(details);
        }
        return entry;
    }

    /** What a user must know before trusting it. */
    private Optional<Label> mark(Choice choice) {
        ModelCard card = choice.card();
        if (choice.problem().isPresent()) {
            return Optional.of(chip("networks.damaged", "chip-danger"));
        }
        if (!card.trained()) {
            return Optional.of(chip("networks.untrained", "chip"));
        }
        boolean failed = card.checks().stream().anyMatch(check -> !check.passed());
        return failed ? Optional.of(chip("networks.checkFailed", "chip-warning")) : Optional.empty();
    }

    private Label chip(String key, String style) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("small-text", style);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private String facts(ModelCard card) {
        String size = texts.get("column.parameters", texts.number(card.parameters() / 1e6, 1));
        if (!card.trained()) {
            return size + " · " + texts.get("column.trainIt", card.id());
        }
        return card.figure(0)
                .map(found -> size + " · "
                        + texts.get("networks.figure", texts.number(found.dic(), 3), found.images(), found.dataset()))
                .orElse(size);
    }
}
