package org.nlcen.app.help;

import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Polyline;
import javafx.util.Duration;

import org.nlcen.app.base.Panels;
import org.nlcen.app.base.Rows;
import org.nlcen.app.base.Texts;

/** Memory of the program over the last minutes: Java's for pictures, and the whole process's with the networks. */
public final class MemoryWindow {
    private static final String ID = "memory";
    private static final double WIDTH = 480;
    private static final double HEIGHT = 380;
    private static final double CURVE_WIDTH = 420;
    private static final double CURVE_HEIGHT = 120;
    private static final int SAMPLES = 180;
    private static final double MIB = 1 << 20;

    private final Panels panels;
    private final Texts texts;
    private final Deque<double[]> samples = new ArrayDeque<>();
    private final Polyline java = new Polyline();
    private final Polyline process = new Polyline();
    private final Label javaText = new Label();
    private final Label processText = new Label();
    private final Label threads = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(Duration.seconds(1), event -> measure()));

    public MemoryWindow(Panels panels, Texts texts) {
        this.panels = panels;
        this.texts = texts;
        clock.setCycleCount(Animation.INDEFINITE);
        java.getStyleClass().add("memory-java");
        process.getStyleClass().add("memory-process");
    }

    public void show() {
        panels.show(ID, texts.get("command.memory"), Panels.Kind.BESIDE, WIDTH, HEIGHT, this::content)
                .setOnHiding(event -> clock.stop());
        measure();
        clock.play();
    }

    private Node content() {
        Pane curve = new Pane(process, java);
        curve.getStyleClass().add("memory-curve");
        curve.setMinSize(CURVE_WIDTH, CURVE_HEIGHT);
        curve.setMaxSize(CURVE_WIDTH, CURVE_HEIGHT);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("self-test");
        row(grid, 0, "memory.java", "memory-java", javaText);
        row(grid, 1, "memory.process", "memory-process", processText);
        row(grid, 2, "memory.threads", "", threads);
        VBox body = Rows.lines(List.of(curve, grid));
        return Rows.page(
                body,
                Rows.foot(
                        Rows.button(texts.get("memory.free"), System::gc),
                        Rows.button(texts.get("panel.close"), () -> panels.close(ID), "accent")));
    }

    private void row(GridPane grid, int row, String key, String style, Label number) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("memory-swatch", style);
        number.getStyleClass().add("number");
        grid.addRow(row, swatch, new Label(texts.get(key)), number);
    }

    private void measure() {
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / MIB;
        double most = runtime.maxMemory() / MIB;
        double all = SystemInfo.processMib();
        samples.add(new double[] {heap, all});
        if (samples.size() > SAMPLES) {
            samples.remove();
        }
        javaText.setText(texts.get("memory.of", texts.number(heap, 0), texts.number(most, 0)));
        processText.setText(all == 0 ? "–" : texts.get("memory.mib", texts.number(all, 0)));
        threads.setText(String.valueOf(ManagementFactory.getThreadMXBean().getThreadCount()));
        double top = Math.max(
                most, samples.stream().mapToDouble(sample -> sample[1]).max().orElse(most));
        draw(java, 0, top);
        draw(process, 1, top);
    }

    private void draw(Polyline line, int which, double top) {
        List<Double> points = new ArrayList<>();
        int at = SAMPLES - samples.size();
        for (double[] sample : samples) {
            points.add(at++ * CURVE_WIDTH / (SAMPLES - 1));
            points.add(CURVE_HEIGHT - 2 - (CURVE_HEIGHT - 4) * sample[which] / top);
        }
        line.getPoints().setAll(points);
    }
}
