package org.nlcen.app;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

import org.kordamp.ikonli.javafx.FontIcon;
import org.nlcen.app.attack.BenchController;
import org.nlcen.app.attack.EpsilonController;
import org.nlcen.app.attack.NetworkList;
import org.nlcen.app.base.Parts;
import org.nlcen.app.base.SaveDialog;
import org.nlcen.app.base.Texts;
import org.nlcen.app.commands.Command;
import org.nlcen.app.commands.CommandPalette;
import org.nlcen.app.commands.Commands;
import org.nlcen.app.commands.KeyText;
import org.nlcen.app.commands.Menus;
import org.nlcen.app.curves.SideController;
import org.nlcen.app.dicom.LibraryCommands;
import org.nlcen.app.help.ShortcutSheet;
import org.nlcen.app.help.StatementOfUse;
import org.nlcen.app.library.LibraryModel.Failure;
import org.nlcen.app.library.LibraryStrip;
import org.nlcen.app.library.ShownNames;
import org.nlcen.app.tools.SourceTools;
import org.nlcen.app.viewer.SourceController;

/** The window's frame: menus, tools, the three panes, the dock, the status line. */
public final class MainController {
    private final Workspace workspace;
    private final Parts parts;
    private final Texts texts;
    private final Commands commands;
    private Node side;
    private Node benchChooser;
    private NetworkList networkList;
    private CommandPalette palette;
    private boolean arranged;
    private NoticeBar notices;
    private HabitsCommands habits;
    private PaneCycle cycle;

    @FXML
    private StackPane root;

    @FXML
    private MenuBar menuBar;

    @FXML
    private HBox tools;

    @FXML
    private HBox banner;

    @FXML
    private Label bannerText;

    @FXML
    private Button bannerClose;

    @FXML
    private SplitPane split;

    @FXML
    private VBox foot;

    @FXML
    private Label device;

    @FXML
    private Label status;

    @FXML
    private Label memory;

    @FXML
    private StackPane dropHint;

    public MainController(Workspace workspace, Parts parts, Texts texts, Commands commands) {
        this.workspace = workspace;
        this.parts = parts;
        this.texts = texts;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        Parts.Part<SourceController> source = parts.load(SourceController.class, "source.fxml");
        Parts.Part<BenchController> bench = parts.load(BenchController.class, "bench.fxml");
        Parts.Part<EpsilonController> epsilon = parts.load(EpsilonController.class, "epsilon.fxml");
        LibraryStrip strip =
                new LibraryStrip(workspace.library(), workspace.overlay().patientHiddenProperty(), texts);
        ((BorderPane) split.getParent()).setLeft(strip.view());
        Parts.Part<SideController> numbers = parts.load(SideController.class, "side.fxml");
        side = numbers.view();
        split.getItems().setAll(source.view(), bench.view());
        SplitPane.setResizableWithParent(side, false);
        foot.getChildren().add(0, epsilon.view());
        cycle = new PaneCycle(List.of(
                new PaneCycle.Part(strip.view(), "#libraryList"),
                new PaneCycle.Part(source.view(), "#sourcePane"),
                new PaneCycle.Part(bench.view(), "#choose"),
                new PaneCycle.Part(side, "#tabs"),
                new PaneCycle.Part(epsilon.view(), "#epsilonSlider")));
        SaveDialog saving = new SaveDialog(texts, this::window);
        Supplier<List<Node>> panes = () -> workspace.sidePanelProperty().get()
                ? List.of(source.controller().picture(), bench.view(), side)
                : List.of(source.controller().picture(), bench.view());
        LibraryCommands lists =
                new LibraryCommands(workspace, strip, panes, source.controller().pane()::look, texts, saving);
        SourceTools sourceTools = new SourceTools(
                workspace.desk(),
                workspace.library(),
                workspace.overlay(),
                source.controller(),
                workspace.preferences(),
                sentence -> notices.warn(sentence),
                texts,
                saving);
        habits = new HabitsCommands(workspace, texts, commands, root, saving);
        numbers.controller().windowsBy(habits.panels());
        new ViewerCommands(
                        workspace,
                        this,
                        habits,
                        sourceTools,
                        source.controller(),
                        epsilon.controller(),
                        numbers.controller(),
                        lists)
                .addTo(commands);
        BenchCommands.addTo(commands, workspace.bench(), bench.controller());
        sourceTools.show(commands);
        habits.finish();
        menuBar.getMenus().setAll(Menus.of(commands, texts));
        palette = new CommandPalette(commands, texts);
        addRecent();
        addTools();
        source.controller().onEmpty(commands.get("open")::run, commands.get("chestPhantom")::run);
        benchChooser = bench.controller().chooser();
        networkList = new NetworkList(workspace.networks(), texts);
        bench.controller().onChoose(commands.get("networks")::run);
        arrangePanes();
        showSide(workspace.sidePanelProperty().get());
        workspace
                .desk()
                .panes()
                .links()
                .chosenProperty()
                .addListener((property, before, now) ->
                        now.ifPresent(place -> numbers.controller().choosePlace(place.u(), place.v())));
        workspace.sidePanelProperty().addListener((property, before, now) -> showSide(now));
        notices = new NoticeBar(workspace.notices(), root, banner, bannerText, bannerClose, texts);
        workspace.library().failureProperty().addListener((property, before, now) -> showFailure(now));
        root.setOnDragOver(this::dragOver);
        root.setOnDragExited(event -> dropHint.setVisible(false));
        root.setOnDragDropped(this::dropped);
        root.getChildren()
                .add(parts.load(StatementOfUse.class, "statement.fxml", workspace.preferences())
                        .view());
        StatusLine line = new StatusLine(workspace, texts, device, status, memory);
        line.start();
    }

    /** Sessions, teaching, settings and help. */
    public HabitsCommands habits() {
        return habits;
    }

    /** Lets the user choose an image file. */
    void chooseImage() {
        FileChooser chooser = chooser("open.title");
        List<File> files = chooser.showOpenMultipleDialog(root.getScene().getWindow());
        if (files != null) {
            open(files);
        }
    }

    private void open(List<File> files) {
        List<Path> paths = files.stream().map(File::toPath).toList();
        if (!habits.opened(paths)) {
            workspace.library().open(paths);
        }
    }

    /** Lets the user choose a mask for the image. */
    void chooseTruth() {
        File file = chooser("openTruth.title").showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            workspace.library().openTruth(file.toPath());
        }
    }

    /** Lets the user choose which networks stand on the bench. */
    void chooseNetworks() {
        networkList.toggle(benchChooser);
    }

    /** Takes the keyboard to another part of the window. */
    void stepPane(int places) {
        cycle.step(root.getScene().getFocusOwner(), places);
    }

    Texts texts() {
        return texts;
    }

    /** The window it is in, once it is shown. */
    Window window() {
        return root.getScene().getWindow();
    }

    void showPalette() {
        palette.show(root.getScene().getWindow());
    }

    void showShortcuts() {
        ShortcutSheet.show(habits.panels(), commands, texts);
    }

    private void showFailure(Optional<Failure> failure) {
        boolean hidden = workspace.overlay().patientHidden();
        notices.failure(failure.map(found -> texts.get("banner.notOpened", ShownNames.of(found, hidden, texts))));
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        Optional<Path> last = workspace.library().recent().files().stream().findFirst();
        last.map(Path::getParent).map(Path::toFile).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        return chooser;
    }

    private void showSide(boolean shown) {
        if (shown && !split.getItems().contains(side)) {
            split.getItems().add(side);
        } else if (!shown) {
            split.getItems().remove(side);
        }
        arranged = false;
        split.requestLayout();
    }

    /** Gives the panes their widths, until the user moves a divider. */
    private void arrange() {
        double width = split.getWidth();
        boolean shown = split.getItems().contains(side);
        if (width < 1 || arranged) {
            return;
        }
        int columns = workspace.bench().columns().size();
        SplitLayout layout = SplitLayout.of(width, split.getHeight(), columns, shown);
        double first = layout.source() / width;
        if (shown) {
            split.setDividerPositions(first, first + layout.bench() / width);
        } else {
            split.setDividerPositions(first);
        }
    }

    private void arrangePanes() {
        ChangeListener<Object> again = (value, before, now) -> Platform.runLater(this::arrange);
        split.widthProperty().addListener(again);
        split.heightProperty().addListener(again);
        split.getItems().addListener((Observable items) -> Platform.runLater(this::arrange));
        workspace.bench().columns().addListener((Observable columns) -> Platform.runLater(this::arrange));
        split.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            boolean divider = event.getTarget() instanceof Node node
                    && node.getStyleClass().stream()
                            .anyMatch(name -> name.contains("divider") || name.contains("grabber"));
            arranged |= divider;
        });
    }

    private void addTools() {
        for (ToolButton tool : ToolButton.values()) {
            Command command = commands.get(tool.command());
            Button button = new Button(null, new FontIcon(tool.icon()));
            button.getStyleClass().addAll("button-icon", "flat");
            button.setFocusTraversable(false);
            String title = texts.get("command." + command.id());
            button.setAccessibleText(title);
            Tooltip tip = new Tooltip();
            tip.textProperty()
                    .bind(Bindings.createStringBinding(
                            () -> title + KeyText.after(command.keys(), texts), command.binding()));
            button.setTooltip(tip);
            button.setOnAction(event -> command.run());
            command.enabled().addListener((property, before, now) -> button.setDisable(!now));
            button.setDisable(!command.enabled().get());
            tools.getChildren().add(button);
        }
    }

    private void addRecent() {
        Menu recent = new Menu(texts.get("menu.recent"));
        Runnable fill = () -> {
            recent.getItems().clear();
            for (Path file : workspace.library().recent().files()) {
                MenuItem item = new MenuItem(file.getFileName().toString());
                item.setMnemonicParsing(false);
                item.setOnAction(event -> open(List.of(file.toFile())));
                recent.getItems().add(item);
            }
            boolean none = recent.getItems().isEmpty();
            MenuItem clear = new MenuItem(texts.get("menu.recent.clear"));
            clear.setOnAction(event -> workspace.forgetRecentFiles());
            recent.getItems().addAll(new SeparatorMenuItem(), clear);
            recent.setDisable(none || workspace.overlay().patientHidden());
        };
        fill.run();
        workspace.library().recent().files().addListener((Observable observable) -> fill.run());
        workspace.overlay().patientHiddenProperty().addListener(value -> fill.run());
        menuBar.getMenus().get(0).getItems().add(1, recent);
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            dropHint.setVisible(true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        dropHint.setVisible(false);
        if (board.hasFiles()) {
            open(board.getFiles());
        }
        event.setDropCompleted(board.hasFiles());
        event.consume();
    }
}
