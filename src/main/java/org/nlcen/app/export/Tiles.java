package org.nlcen.app.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import org.nlcen.app.attack.Outcome;
import org.nlcen.app.base.Texts;
import org.nlcen.app.viewer.InputPainter;
import org.nlcen.app.viewer.Painter;
import org.nlcen.app.viewer.PerturbationPainter;
import org.nlcen.app.viewer.ViewState;
import org.nlcen.image.Contour;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.Point;

/** Draws one network's picture for one epsilon, as it stands on the bench, with its mark burned in. */
final class Tiles {
    static final Color GROUND = new Color(0x0f1216);
    static final Color TEXT = new Color(0xd5dae1);
    static final Color QUIET = new Color(0x8d97a5);
    static final Color MARK = new Color(0xd9480f);
    private static final Color EMPTY = new Color(0x171b21);
    private static final int BLACK = 0xff000000;
    private static final float LINE = 2;
    private static final float[] DASH = {6, 5};
    private static final int PAD = 5;

    private final Showing showing;
    private final Texts texts;
    private final int side;
    private final Font plain;
    private final Font bold;

    /** @param side of a tile in pixels */
    Tiles(Showing showing, Texts texts, int side) {
        this.showing = showing;
        this.texts = texts;
        this.side = side;
        float size = Math.max(11, side / 18f);
        this.plain = font("regular", size);
        this.bold = font("bold", size);
    }

    Font plain() {
        return plain;
    }

    Font bold() {
        return bold;
    }

    /** A black picture to draw on. */
    static BufferedImage sheet(int width, int height) {
        BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(sheet);
        pen.setColor(GROUND);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return sheet;
    }

    static Graphics2D pen(BufferedImage sheet) {
        Graphics2D pen = sheet.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return pen;
    }

    /** What the network saw, with the outline of its answer and, dashed, of the truth. */
    void attacked(Graphics2D pen, int x, int y, Outcome outcome, int rgb) {
        float[] values = outcome.example().image();
        paint(pen, x, y, new InputPainter(values, showing.input().channels(), showing.low(), showing.high()));
        Shape clip = pen.getClip();
        pen.clipRect(x, y, side, side);
        pen.setColor(Color.WHITE);
        pen.setStroke(new BasicStroke(LINE * 0.7f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASH, 0));
        outline(pen, x, y, showing.truth());
        pen.setColor(new Color(rgb));
        pen.setStroke(new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        outline(pen, x, y, outcome.edges());
        pen.setClip(clip);
        if (outcome.epsilon() > 0) {
            mark(pen, x, y, outcome.epsilon());
        } else {
            label(pen, x, y + side, texts.get("sweep.clean"), new Color(0, 0, 0, 150));
        }
    }

    /** The change, magnified. */
    void perturbation(Graphics2D pen, int x, int y, Outcome outcome) {
        int gain = PerturbationPainter.gainFor(outcome.epsilon());
        float[] clean = showing.input().values();
        int channels = showing.input().channels();
        paint(pen, x, y, new PerturbationPainter(clean, outcome.example().image(), channels, gain));
        label(
                pen,
                x,
                y + side,
                outcome.epsilon() == 0 ? texts.get("cell.noPerturbation") : texts.get("cell.perturbation", gain),
                new Color(0, 0, 0, 150));
    }

    /** Stands for what is not computed. */
    void missing(Graphics2D pen, int x, int y) {
        String text = texts.get("sweep.missing");
        FontMetrics metrics = pen.getFontMetrics(plain);
        pen.setColor(EMPTY);
        pen.fillRect(x, y, side, side);
        pen.setFont(plain);
        pen.setColor(QUIET);
        pen.drawString(text, x + (side - metrics.stringWidth(text)) / 2, y + side / 2);
    }

    private void paint(Graphics2D pen, int x, int y, Painter painter) {
        int[] argb = new int[side * side];
        painter.paint(argb, side, side, new ViewState().on(painter.extent(), side, side), BLACK);
        BufferedImage tile = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        tile.setRGB(0, 0, side, side, argb, 0, side);
        pen.drawImage(tile, x, y, null);
    }

    private void outline(Graphics2D pen, int x, int y, List<Contour> edges) {
        double scale = side / (double) NetworkInput.SIZE;
        for (Contour contour : edges) {
            Path2D path = new Path2D.Double();
            for (Point point : contour.points()) {
                double px = x + point.x() * scale;
                double py = y + point.y() * scale;
                if (path.getCurrentPoint() == null) {
                    path.moveTo(px, py);
                } else {
                    path.lineTo(px, py);
                }
            }
            path.closePath();
            pen.draw(path);
        }
    }

    /** Burned into the pixels: whoever cuts out a tile cuts out the mark with it. */
    private void mark(Graphics2D pen, int x, int y, double epsilon) {
        String text = texts.get("mark.adversarial") + "  ε " + texts.epsilon(epsilon);
        FontMetrics metrics = pen.getFontMetrics(bold);
        int height = metrics.getHeight() + PAD;
        pen.setColor(MARK);
        pen.fillRect(x, y + side - height, side, height);
        pen.setFont(bold);
        pen.setColor(Color.WHITE);
        pen.drawString(
                text,
                x + Math.max(PAD, (side - metrics.stringWidth(text)) / 2),
                y + side - PAD / 2 - metrics.getDescent());
    }

    private void label(Graphics2D pen, int x, int bottom, String text, Color ground) {
        FontMetrics metrics = pen.getFontMetrics(plain);
        int height = metrics.getHeight() + PAD;
        pen.setColor(ground);
        pen.fillRect(x, bottom - height, side, height);
        pen.setFont(plain);
        pen.setColor(TEXT);
        pen.drawString(text, x + PAD, bottom - PAD / 2 - metrics.getDescent());
    }

    private static Font font(String cut, float size) {
        try (InputStream in = Texts.class.getResourceAsStream("/org/nlcen/app/fonts/" + cut + ".otf")) {
            return Font.createFont(Font.TRUETYPE_FONT, in).deriveFont(size);
        } catch (IOException | FontFormatException e) {
            return new Font(Font.SANS_SERIF, cut.equals("bold") ? Font.BOLD : Font.PLAIN, Math.round(size));
        }
    }
}
