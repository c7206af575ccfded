package org.nlcen.app.curves;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.LibraryModel;

/** The table of numbers in a window of its own, all networks beside each other and named in full, as live as the main one's. */
public final class NumbersWindow {
    private static final String ID = "numbers";
    private static final double NAMES = 190;
    private static final double COLUMN = 110;
    private static final double LEAST = 560;
    private static final double ABOUT = 200;
    private static final double LINE = 21;

    private final Panels panels;
    private final BenchModel bench;
    private final LibraryModel library;
    private final Texts texts;
    private final Runnable copying;
    private final Label title = new Label();
    private final Label explained = Rows.text("", "muted", "small-text");
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final NumbersTable table;

    /** @param copying copies the numbers as CSV */
    public NumbersWindow(
            Panels panels,
            BenchModel bench,
            FiguresModel figures,
            LibraryModel library,
            Texts texts,
            Runnable copying) {
        this.panels = panels;
        this.bench = bench;
        this.library = library;
        this.texts = texts;
        this.copying = copying;
        title.getStyleClass().add("pane-title");
        grid.getStyleClass().addAll("numbers-table", "large");
        grid.setMinWidth(Region.USE_PREF_SIZE);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("panel-scroll");
        table = new NumbersTable(grid, scroll, NumbersTable.Columns.NAMED, bench, figures, texts);
        Pulse draw = new Pulse(this::draw);
        new BenchChanges(bench, figures, draw::ask, draw::ask);
    }

    public void show() {
        double width = Math.max(LEAST, NAMES + COLUMN * bench.columns().size());
        table.fill(Subject.of(library.image()));
        double height = ABOUT + LINE * grid.getRowCount();
        panels.show(ID, texts.get("side.numbers"), Panels.Kind.BESIDE, width, height, this::content);
        draw();
    }

    private Node content() {
        VBox body = Rows.lines(List.of(title, scroll, explained));
        body.setAlignment(Pos.TOP_LEFT);
        return Rows.page(
                body,
                Rows.foot(
                        Rows.button(texts.get("numbers.copy"), copying),
                        Rows.button(texts.get("panel.close"), () -> panels.close(ID), "accent")));
    }

    private void draw() {
        if (panels.showing(ID)) {
            Subject subject = Subject.of(library.image());
            table.fill(subject);
            title.setText(texts.get("numbers.title", texts.epsilon(bench.epsilon())));
            explained.setText(subject.explained(texts));
        }
    }
}
