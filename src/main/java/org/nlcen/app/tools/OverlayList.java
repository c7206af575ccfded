package org.nlcen.app.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;

import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.attack.Palette;
import org.nlcen.app.base.Bubbles;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.Agreement;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.app.viewer.OverlayModel.Comparison;
import org.nlcen.app.viewer.OverlayModel.Outline;
import org.nlcen.app.viewer.OverlayStyle;
import org.nlcen.app.viewer.OverlayStyle.Mode;

/** The bubble in which each structure's colour, opacity and form are chosen, and two are set against each other. */
final class OverlayList {
    private static final int COLOURS = 8;
    private static final double SWATCH = 14;

    private final OverlayModel overlay;
    private final Texts texts;
    private final PopOver bubble = Bubbles.make();

    OverlayList(OverlayModel overlay, Texts texts) {
        this.overlay = overlay;
        this.texts = texts;
    }

    /** Shows the bubble beside a node, or hides it. */
    void toggle(Node beside, PopOver.ArrowLocation arrow) {
        if (bubble.isShowing()) {
            bubble.hide();
            return;
        }
        bubble.setArrowLocation(arrow);
        bubble.setContentNode(content());
        Bubbles.dress(bubble, beside);
        Bounds bounds = beside.localToScreen(beside.getBoundsInLocal());
        boolean below = arrow == PopOver.ArrowLocation.TOP_RIGHT || arrow == PopOver.ArrowLocation.TOP_LEFT;
        bubble.show(
                beside,
                below ? bounds.getMinX() + bounds.getWidth() / 2 : bounds.getMaxX(),
                below ? bounds.getMaxY() : bounds.getMinY() + bounds.getHeight() / 2);
    }

    private Node content() {
        VBox box = new VBox();
        box.getStyleClass().addAll("option-list", "overlay-list");
        Label title = new Label(texts.get("overlays.title"));
        title.getStyleClass().add("pane-title");
        CheckBox all = new CheckBox(texts.get("overlays.all"));
        all.selectedProperty().bindBidirectional(overlay.visibleProperty());
        box.getChildren().addAll(title, all);
        if (overlay.outlines().isEmpty()) {
            Label none = new Label(texts.get("overlays.none"));
            none.getStyleClass().add("muted");
            none.setWrapText(true);
            box.getChildren().add(none);
        }
        for (Outline outline : overlay.outlines()) {
            box.getChildren().add(row(outline));
        }
        if (overlay.outlines().size() > 1) {
            box.getChildren().add(comparison());
        }
        return box;
    }

    private Node row(Outline outline) {
        String id = outline.id();
        OverlayStyle style = overlay.style(id);
        CheckBox visible = new CheckBox(outline.name());
        visible.setMnemonicParsing(false);
        visible.setSelected(style.visible());
        visible.selectedProperty().addListener((property, before, now) -> overlay.styles()
                .put(id, overlay.style(id).with(now)));
        Rectangle sample = new Rectangle(SWATCH, SWATCH, overlay.color(outline));
        sample.getStyleClass().add("swatch");
        FlowPane colours = new FlowPane(4, 4);
        colours.setVisible(false);
        colours.setManaged(false);
        List<Color> choices = new ArrayList<>(List.of(outline.color()));
        for (int i = 0; i < COLOURS; i++) {
            if (!choices.contains(Palette.of(i))) {
                choices.add(Palette.of(i));
            }
        }
        for (Color colour : choices) {
            Button choice = new Button(null, new Rectangle(SWATCH, SWATCH, colour));
            choice.getStyleClass().addAll("flat", "swatch-button");
            choice.setAccessibleText(texts.get("overlays.colour"));
            choice.setOnAction(event -> {
                Color chosen = colour.equals(outline.color()) ? null : colour;
                overlay.styles().put(id, overlay.style(id).with(chosen));
                sample.setFill(colour);
                colours.setVisible(false);
                colours.setManaged(false);
            });
            colours.getChildren().add(choice);
        }
        Button colour = new Button(null, sample);
        colour.getStyleClass().addAll("flat", "swatch-button");
        colour.setAccessibleText(texts.get("overlays.colour"));
        colour.setTooltip(new Tooltip(texts.get("overlays.colour")));
        colour.setOnAction(event -> {
            colours.setVisible(!colours.isVisible());
            colours.setManaged(colours.isVisible());
        });
        Slider opacity = new Slider(0.05, 1, style.opacity());
        opacity.setPrefWidth(84);
        opacity.setAccessibleText(texts.get("overlays.opacity"));
        opacity.setTooltip(new Tooltip(texts.get("overlays.opacity")));
        opacity.valueProperty().addListener((property, before, now) -> overlay.styles()
                .put(id, overlay.style(id).with(now.doubleValue())));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(colour, visible, gap, modes(id, style), opacity);
        line.getStyleClass().add("overlay-row");
        return new VBox(2, line, colours);
    }

    private HBox modes(String id, OverlayStyle style) {
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (Mode mode : Mode.values()) {
            ToggleButton button = new ToggleButton(null, new FontIcon(icon(mode)));
            button.setToggleGroup(group);
            button.getStyleClass().addAll("button-icon", "small");
            String title = texts.get("overlays.mode." + mode);
            button.setAccessibleText(title);
            button.setTooltip(new Tooltip(title));
            button.setSelected(style.mode() == mode);
            button.setOnAction(event -> {
                button.setSelected(true);
                overlay.styles().put(id, overlay.style(id).with(mode));
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private static String icon(Mode mode) {
        return switch (mode) {
            case OUTLINE -> "mdi2c-circle-outline";
            case FILL -> "mdi2c-circle";
            case BOTH -> "mdi2c-circle-slice-8";
        };
    }

    private Node comparison() {
        Label title = new Label(texts.get("overlays.compare"));
        title.getStyleClass().add("pane-title");
        Optional<Comparison> now = overlay.comparisonProperty().get();
        ChoiceBox<Optional<Outline>> predicted = choice("overlays.predicted", true);
        ChoiceBox<Optional<Outline>> reference = choice("overlays.reference", false);
        predicted.setValue(now.flatMap(both -> overlay.outline(both.predicted())));
        reference.setValue(now.flatMap(both -> overlay.outline(both.reference()))
                .or(() -> Optional.of(overlay.outlines().get(0))));
        Runnable take =
                () -> overlay.comparisonProperty().set(predicted.getValue().flatMap(one -> reference
                        .getValue()
                        .filter(other -> other != one)
                        .map(other -> new Comparison(one.id(), other.id()))));
        predicted.setOnAction(event -> take.run());
        reference.setOnAction(event -> take.run());
        GridPane grid = new GridPane();
        grid.getStyleClass().add("option-rows");
        grid.addRow(0, new Label(texts.get("overlays.predicted")), predicted);
        grid.addRow(1, new Label(texts.get("overlays.reference")), reference);
        HBox legend = new HBox();
        legend.getStyleClass().add("agreement-legend");
        for (Agreement agreement : Agreement.values()) {
            legend.getChildren()
                    .add(new Label(texts.get("agreement." + agreement), new Rectangle(10, 10, agreement.color())));
        }
        return new VBox(8, title, grid, legend);
    }

    private ChoiceBox<Optional<Outline>> choice(String name, boolean none) {
        ChoiceBox<Optional<Outline>> box = new ChoiceBox<>();
        box.setAccessibleText(texts.get(name));
        if (none) {
            box.getItems().add(Optional.empty());
        }
        overlay.outlines().forEach(outline -> box.getItems().add(Optional.of(outline)));
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Optional<Outline> outline) {
                return outline == null ? "" : outline.map(Outline::name).orElse(texts.get("overlays.nothing"));
            }

            @Override
            public Optional<Outline> fromString(String text) {
                return Optional.empty();
            }
        });
        box.setPrefWidth(200);
        return box;
    }
}
