package org.nlcen.app.attack;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import org.controlsfx.control.PopOver;
import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.base.Texts;
import org.nlcen.model.ModelCard;

/** The list from which networks are put on the bench, each with what is known of it. */
public final class NetworkList {
    private final NetworksModel networks;
    private final Texts texts;
    private final PopOver bubble = new PopOver();

    public NetworkList(NetworksModel networks, Texts texts) {
        this.networks = networks;
        this.texts = texts;
        bubble.setArrowLocation(PopOver.ArrowLocation.TOP_RIGHT);
        bubble.setAnimated(false);
        bubble.setDetachable(false);
    }

    /** Shows the list below a button, or hides it. */
    public void toggle(Node button) {
        if (bubble.isShowing()) {
            bubble.hide();
            return;
        }
        VBox list = new VBox();
        list.getStyleClass().add("network-list");
        Label title = new Label(texts.get("networks.title"));
        title.getStyleClass().add("pane-title");
        list.getChildren().add(title);
        networks.ofTask().forEach(choice -> list.getChildren().add(entry(choice)));
        bubble.setContentNode(list);
        Bounds bounds = button.localToScreen(button.getBoundsInLocal());
        bubble.show(button, bounds.getMinX() + bounds.getWidth() / 2, bounds.getMaxY());
    }

    private Node entry(Choice choice) {
        ModelCard card = choice.card();
        CheckBox box = new CheckBox(card.name());
        box.setSelected(!networks.hidden().contains(card.id()));
        box.selectedProperty().addListener((property, before, now) -> networks.show(card.id(), now));
        Label facts = new Label(choice.problem().orElseGet(() -> facts(card)));
        facts.setWrapText(true);
        facts.getStyleClass().addAll("muted", "small-text");
        VBox entry = new VBox(box, facts);
        entry.getStyleClass().add("network-entry");
        return entry;
    }

    private String facts(ModelCard card) {
        String size = texts.get("column.parameters", texts.number(card.parameters() / 1e6, 1));
        String figure = card.figure(0)
                .map(found -> " · "
                        + texts.get("networks.figure", texts.number(found.dic(), 3), found.images(), found.dataset()))
                .orElse("");
        String licence = card.training()
                .map(training -> "\n" + texts.get("networks.trained", training.data(), training.licence()))
                .orElse("");
        return size + figure + licence;
    }
}
