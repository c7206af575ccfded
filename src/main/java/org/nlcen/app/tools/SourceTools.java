package org.nlcen.app.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Window;

import org.controlsfx.control.PopOver;
import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Command;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.drawing.DrawingEditor;
import org.nlcen.app.drawing.DrawingLayer;
import org.nlcen.app.drawing.DrawingSaver;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.measure.MeasureEditor;
import org.nlcen.app.measure.MeasureLayer;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.viewer.OverlayEvent;
import org.nlcen.app.viewer.OverlayModel;
import org.nlcen.app.viewer.SourceController;
import org.nlcen.app.viewer.Tool.Family;
import org.nlcen.app.viewer.ToolModel;
import org.nlcen.app.viewer.TrueSize;
import org.nlcen.image.PixelSpacing;

/** Puts rail and options around the source pane, and does what needs both the pane and the preferences. */
public final class SourceTools {
    private final ToolDesk desk;
    private final LibraryModel library;
    private final OverlayModel overlay;
    private final SourceController source;
    private final Preferences preferences;
    private final Consumer<String> problem;
    private final Texts texts;
    private final DrawingSaver saver;
    private MeasureEditor measuring;
    private DrawingEditor drawing;

    /** @param problem takes a sentence for the user */
    public SourceTools(
            ToolDesk desk,
            LibraryModel library,
            OverlayModel overlay,
            SourceController source,
            Preferences preferences,
            Consumer<String> problem,
            Texts texts,
            SaveDialog saving) {
        this.desk = desk;
        this.library = library;
        this.overlay = overlay;
        this.source = source;
        this.preferences = preferences;
        this.problem = problem;
        this.texts = texts;
        this.saver = new DrawingSaver(
                desk.drawing(),
                () -> source.pane().getScene().getWindow(),
                saving,
                overlay::patientHidden,
                problem,
                texts);
    }

    /** Shows rail, options and measurements; after all commands are known. */
    public void show(Commands commands) {
        ToolModel tools = desk.panes().tools();
        List<Node> foot = List.of(
                command(commands, "undo", "mdi2u-undo-variant"),
                command(commands, "redo", "mdi2r-redo-variant"),
                overlays(),
                new LinkMenu(desk.panes().links(), texts));
        ToolRail rail = new ToolRail(tools, commands, texts, source.pane()::requestFocus, foot);
        LookOptions look = new LookOptions(desk.panes().links().lead().windowing(), desk.windows(), library, texts);
        MeasureOptions measure = new MeasureOptions(desk.measures(), tools, texts);
        DrawOptions draw = new DrawOptions(desk.drawing(), overlay, commands.get("saveTruth"), texts);
        showFor(look, Family.LOOK);
        showFor(measure, Family.MEASURE);
        showFor(draw, Family.DRAW);
        source.frame(rail, new StackPane(look, measure, draw));
        measuring = new MeasureEditor(desk.measures(), tools);
        drawing = new DrawingEditor(desk.drawing(), tools);
        DrawingLayer drawn = new DrawingLayer(source.pane(), drawing, desk.drawing(), tools);
        source.layer(drawn);
        source.layer(new MeasureLayer(source.pane(), desk.measures(), texts));
        source.coat(drawn::over);
        desk.drawing().revisionProperty().addListener((property, before, now) -> source.ask());
        desk.drawing().layerProperty().addListener((property, before, now) -> source.ask());
        tools.toolProperty().addListener((property, before, now) -> source.ask());
        source.pane().mouse().offer(new SourceGestures(drawing, measuring, tools));
        library.guard(saver::mayBeLost);
    }

    private void showFor(Node options, Family family) {
        ToolModel tools = desk.panes().tools();
        options.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> tools.tool().family() == family, tools.toolProperty()));
    }

    /** Lets the user save the drawn ground truth. */
    public void saveTruth() {
        saver.save();
    }

    /** Gives up what is being made; where nothing is, shows all as it was when the image was opened. */
    public void escape() {
        boolean making = drawing.cancel() | measuring.cancel();
        if (!making) {
            desk.panes().links().reset();
        }
    }

    private Button overlays() {
        OverlayList list = new OverlayList(overlay, texts);
        Button button = new Button(null, new FontIcon("mdi2l-layers-triple-outline"));
        button.setId("overlays");
        button.getStyleClass().addAll("button-icon", "flat");
        button.setAccessibleText(texts.get("overlays.title"));
        button.setTooltip(new Tooltip(texts.get("overlays.title")));
        button.setOnAction(event -> list.toggle(button, PopOver.ArrowLocation.LEFT_BOTTOM));
        source.pane().sceneProperty().addListener((property, before, scene) -> {
            if (scene != null) {
                scene.addEventHandler(
                        OverlayEvent.CHOOSE,
                        event -> list.toggle((Node) event.getTarget(), PopOver.ArrowLocation.TOP_LEFT));
            }
        });
        source.onLegend(legend -> list.toggle(legend, PopOver.ArrowLocation.TOP_RIGHT));
        return button;
    }

    private Button command(Commands commands, String id, String icon) {
        Command command = commands.get(id);
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        ToolRail.explain(button, command, texts);
        button.setOnAction(event -> command.run());
        button.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !command.enabled().get(), command.enabled()));
        return button;
    }

    /** Shows the image as large as it is; the first time, asks how large the screen is. */
    public void trueSize() {
        Optional<PixelSpacing> spacing = Optional.ofNullable(library.image())
                .flatMap(image -> image.source().spacing());
        if (spacing.isEmpty()) {
            problem.accept(texts.get("trueSize.unknown"));
            return;
        }
        if (preferences.values().screenMmPerPoint > 0 || calibrate()) {
            double points = TrueSize.pointsPerColumn(spacing.get(), preferences.values().screenMmPerPoint);
            source.zoomTo(points / source.pane().enlarged());
        }
    }

    /** Asks how large the screen is and keeps the answer; false where the user cancels. */
    public boolean calibrate() {
        Window owner = source.pane().getScene().getWindow();
        double known = preferences.values().screenMmPerPoint;
        double assumed = known > 0
                ? known
                : TrueSize.sensible(TrueSize.estimate(Screen.getPrimary().getDpi(), owner.getOutputScaleX()))
                        .orElse(TrueSize.estimate(96, 1));
        Optional<Double> answer = Calibration.ask(owner, texts, assumed);
        answer.ifPresent(mm -> {
            preferences.values().screenMmPerPoint = mm;
            preferences.save();
        });
        return answer.isPresent();
    }
}
