package org.nlcen.app.inside;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** Channel weights as bars from 0 to 1, in the order of the channels: clean as bars, attacked as a line over them. */
final class WeightBars extends Canvas {
    private static final double HEIGHT = 40;

    /** @param width in points */
    WeightBars(double width) {
        super(width, HEIGHT);
    }

    void show(float[] clean, float[] attacked, Color bars, Color line) {
        GraphicsContext graphics = getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), HEIGHT);
        double step = getWidth() / Math.max(1, clean.length);
        graphics.setFill(bars);
        for (int i = 0; i < clean.length; i++) {
            double height = clean[i] * HEIGHT;
            graphics.fillRect(i * step, HEIGHT - height, Math.max(0.6, step - 0.4), height);
        }
        graphics.setStroke(line);
        graphics.setLineWidth(1.2);
        for (int i = 0; i < attacked.length; i++) {
            double y = HEIGHT - attacked[i] * HEIGHT;
            graphics.strokeLine(i * step, y, (i + 1) * step, y);
        }
    }
}
