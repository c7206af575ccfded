package org.nlcen.app.help;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Label audit = Rows.text("", "muted");
    private Button stop;
    /** Empty until the networks are found. */
    private Optional<SelfTest> test = Optional.empty();

    private boolean concluded;

    public SelfTestWindow(Panels panels, Workspace workspace, Texts texts) {
        this.panels = panels;
        this.workspace = workspace;
        this.texts = texts;
        table.getStyleClass().add("self-test");
        summary.setId("selfTestSummary");
        audit.setId("selfTestAudit");
        workspace.engineProperty().addListener((property, before, now) -> {
            if (panels.showing(ID) && test.isEmpty()) {
                now.ifPresent(this::begin);
            }
        });
    }

    /** Shows the table and begins as soon as the networks are found; the one that is open goes on. */
    public void show() {
        if (panels.showing(ID)) {
            panels.show(ID, "", Panels.Kind.BESIDE, WIDTH, HEIGHT, Label::new);
            return;
        }
        test = Optional.empty();
        table.getChildren().clear();
        summary.setText(texts.get("selfTest.waiting"));
        panels.show(ID, texts.get("selfTest.title"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content)
                .setOnHiding(event -> cancel());
        workspace.engineProperty().get().ifPresent(this::begin);
    }

    private void begin(SelfTest.Networks engine) {
        SelfTest begun = new SelfTest(engine, StoredAnswers.read(), workspace.windowThread());
        test = Optional.of(begun);
        concluded = false;
        summary.setText("");
        begun.rows().addListener((Observable rows) -> {
            // one that was stopped may still end the network at hand
            if (test.filter(now -> now == begun).isPresent()) {
                fill(begun);
            }
        });
        fill(begun);
        begun.start();
        audit.setText("");
        workspace.audit().check().whenCompleteAsync(this::tellAudit, workspace.windowThread());
    }

    private void tellAudit(Optional<String> broken, Throwable failure) {
        if (failure != null) {
            audit.setText(texts.get("selfTest.auditUnread"));
        } else {
            audit.setText(broken.map(line -> texts.get("selfTest.auditBroken", line))
                    .orElse(texts.get("selfTest.auditWhole")));
        }
    }

    private void cancel() {
        test.ifPresent(SelfTest::cancel);
    }

    private Node content() {
        stop = Rows.button(texts.get("selfTest.stop"), this::cancel);
        stop.setDisable(true);
        VBox body = Rows.lines(List.of(
                Rows.text(texts.get("selfTest.intro"), "muted"),
                Rows.text(workspace
                        .deviceProperty()
                        .get()
                        .map(device -> device.name() + (device.reason().isEmpty() ? "" : " – " + device.reason()))
                        .orElse("")),
                table,
                summary,
                audit));
        return Rows.page(
                body, Rows.foot(stop, Rows.button(texts.get("panel.close"), () -> panels.close(ID), "accent")));
    }

    private void fill(SelfTest of) {
        table.getChildren().clear();
        for (int column = 0; column < HEADS.size(); column++) {
            Label head = new Label(texts.get("selfTest." + HEADS.get(column)));
            head.getStyleClass().add("table-head");
            table.add(head, column, 0);
        }
        int line = 1;
        for (Row row : of.rows()) {
            add(row, line++);
            String problem = ReasonTexts.of(row.problem(), texts);
            if (!problem.isEmpty()) {
                Label why = Rows.text(problem, "muted", "small-text");
                table.add(why, 0, line++, HEADS.size(), 1);
            }
        }
        stop.setDisable(of.ended());
        if (of.ended()) {
            conclude(of);
        }
    }

    private void conclude(SelfTest of) {
        long passed = of.rows().stream()
                .filter(row -> row.outcome() == Outcome.PASSED)
                .count();
        long failed = of.rows().stream()
                .filter(row -> row.outcome() == Outcome.FAILED)
                .count();
        long alone = of.rows().stream()
                .filter(row -> row.dic().isPresent() && row.answer() == StoredAnswers.Match.NONE)
                .count();
        String verdict = failed > 0
                ? texts.get("selfTest.failed", failed, of.rows().size())
                : texts.get("selfTest.passed", passed, of.rows().size());
        summary.setText(alone == 0 ? verdict : verdict + " " + texts.get("selfTest.notStored", alone));
        if (!concluded) {
            concluded = true;
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
