package org.nlcen.app.help;

import java.util.List;
import java.util.Map;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.Workspace;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;
import org.nlcen.app.help.SelfTest.Outcome;
import org.nlcen.app.help.SelfTest.Row;
import org.nlcen.app.library.ReasonTexts;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.model.StoredAnswers;

/** The self-test as a table. */
public final class SelfTestWindow {
    private static final String ID = "selfTest";
    private static final double WIDTH = 760;
    private static final double HEIGHT = 460;
    private static final List<String> HEADS = List.of("network", "device", "dic", "forward", "gradient", "answer");

    private final Panels panels;
    private final Workspace workspace;
    private final Texts texts;
    private final GridPane table = new GridPane();
    private final Label summary = Rows.text("");
    private Button stop;
    private SelfTest test;

    public SelfTestWindow(Panels panels, Workspace workspace, Texts texts) {
        this.panels = panels;
        this.workspace = workspace;
        this.texts = texts;
    }

    /** Shows the table and begins; the one that is open goes on. */
    public void show() {
        if (panels.showing(ID)) {
            panels.show(ID, "", Panels.Kind.BESIDE, WIDTH, HEIGHT, Label::new);
            return;
        }
        workspace.engineProperty().get().ifPresent(engine -> {
            test = new SelfTest(engine, StoredAnswers.read(), workspace.windowThread());
            panels.show(ID, texts.get("selfTest.title"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content)
                    .setOnHiding(event -> test.cancel());
            test.rows().addListener((Observable rows) -> fill());
            fill();
            test.start();
        });
    }

    private Node content() {
        table.getStyleClass().add("self-test");
        stop = Rows.button(texts.get("selfTest.stop"), () -> test.cancel());
        VBox body = Rows.lines(List.of(
                Rows.text(texts.get("selfTest.intro"), "muted"),
                Rows.text(workspace
                        .deviceProperty()
                        .get()
                        .map(device -> device.name() + (device.reason().isEmpty() ? "" : " – " + device.reason()))
                        .orElse("")),
                table,
                summary));
        return Rows.page(
                body, Rows.foot(stop, Rows.button(texts.get("panel.close"), () -> panels.close(ID), "accent")));
    }

    private void fill() {
        table.getChildren().clear();
        for (int column = 0; column < HEADS.size(); column++) {
            Label head = new Label(texts.get("selfTest." + HEADS.get(column)));
            head.getStyleClass().add("table-head");
            table.add(head, column, 0);
        }
        int line = 1;
        for (Row row : test.rows()) {
            add(row, line++);
            String problem = ReasonTexts.of(row.problem(), texts);
            if (!problem.isEmpty()) {
                Label why = Rows.text(problem, "muted", "small-text");
                table.add(why, 0, line++, HEADS.size(), 1);
            }
        }
        stop.setDisable(test.ended());
        if (test.ended()) {
            conclude();
        }
    }

    private void conclude() {
        long passed = test.rows().stream()
                .filter(row -> row.outcome() == Outcome.PASSED)
                .count();
        long failed = test.rows().stream()
                .filter(row -> row.outcome() == Outcome.FAILED)
                .count();
        boolean first = summary.getText().isEmpty();
        long alone = test.rows().stream()
                .filter(row -> row.dic().isPresent() && row.answer() == StoredAnswers.Match.NONE)
                .count();
        String verdict = failed > 0
                ? texts.get("selfTest.failed", failed, test.rows().size())
                : texts.get("selfTest.passed", passed, test.rows().size());
        summary.setText(alone == 0 ? verdict : verdict + " " + texts.get("selfTest.notStored", alone));
        if (first) {
            workspace.audit(
                    Action.SELF_TESTED, Map.of("passed", String.valueOf(passed), "failed", String.valueOf(failed)));
        }
    }

    private void add(Row row, int line) {
        Label name = new Label(CardTexts.name(row.card(), texts), new FontIcon(icon(row.outcome())));
        name.getStyleClass().addAll("self-test-name", row.outcome().name().toLowerCase(java.util.Locale.ROOT));
        name.setAccessibleText(name.getText() + ": " + texts.get("selfTest.outcome." + row.outcome()));
        boolean tried = row.dic().isPresent();
        table.addRow(
                line,
                name,
                new Label(row.device()),
                number(row.dic().map(dic -> texts.number(dic, 3)).orElse("")),
                number(tried ? texts.get("selfTest.millis", String.valueOf(row.forwardMillis())) : ""),
                number(tried ? texts.get("selfTest.millis", String.valueOf(row.gradientMillis())) : ""),
                new Label(
                        tried
                                ? texts.get("selfTest.answer." + row.answer())
                                : texts.get("selfTest.outcome." + row.outcome())));
    }

    private static Label number(String text) {
        Label label = new Label(text);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        label.getStyleClass().add("number");
        return label;
    }

    private static String icon(Outcome outcome) {
        return switch (outcome) {
            case WAITING -> "mdi2c-circle-outline";
            case RUNNING -> "mdi2p-progress-clock";
            case PASSED -> "mdi2c-check-circle";
            case FAILED -> "mdi2a-alert-circle";
            case CANCELLED -> "mdi2m-minus-circle-outline";
        };
    }
}
