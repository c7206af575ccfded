package org.nlcen.app.attack;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.ReasonTexts;
import org.nlcen.model.ModelCard;
import org.nlcen.model.ModelSpec;
import org.nlcen.model.OwnModels;

/** The list from which networks are put on the bench, each with what is known of it. */
public final class NetworkList {
    /** How the list is divided, in this order. */
    private enum Group {
        COMPARED,
        VARIANT,
        OWN,
        UNTRAINED
    }

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
        Map<Group, List<Choice>> groups = choices.stream()
                .collect(Collectors.groupingBy(
                        NetworkList::group, () -> new EnumMap<>(Group.class), Collectors.toList()));
        groups.forEach((group, members) -> {
            if (group == Group.UNTRAINED) {
                list.getChildren().add(untrained(members));
            } else {
                Label head = new Label(texts.get("networks.group." + group));
                head.getStyleClass().addAll("network-group", "small-text", "muted");
                list.getChildren().add(head);
                members.forEach(choice -> list.getChildren().add(entry(choice)));
            }
        });
        return list;
    }

    private static Group group(Choice choice) {
        ModelCard card = choice.card();
        if (!card.trained() && choice.problem().isEmpty()) {
            return Group.UNTRAINED;
        }
        if (card.id().startsWith(OwnModels.PREFIX)) {
            return Group.OWN;
        }
        return ModelSpec.compared(card.id()) ? Group.COMPARED : Group.VARIANT;
    }

    private Node entry(Choice choice) {
        ModelCard card = choice.card();
        CheckBox box = new CheckBox(CardTexts.name(card, texts));
        box.setMnemonicParsing(false);
        box.setSelected(networks.shown(card.id()));
        box.selectedProperty().addListener((property, before, now) -> networks.show(card.id(), now));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(box, gap);
        head.getStyleClass().add("network-head");
        mark(choice).ifPresent(head.getChildren()::add);
        VBox entry = new VBox(
                head,
                Bubble.quiet(choice.problem()
                        .map(problem -> ReasonTexts.of(problem, texts))
                        .orElseGet(() -> facts(card))));
        entry.getStyleClass().add("network-entry");
        if (card.trained()) {
            entry.getChildren().add(fold(texts.get("networks.card"), new NetworkCard(card, texts).view()));
        }
        return entry;
    }

    /** Names alone: such a network has no place on the bench. */
    private Node untrained(List<Choice> members) {
        VBox names = new VBox(Bubble.quiet(texts.get("networks.trainOne")));
        names.getStyleClass().add("card-view");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card-facts");
        for (Choice choice : members) {
            Label name = new Label(CardTexts.name(choice.card(), texts));
            name.getStyleClass().add("small-text");
            grid.addRow(grid.getRowCount(), name, Bubble.quiet(choice.card().id()));
        }
        names.getChildren().add(grid);
        VBox entry = new VBox(fold(texts.get("networks.group." + Group.UNTRAINED, members.size()), names));
        entry.getStyleClass().add("network-entry");
        return entry;
    }

    private TitledPane fold(String title, Node content) {
        TitledPane fold = new TitledPane(title, content);
        fold.setExpanded(false);
        fold.setAnimated(false);
        fold.expandedProperty().addListener((property, before, now) -> bubble.fit());
        fold.getStyleClass().addAll("network-details", "dense");
        return fold;
    }

    /** What a user must know before trusting it. */
    private Optional<Label> mark(Choice choice) {
        ModelCard card = choice.card();
        if (choice.problem().isPresent()) {
            return Optional.of(chip("networks.damaged", "chip-danger"));
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
        return card.figure(0)
                .map(found -> size + " · "
                        + texts.get(
                                "networks.figure",
                                texts.number(found.dic(), 3),
                                found.images(),
                                CardTexts.say(found.dataset(), texts)))
                .orElse(size);
    }
}
