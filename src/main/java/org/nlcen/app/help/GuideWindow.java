package org.nlcen.app.help;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Texts;
import org.nlcen.app.help.GuideBook.Page;

/** The user guide: contents on the left, a page on the right. */
public final class GuideWindow {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 700;

    private final Panels panels;
    private final Texts texts;
    private final GuideBook book;
    private final GuideView view;
    private final ListView<Page> contents = new ListView<>();
    private final ScrollPane scroll = new ScrollPane();

    public GuideWindow(Panels panels, Texts texts) {
        this.panels = panels;
        this.texts = texts;
        book = new GuideBook(texts.locale());
        view = new GuideView(book, this::open);
        // once: list and page outlive each window they are shown in
        contents.getStyleClass().add("guide-contents");
        scroll.getStyleClass().addAll("panel-scroll", "guide-scroll");
        contents.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                read(now.file());
            }
        });
    }

    public void show() {
        panels.show("guide", texts.get("guide.title"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content);
        contents.requestFocus();
    }

    private Node content() {
        contents.getItems().setAll(book.pages());
        contents.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(Page page, boolean empty) {
                super.updateItem(page, empty);
                setText(empty || page == null ? null : page.title());
                setWrapText(true);
                setPrefWidth(0);
            }
        });
        contents.setAccessibleText(texts.get("guide.contents"));
        scroll.setFitToWidth(true);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        if (book.pages().isEmpty()) {
            scroll.setContent(view.page(texts.get("guide.missing")));
        } else {
            contents.getSelectionModel().selectFirst();
        }
        return new HBox(contents, scroll);
    }

    private void open(String file) {
        book.pages().stream()
                .filter(page -> page.file().equals(file))
                .findFirst()
                .ifPresentOrElse(page -> contents.getSelectionModel().select(page), () -> read(file));
    }

    private void read(String file) {
        scroll.setContent(view.page(book.text(file).orElseGet(() -> texts.get("guide.missing"))));
        scroll.setVvalue(0);
    }
}
