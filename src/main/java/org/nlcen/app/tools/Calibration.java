package org.nlcen.app.tools;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

import org.nlcen.app.base.Dress;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.TrueSize;

/** Asks the user to make a card on the screen as wide as a real one. */
final class Calibration {
    private static final double CARD_SHAPE = 53.98 / TrueSize.CARD_MM;
    private static final double LEAST = 120;
    private static final double MOST = 900;

    private Calibration() {}

    /**
     * @param mmPerPoint what is assumed now
     * @return millimetres per screen point, empty where the user cancels
     */
    static Optional<Double> ask(Window owner, Texts texts, double mmPerPoint) {
        Slider width = new Slider(LEAST, MOST, TrueSize.CARD_MM / mmPerPoint);
        width.setAccessibleText(texts.get("calibration.width"));
        width.setBlockIncrement(1);
        Region card = new Region();
        card.getStyleClass().add("calibration-card");
        card.minWidthProperty().bind(width.valueProperty());
        card.maxWidthProperty().bind(width.valueProperty());
        card.minHeightProperty().bind(width.valueProperty().multiply(CARD_SHAPE));
        card.maxHeightProperty().bind(width.valueProperty().multiply(CARD_SHAPE));
        StackPane table = new StackPane(card);
        table.setMinSize(MOST, MOST * CARD_SHAPE);
        table.setAlignment(Pos.CENTER);
        Label how = new Label(texts.get("calibration.how"));
        how.setWrapText(true);
        how.setMaxWidth(MOST);
        Label result = new Label();
        result.getStyleClass().addAll("muted", "number");
        Runnable say = () ->
                result.setText(texts.get("calibration.result", texts.number(TrueSize.fromCard(width.getValue()), 3)));
        width.valueProperty().addListener((property, before, now) -> say.run());
        say.run();
        VBox content = new VBox(how, table, width, result);
        content.getStyleClass().add("dialog-box");
        // the toolkit's own one speaks the system's language
        ButtonType cancel = new ButtonType(texts.get("dialog.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(texts.get("calibration.title"));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, cancel);
        Dress.as(owner, dialog.getDialogPane());
        return dialog.showAndWait()
                .filter(ButtonType.OK::equals)
                .flatMap(ok -> TrueSize.sensible(TrueSize.fromCard(width.getValue())));
    }
}
