package org.nlcen.app.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.util.StringConverter;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.base.CardTexts;
import org.nlcen.app.base.Pulse;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.ColourMap;
import org.nlcen.app.viewer.InputPainter;
import org.nlcen.image.NetworkInput;
import org.nlcen.model.ContextLevel;

/** The page that looks into a network: attention of the place clicked at every level, clean and attacked, and channel weights. */
public final class InsidePane extends VBox {
    private static final double GAP = 8;
    private static final double LEAST_SIDE = 120;
    private static final double MOST_SIDE = 240;
    private static final Color ATTACKED = Color.web("#ff7043");

    private final BenchModel bench;
    private final InsideModel model;
    private final Texts texts;
    private static final double FINE = 1.0 / 64;
    private static final double COARSE = 1.0 / 8;

    private final ComboBox<ColumnModel> network = new ComboBox<>();
    private final Label message = new Label();
    private final VBox levels = new VBox();
    private final Pulse look = new Pulse(this::look);
    private final ChangeListener<Object> changed = (value, before, now) -> look.ask();
    private final ChangeListener<Object> painted = (value, before, now) -> show();
    private Optional<ColumnModel> watched = Optional.empty();
    private boolean active;

    private final Pulse resized = new Pulse(this::show);
    private int drawnSide;

    public InsidePane(BenchModel bench, InsideModel model, Texts texts) {
        this.bench = bench;
        this.model = model;
        this.texts = texts;
        getStyleClass().add("inside");
        // else the pictures would keep the width they were drawn for
        setMinWidth(0);
        network.setAccessibleText(texts.get("inside.network"));
        network.getStyleClass().add("small");
        network.setMaxWidth(Double.MAX_VALUE);
        network.setConverter(new StringConverter<>() {
            @Override
            public String toString(ColumnModel column) {
                return column == null ? "" : CardTexts.name(column.card(), texts);
            }

            @Override
            public ColumnModel fromString(String text) {
                throw new UnsupportedOperationException("the list is not written into");
            }
        });
        network.valueProperty().addListener((property, before, now) -> watch(now));
        message.setWrapText(true);
        message.getStyleClass().addAll("muted", "small-text");
        message.setMinHeight(Region.USE_PREF_SIZE);
        levels.getStyleClass().add("inside-levels");
        getChildren().addAll(network, message, levels);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText(texts.get("inside.keys"));
        setOnKeyPressed(this::step);
        bench.columns().addListener((ListChangeListener<ColumnModel>) change -> fill());
        model.stateProperty().addListener((property, before, now) -> show());
        widthProperty().addListener((property, before, now) -> {
            if (side() != drawnSide) {
                resized.ask();
            }
        });
        fill();
        show();
    }

    /** Looks only while the page is seen: each look costs two passes of the network. */
    public void active(boolean seen) {
        active = seen;
        look.ask();
    }

    private void fill() {
        String before = watched.map(ColumnModel::id).orElse("");
        network.getItems().setAll(bench.columns());
        network.setValue(bench.columns().stream()
                .filter(column -> column.id().equals(before))
                .findFirst()
                .or(() -> bench.columns().stream()
                        .filter(column -> column.id().contains("nlce"))
                        .findFirst())
                .or(() -> bench.columns().stream().findFirst())
                .orElse(null));
        network.setDisable(bench.columns().isEmpty());
    }

    private void watch(ColumnModel next) {
        watched.ifPresent(column -> column.shownProperty().removeListener(changed));
        watched.ifPresent(column -> column.colourProperty().removeListener(painted));
        watched = Optional.ofNullable(next);
        watched.ifPresent(column -> column.shownProperty().addListener(changed));
        watched.ifPresent(column -> column.colourProperty().addListener(painted));
        look.ask();
    }

    private void look() {
        if (active) {
            model.look(watched);
        }
    }

    /** Arrow keys go to the next place of the finest level, with Shift to that of the coarsest. */
    private void step(KeyEvent event) {
        int right = by(event, KeyCode.RIGHT, KeyCode.LEFT);
        int down = by(event, KeyCode.DOWN, KeyCode.UP);
        if (isFocused() && (right != 0 || down != 0) && !event.isShortcutDown() && !event.isAltDown()) {
            double size = event.isShiftDown() ? COARSE : FINE;
            place(model.u() + right * size, model.v() + down * size);
            event.consume();
        }
    }

    private static int by(KeyEvent event, KeyCode more, KeyCode less) {
        return event.getCode() == more ? 1 : event.getCode() == less ? -1 : 0;
    }

    /** Another place is asked about, as parts of width and height. */
    public void place(double u, double v) {
        model.place(u, v);
        look();
    }

    private void show() {
        message.setText(texts.get("inside." + model.state()));
        levels.setDisable(model.state() == InsideModel.State.WORKING);
        if (model.state() == InsideModel.State.WORKING) {
            return;
        }
        levels.getChildren().clear();
        drawnSide = side();
        model.view().ifPresent(view -> {
            List<VBox> rows = new ArrayList<>();
            for (int i = 0; i < Math.min(view.clean().size(), view.attacked().size()); i++) {
                rows.add(level(view, i));
            }
            levels.getChildren().setAll(rows);
        });
    }

    private VBox level(InsideModel.View view, int index) {
        ContextLevel clean = view.clean().get(index);
        ContextLevel attacked = view.attacked().get(index);
        VBox row = new VBox();
        row.getStyleClass().add("inside-level");
        Label title = new Label(texts.get("inside.level", index + 2, clean.width(), clean.height()));
        title.getStyleClass().add("strong");
        row.getChildren().add(title);
        if (clean.width() > 0) {
            double top = Math.max(most(clean), most(attacked));
            row.getChildren().add(maps(view, clean, attacked, top));
            row.getChildren().add(legend(top, clean.attention().length));
        }
        if (clean.channelWeights().length > 0) {
            WeightBars bars = new WeightBars(2 * drawnSide + GAP);
            bars.show(
                    clean.channelWeights(),
                    attacked.channelWeights(),
                    watched.map(ColumnModel::colour).orElse(Color.GRAY),
                    ATTACKED);
            Label words = new Label(texts.get(
                    "inside.weights",
                    clean.channelWeights().length,
                    texts.number(difference(clean.channelWeights(), attacked.channelWeights()), 3)));
            words.getStyleClass().addAll("muted", "small-text");
            words.setWrapText(true);
            row.getChildren().addAll(bars, words);
        }
        return row;
    }

    private HBox maps(InsideModel.View view, ContextLevel clean, ContextLevel attacked, double top) {
        NetworkInput input = bench.input().orElseThrow();
        HBox maps = new HBox();
        maps.getStyleClass().add("inside-maps");
        float[][] images = {input.values(), view.outcome().example().image()};
        ContextLevel[] both = {clean, attacked};
        String[] names = {
            texts.get("inside.clean"),
            texts.get("inside.attacked", texts.epsilon(view.outcome().epsilon()))
        };
        for (int i = 0; i < both.length; i++) {
            HeatView map = new HeatView(drawnSide, this::place);
            map.show(new InputPainter(images[i], input.channels(), 0, 255), both[i], top, model.u(), model.v());
            map.setAccessibleText(names[i]);
            Label name = new Label(names[i]);
            name.getStyleClass().addAll("muted", "small-text");
            maps.getChildren().add(new VBox(map, name));
        }
        return maps;
    }

    private HBox legend(double top, int positions) {
        Region bar = new Region();
        bar.getStyleClass().add("heat-bar");
        bar.setStyle("-fx-background-color: " + ColourMap.gradient() + ";");
        Label most = new Label(texts.get("inside.times", texts.number(top * positions, 1)));
        HBox legend = new HBox(new Label("0"), bar, most);
        legend.getStyleClass().add("inside-legend");
        return legend;
    }

    /** Two pictures beside each other take the room there is, within what is well seen. */
    private int side() {
        double room = (getWidth() - getInsets().getLeft() - getInsets().getRight() - GAP) / 2;
        return (int) Math.max(LEAST_SIDE, Math.min(MOST_SIDE, room));
    }

    private static double most(ContextLevel level) {
        double most = 0;
        for (float value : level.attention()) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** Mean absolute difference. */
    private static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] - b[i]);
        }
        return sum / a.length;
    }
}
