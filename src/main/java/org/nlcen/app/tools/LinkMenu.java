package org.nlcen.app.tools;

import javafx.beans.property.BooleanProperty;
import javafx.geometry.Side;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.Links;

/** What the panes share, each to be switched off. */
final class LinkMenu extends MenuButton {
    private final Texts texts;
    private final FontIcon icon = new FontIcon("mdi2l-link-variant");

    LinkMenu(Links links, Texts texts) {
        this.texts = texts;
        setGraphic(icon);
        setId("links");
        getStyleClass().addAll("button-icon", "flat", "rail-menu");
        setPopupSide(Side.RIGHT);
        setAccessibleText(texts.get("tools.links"));
        setTooltip(new Tooltip(texts.get("tools.links")));
        BooleanProperty[] all = {
            links.zoomProperty(), links.panProperty(), links.windowProperty(), links.cursorProperty()
        };
        for (BooleanProperty link : all) {
            getItems().add(item(link));
            link.addListener((property, before, now) -> showState(all));
        }
        MenuItem every = new MenuItem(texts.get("tools.linkAll"));
        every.setOnAction(event -> {
            for (BooleanProperty link : all) {
                link.set(true);
            }
        });
        getItems().addAll(new SeparatorMenuItem(), every);
    }

    private CheckMenuItem item(BooleanProperty link) {
        CheckMenuItem item = new CheckMenuItem(texts.get("tools.link." + link.getName()));
        item.selectedProperty().bindBidirectional(link);
        return item;
    }

    private void showState(BooleanProperty... all) {
        boolean together = true;
        for (BooleanProperty link : all) {
            together &= link.get();
        }
        icon.setIconLiteral(together ? "mdi2l-link-variant" : "mdi2l-link-variant-off");
    }
}
