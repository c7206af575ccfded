package org.nlcen.app.preferences;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.DirectoryChooser;
import javafx.util.StringConverter;

import org.nlcen.app.Workspace;
import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.log.AuditLog.Action;
import org.nlcen.model.device.GpuProbe;

/** All settings on one page. Each holds at once; those the program reads at its start say so. */
public final class PreferencesWindow {
    private static final String ID = "preferences";
    private static final double WIDTH = 640;
    private static final double HEIGHT = 620;
    private static final List<String> LANGUAGES = List.of("", "en", "de");
    private static final List<Integer> SIZES = List.of(85, 100, 115, 130, 150, 175);
    private static final List<Integer> MEMORY = List.of(0, 15, 25, 35, 50, 65);

    private final Panels panels;
    private final Workspace workspace;
    private final Texts texts;
    private final Commands commands;
    private final Preferences.Values values;
    private final Runnable resized;
    private GridPane grid;
    private int row;

    /** @param resized the size of everything was changed */
    public PreferencesWindow(Panels panels, Workspace workspace, Texts texts, Commands commands, Runnable resized) {
        this.panels = panels;
        this.workspace = workspace;
        this.texts = texts;
        this.commands = commands;
        this.values = workspace.preferences().values();
        this.resized = resized;
    }

    public void show() {
        panels.show(ID, texts.get("preferences.title"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content)
                .setOnHiding(event -> save());
    }

    private Node content() {
        grid = new GridPane();
        grid.getStyleClass().add("preferences");
        row = 0;
        look();
        images();
        networks();
        safety();
        return Rows.page(grid, Rows.foot(Rows.button(texts.get("panel.close"), () -> panels.close(ID), "accent")));
    }

    private void look() {
        section("look");
        add("theme", toggle("prefTheme", texts.get("preferences.light"), workspace.lightProperty()));
        add(
                "language",
                choice(
                        "prefLanguage",
                        LANGUAGES,
                        values.language,
                        tag -> texts.get("preferences.language." + tag),
                        tag -> values.language = tag),
                true);
        add("size", choice("prefSize", SIZES, values.zoomPercent, size -> size + " %", size -> {
            values.zoomPercent = size;
            resized.run();
        }));
        add("keys", Rows.button(texts.get("command.editShortcuts"), () -> run("editShortcuts")));
    }

    private void images() {
        section("images");
        add(
                "firstWindow",
                choice(
                        "prefWindow",
                        List.of("file", "automatic", "full"),
                        values.firstWindow,
                        name -> texts.get("preferences.firstWindow." + name),
                        name -> values.firstWindow = name));
        add(
                "names",
                toggle(
                        "prefNames",
                        texts.get("command.hidePatient"),
                        workspace.overlay().patientHiddenProperty()));
        if (commands.find("archive").isPresent()) {
            add("archive", Rows.button(texts.get("command.archive"), () -> run("archive")));
        }
    }

    private void networks() {
        section("networks");
        add("models", folder(), true);
        int cores = Runtime.getRuntime().availableProcessors();
        Spinner<Integer> threads = new Spinner<>(0, cores, Math.min(values.threads, cores));
        threads.setId("prefThreads");
        threads.valueProperty().addListener((property, before, now) -> values.threads = now);
        add("threads", threads, true);
        if (JavaOptions.heeded()) {
            add("memory", memory(), true);
        }
        if (GpuProbe.edition()) {
            CheckBox precision = new CheckBox(texts.get("preferences.precision.full"));
            precision.setId("prefPrecision");
            precision.setSelected(values.fullPrecision);
            precision.selectedProperty().addListener((property, before, now) -> values.fullPrecision = now);
            add("precision", precision, true);
        }
    }

    private Node memory() {
        return choice(
                "prefMemory",
                MEMORY,
                values.memoryPercent,
                part -> part == 0 ? texts.get("preferences.usual") : part + " %",
                part -> {
                    values.memoryPercent = part;
                    JavaOptions.write(workspace.preferences().file(), part);
                });
    }

    private void safety() {
        section("safety");
        Spinner<Integer> autosave = new Spinner<>(0, 600, values.autosaveSeconds, 5);
        autosave.setId("prefAutosave");
        autosave.valueProperty().addListener((property, before, now) -> values.autosaveSeconds = now);
        add("autosave", autosave);
        CheckBox audit = new CheckBox(texts.get("preferences.audit.on"));
        audit.setId("prefAudit");
        audit.setSelected(values.audit);
        audit.selectedProperty().addListener((property, before, now) -> {
            values.audit = now;
            workspace.audit(now ? Action.SWITCHED_ON : Action.SWITCHED_OFF, Map.of());
        });
        add("audit", audit);
        grid.add(
                Rows.text(texts.get("preferences.audit.where", workspace.audit().folder()), "muted", "small-text"),
                1,
                row++);
    }

    private void section(String name) {
        Label title = new Label(texts.get("preferences.section." + name));
        title.getStyleClass().add("preferences-section");
        grid.add(title, 0, row++, 2, 1);
    }

    private void add(String name, Node control) {
        add(name, control, false);
    }

    /** @param later whether it holds from the next start on */
    private void add(String name, Node control, boolean later) {
        Label label = new Label(texts.get("preferences." + name));
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        control.setAccessibleText(label.getText());
        HBox line = new HBox(control);
        line.getStyleClass().add("preferences-line");
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(control, Priority.SOMETIMES);
        if (later) {
            Label note = new Label(texts.get("preferences.later"));
            note.setMinWidth(Region.USE_PREF_SIZE);
            note.getStyleClass().addAll("muted", "small-text");
            line.getChildren().add(note);
        }
        grid.addRow(row++, label, line);
    }

    private CheckBox toggle(String id, String text, BooleanProperty property) {
        CheckBox box = new CheckBox(text);
        box.setId(id);
        box.selectedProperty().bindBidirectional(property);
        return box;
    }

    private <T> ChoiceBox<T> choice(String id, List<T> all, T now, Function<T, String> name, Consumer<T> chosen) {
        ChoiceBox<T> box = new ChoiceBox<>(FXCollections.observableArrayList(all));
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                return null;
            }
        });
        box.setValue(now);
        box.valueProperty().addListener((property, before, value) -> chosen.accept(value));
        return box;
    }

    private Node folder() {
        TextField path = new TextField(values.modelsFolder);
        path.setId("prefModels");
        path.setPromptText(texts.get("preferences.usual"));
        path.textProperty().addListener((property, before, now) -> values.modelsFolder = now.trim());
        HBox.setHgrow(path, Priority.ALWAYS);
        Node browse = Rows.button(texts.get("preferences.browse"), () -> {
            DirectoryChooser chooser = new DirectoryChooser();
            chooser.setTitle(texts.get("preferences.models"));
            Optional.of(new File(values.modelsFolder))
                    .filter(File::isDirectory)
                    .ifPresent(chooser::setInitialDirectory);
            Optional.ofNullable(chooser.showDialog(path.getScene().getWindow()))
                    .map(File::toPath)
                    .map(Path::toString)
                    .ifPresent(path::setText);
        });
        HBox box = new HBox(path, browse);
        box.getStyleClass().add("preferences-line");
        return box;
    }

    private void run(String command) {
        commands.find(command).ifPresent(found -> found.run());
    }

    /** What the window itself knows is written with the rest; a failure is told. */
    private void save() {
        values.theme = workspace.lightProperty().get() ? "light" : "dark";
        values.hideNames = workspace.overlay().patientHidden();
        workspace.preferences().save();
        workspace.preferences().problem().ifPresent(problem -> workspace
                .notices()
                .add(texts.get("preferences." + problem.trouble(), problem.file())));
    }
}
