package org.nlcen.app.tools;

import java.util.List;
import javafx.beans.Observable;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.viewer.UserWindows;
import org.nlcen.app.viewer.WindowNames;
import org.nlcen.app.viewer.Windowing;
import org.nlcen.image.VoiTransform;

/** The window in numbers: presets, width and centre. */
final class LookOptions extends HBox {
    private static final double STEPS = 100;
    private static final int KEYS = 9;

    private final Windowing windowing;
    private final Texts texts;
    private final MenuButton presets = new MenuButton();
    private final NumberField width;
    private final NumberField center;
    private final UserWindowsList list;

    LookOptions(Windowing windowing, UserWindows user, LibraryModel library, Texts texts) {
        this.windowing = windowing;
        this.texts = texts;
        width = new NumberField(texts, value -> windowing.set(windowing.window().center(), value));
        center = new NumberField(
                texts, value -> windowing.set(value, windowing.window().width()));
        list = new UserWindowsList(windowing, user, texts);
        getStyleClass().add("tool-options");
        presets.setId("windowPresets");
        presets.getStyleClass().add("small");
        presets.setMaxWidth(Double.MAX_VALUE);
        presets.setMinWidth(60);
        presets.setMnemonicParsing(false);
        presets.setAccessibleText(texts.get("tools.presets"));
        presets.setTooltip(new Tooltip(texts.get("tools.presets")));
        HBox.setHgrow(presets, Priority.ALWAYS);
        // filled when it opens: the choices change with every image
        presets.setOnShowing(event -> fill());
        width.setId("windowWidth");
        width.setAccessibleText(texts.get("tools.width"));
        width.setTooltip(new Tooltip(texts.get("tools.width")));
        center.setId("windowCenter");
        center.setAccessibleText(texts.get("tools.center"));
        center.setTooltip(new Tooltip(texts.get("tools.center")));
        Button edit = new Button(null, new FontIcon("mdi2b-bookmark-outline"));
        edit.setId("windowSave");
        edit.getStyleClass().addAll("button-icon", "flat", "small");
        edit.setAccessibleText(texts.get("tools.ownWindows"));
        edit.setTooltip(new Tooltip(texts.get("tools.ownWindows")));
        edit.setOnAction(event -> list.toggle(edit));
        getChildren().addAll(presets, letter("tools.widthLetter"), width, letter("tools.centerLetter"), center, edit);
        Pulse refresh = new Pulse(() -> refresh(library));
        windowing.currentProperty().addListener((Observable value) -> refresh.ask());
        library.imageProperty().addListener((Observable value) -> refresh.ask());
        refresh(library);
    }

    private Label letter(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().addAll("muted", "small-text");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void refresh(LibraryModel library) {
        boolean grey = library.image() != null && !library.image().source().colour();
        setDisable(!grey);
        presets.setText(windowing.preset() ? WindowNames.of(windowing.current(), texts) : texts.get("tools.byHand"));
        double unit = Math.max(Math.pow(10, -windowing.decimals()), windowing.unit() / STEPS);
        double step = windowing.decimals() == 0 ? Math.max(1, Math.rint(unit)) : unit;
        width.show(windowing.window().width(), windowing.decimals(), step);
        center.show(windowing.window().center(), windowing.decimals(), step);
    }

    private void fill() {
        presets.getItems().clear();
        List<VoiTransform> choices = windowing.presets();
        for (int i = 0; i < choices.size(); i++) {
            VoiTransform choice = choices.get(i);
            String key = i < KEYS ? (i + 1) + "   " : "     ";
            RadioMenuItem item = new RadioMenuItem(key + WindowNames.of(choice, texts));
            item.setMnemonicParsing(false);
            item.setSelected(choice.equals(windowing.current()));
            int place = i;
            item.setOnAction(event -> windowing.choose(place));
            presets.getItems().add(item);
        }
        MenuItem own = new MenuItem(texts.get("tools.ownWindows"));
        own.setOnAction(event -> list.toggle(presets));
        presets.getItems().addAll(new SeparatorMenuItem(), own);
    }
}
