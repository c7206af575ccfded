package org.nlcen.app.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.library.LibraryModel;
import org.nlcen.app.library.LibraryModel.Scanning;
import org.nlcen.app.library.OpenedImage;
import org.nlcen.app.library.ShownNames;
import org.nlcen.app.viewer.OverlayModel.Outline;
import org.nlcen.image.GreyscalePipeline;
import org.nlcen.image.PixelSpacing;
import org.nlcen.image.SourceImage;
import org.nlcen.image.ViewTransform;
import org.nlcen.image.VoiTransform;

/** The large pane: the source image at full resolution with outlines and what is known of it in the corners. */
public final class SourceController {
    private static final double SCALE_ROOM = 0.25;
    private static final double LEAST_FACTS = 134;

    private final LibraryModel library;
    private final Links links;
    private final Look look;
    private final OverlayModel overlay;
    private final Texts texts;
    private final ImagePane pane;
    private final Pulse drawOutlines = new Pulse(this::showOutlines);
    private final Pulse paint = new Pulse(this::repaint);
    private final List<UnaryOperator<Painter>> coats = new ArrayList<>();
    private Outlines outlines;
    private SourceFacts facts;
    private Legend lines;
    private boolean surfacesShown;
    private boolean following;

    @FXML
    private BorderPane root;

    @FXML
    private StackPane stack;

    @FXML
    private Pane over;

    @FXML
    private VBox topLeft;

    @FXML
    private VBox bottomLeft;

    @FXML
    private Label leftSide;

    @FXML
    private Label rightSide;

    @FXML
    private Label topSide;

    @FXML
    private Label bottomSide;

    @FXML
    private VBox legend;

    @FXML
    private Label probe;

    @FXML
    private Label windowText;

    @FXML
    private Label zoomText;

    @FXML
    private VBox scaleBox;

    @FXML
    private VBox empty;

    @FXML
    private Button emptyOpen;

    @FXML
    private Button emptyPhantom;

    @FXML
    private HBox reading;

    @FXML
    private Label readingText;

    @FXML
    private Button readingCancel;

    @FXML
    private HBox frames;

    @FXML
    private Slider frameSlider;

    @FXML
    private Label frameText;

    public SourceController(LibraryModel library, PaneGroup group, OverlayModel overlay, Texts texts) {
        this.library = library;
        this.links = group.links();
        this.look = links.lead();
        this.overlay = overlay;
        this.texts = texts;
        this.pane = group.lead();
    }

    @FXML
    private void initialize() {
        pane.setId("sourcePane");
        pane.setAccessibleText(texts.get("source.accessible"));
        stack.getChildren().add(0, pane);
        outlines = new Outlines(over, overlay);
        facts = new SourceFacts(topLeft, texts);
        lines = new Legend(legend, stack, overlay, texts);
        // two corners stand at each edge: what is written left leaves the right one its room
        topLeft.maxWidthProperty()
                .bind(Bindings.max(LEAST_FACTS, stack.widthProperty().subtract(legend.widthProperty())));
        bottomLeft
                .maxWidthProperty()
                .bind(Bindings.max(LEAST_FACTS, stack.widthProperty().subtract(scaleBox.widthProperty())));
        probe.visibleProperty().bind(probe.textProperty().isNotEmpty());
        pane.afterPaint(this::painted);
        links.markProperty().addListener((property, before, now) -> probe(now));
        library.imageProperty().addListener((property, before, now) -> show(now));
        library.readingProperty().addListener((property, before, now) -> showReading(now));
        library.scanningProperty().addListener((property, before, now) -> now.ifPresent(this::showScanning));
        readingCancel.setOnAction(event -> library.cancel());
        look.windowing().currentProperty().addListener((property, before, now) -> paint.ask());
        look.windowing().invertedProperty().addListener((property, before, now) -> paint.ask());
        overlay.outlinesProperty().addListener((property, before, now) -> drawOutlines.ask());
        overlay.visibleProperty().addListener((property, before, now) -> drawOutlines.ask());
        overlay.styles().addListener((Observable styles) -> drawOutlines.ask());
        overlay.comparisonProperty().addListener((property, before, now) -> drawOutlines.ask());
        overlay.storedVisibleProperty().addListener((property, before, now) -> repaint());
        overlay.patientHiddenProperty().addListener((property, before, now) -> show(library.image()));
        frameSlider.valueProperty().addListener((property, before, now) -> {
            if (!following) {
                library.frame(now.intValue() - 1);
            }
        });
        show(library.image());
        showReading(library.readingProperty().get());
    }

    /** What the buttons of the empty pane do. */
    public void onEmpty(Runnable open, Runnable phantom) {
        emptyOpen.setOnAction(event -> open.run());
        emptyPhantom.setOnAction(event -> phantom.run());
    }

    /** The pane itself. */
    public ImagePane pane() {
        return pane;
    }

    /** The pane with all that is written and drawn on it, without the tools around it. */
    public Node picture() {
        return stack;
    }

    /** Lays a node as large as the pane over picture and outlines, below what is written in the corners. */
    public void layer(Node node) {
        stack.getChildren().add(stack.getChildren().indexOf(over) + 1, node);
    }

    /** What a click on the legend does. */
    public void onLegend(Consumer<Node> action) {
        legend.setOnMouseClicked(event -> action.accept(legend));
    }

    /** Stands at the pane's left edge and above it. */
    public void frame(Node rail, Node options) {
        root.setLeft(rail);
        root.setTop(options);
    }

    /** Paints something over the picture from now on; {@link #ask} after each change of it. */
    public void coat(UnaryOperator<Painter> coat) {
        coats.add(coat);
    }

    /** Paints again soon. */
    public void ask() {
        paint.ask();
    }

    /** One image pixel for each screen pixel. */
    public void oneToOne() {
        zoomTo(1 / pane.outputScale());
    }

    /** Shows an image column so many points of the pane wide. */
    public void zoomTo(double pointsPerColumn) {
        if (pane.extent() != null) {
            double fit = look.view().fitZoom(pane.extent(), pane.getWidth(), pane.getHeight());
            look.view().zoomTo(pointsPerColumn / fit);
        }
    }

    private void show(OpenedImage image) {
        showEmpty();
        boolean several = image != null && image.source().origin().frames() > 1;
        frames.setVisible(several);
        frames.setManaged(several);
        if (image == null) {
            return;
        }
        SourceImage source = image.source();
        facts.show(image, overlay.patientHidden());
        if (several) {
            // fewer frames than before move the thumb, which is no wish of the user's
            following = true;
            frameSlider.setMax(source.origin().frames());
            frameSlider.setValue(source.origin().frame() + 1.0);
            following = false;
            frameText.setText(texts.get(
                    "source.frameOf",
                    source.origin().frame() + 1,
                    source.origin().frames()));
        }
        repaint();
    }

    private void showReading(Optional<String> name) {
        reading.setVisible(name.isPresent());
        showEmpty();
        ShownNames.reading(name, overlay.patientHidden())
                .ifPresent(text -> readingText.setText(texts.get("source.reading", text)));
    }

    /** What is being read stands where the words of an empty pane would. */
    private void showEmpty() {
        empty.setVisible(
                library.image() == null && library.readingProperty().get().isEmpty());
    }

    private void showScanning(Scanning now) {
        readingText.setText(texts.get("source.scanning", now.done(), now.total()));
    }

    private void repaint() {
        OpenedImage image = library.image();
        if (image != null) {
            Windowing windowing = look.windowing();
            Painter painter = new SourcePainter(
                    image.pyramid(),
                    GreyscalePipeline.table(image.source(), windowing.current(), windowing.inverted()));
            boolean drawings =
                    overlay.storedVisibleProperty().get() && !image.overlays().isEmpty();
            painter = drawings ? new OverlaidPainter(painter, image.overlays()) : painter;
            painter = overlay.over(painter);
            for (UnaryOperator<Painter> coat : coats) {
                painter = coat.apply(painter);
            }
            pane.show(painter);
            VoiTransform.Window window = windowing.window();
            windowText.setText(texts.get(
                    "source.window",
                    texts.number(window.width(), windowing.decimals()),
                    texts.number(window.center(), windowing.decimals()),
                    windowing.preset() ? WindowNames.of(windowing.current(), texts) : ""));
            windowText.setVisible(!image.source().colour());
        }
    }

    private void showOutlines() {
        List<Outline> shown = overlay.visible() ? overlay.outlines() : List.of();
        boolean surfaces = overlay.comparisonProperty().get().isPresent()
                || shown.stream().anyMatch(one -> overlay.style(one.id()).filled());
        if (surfaces || surfacesShown) {
            repaint();
        }
        surfacesShown = surfaces;
        outlines.show(shown);
        if (pane.look() != null) {
            outlines.place(pane.look());
        }
        lines.show(shown);
    }

    private void painted(ViewTransform shown) {
        if (shown == null) {
            return;
        }
        outlines.place(shown);
        zoomText.setText(texts.get("source.zoom", texts.number(shown.zoom() * pane.outputScale() * 100, 0)));
        Optional<PixelSpacing> spacing = library.image().source().spacing();
        Optional<ScaleBar> bar =
                spacing.flatMap(mm -> ScaleBar.fitting(shown.zoom() / mm.columnMm(), pane.getWidth() * SCALE_ROOM));
        Optional<Orientation> sides = Orientation.of(facts.directions(), shown);
        SourceFacts.say(leftSide, sides.map(Orientation::left).orElse(""));
        SourceFacts.say(rightSide, sides.map(Orientation::right).orElse(""));
        SourceFacts.say(topSide, sides.map(Orientation::top).orElse(""));
        SourceFacts.say(bottomSide, sides.map(Orientation::bottom).orElse(""));
        scaleBox.setVisible(bar.isPresent());
        bar.ifPresent(found -> drawScale(found, spacing.get().source()));
    }

    private void drawScale(ScaleBar bar, PixelSpacing.Source source) {
        boolean centimetres = bar.millimetres() >= 10;
        double length = centimetres ? bar.millimetres() / 10 : bar.millimetres();
        String key = centimetres ? "source.scaleCm" : "source.scaleMm";
        String number = texts.number(length, length < 1 ? 1 : 0);
        String where = source == PixelSpacing.Source.DETECTOR ? " " + texts.get("source.atDetector") : "";
        Label label = new Label(texts.get(key, number) + where);
        Region rod = new Region();
        rod.getStyleClass().add("scale-bar");
        rod.setMinWidth(bar.points());
        rod.setMaxWidth(bar.points());
        scaleBox.getChildren().setAll(label, rod);
    }

    private void probe(Optional<Links.Mark> mark) {
        OpenedImage image = library.image();
        if (image == null || mark.isEmpty()) {
            probe.setText("");
            return;
        }
        SourceImage source = image.source();
        int x = (int) Math.floor(mark.get().u() * source.width());
        int y = (int) Math.floor(mark.get().v() * source.height());
        boolean inside = x >= 0 && y >= 0 && x < source.width() && y < source.height();
        probe.setText(inside ? PixelText.place(texts, x, y) + "  " + PixelText.value(texts, source, x, y) : "");
    }
}
