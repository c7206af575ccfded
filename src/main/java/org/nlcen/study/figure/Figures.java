package org.nlcen.study.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

import org.nlcen.study.figure.Mark.Area;
import org.nlcen.study.figure.Mark.Dot;
import org.nlcen.study.figure.Mark.Line;
import org.nlcen.study.figure.Mark.Spot;
import org.nlcen.study.figure.Mark.Text;

/** A chart as SVG and as PNG: the same marks, so the same picture. */
public final class Figures {
    private static final String FAMILIES = "Source Sans 3, Segoe UI, Helvetica Neue, Arial, sans-serif";

    private Figures() {}

    /** SVG 1.1 of its own size, white, nothing outside it; each dot's figures are its tooltip. */
    public static String svg(Chart chart) {
        ChartLayout layout = new ChartLayout(chart);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$s\" height=\"%2$s\" viewBox=\"0 0 %1$s %2$s\""
                        + " role=\"img\" font-family=\"%3$s\">\n<title>%4$s</title>\n"
                        + "<rect width=\"%1$s\" height=\"%2$s\" fill=\"#ffffff\"/>\n",
                number(layout.width()),
                number(layout.height()),
                FAMILIES,
                escaped(chart.title())));
        layout.marks().forEach(mark -> svg.append(element(mark)).append('\n'));
        return svg.append("</svg>\n").toString();
    }

    private static String element(Mark mark) {
        if (mark instanceof Line line) {
            String dash = line.dash() == 0 ? "" : " stroke-dasharray=\"" + number(line.dash()) + " 4\"";
            return "<polyline points=\"" + points(line.spots()) + "\" fill=\"none\" stroke=\"" + line.colour()
                    + "\" stroke-width=\"" + number(line.width()) + "\" stroke-linejoin=\"round\"" + dash + "/>";
        }
        if (mark instanceof Area area) {
            return "<polygon points=\"" + points(area.spots()) + "\" fill=\"" + area.colour() + "\" fill-opacity=\""
                    + number(area.opacity()) + "\"/>";
        }
        if (mark instanceof Dot dot) {
            return "<circle cx=\"" + number(dot.at().x()) + "\" cy=\""
                    + number(dot.at().y()) + "\" r=\""
                    + number(dot.radius()) + "\" fill=\"" + (dot.hollow() ? "#ffffff" : dot.colour()) + "\" stroke=\""
                    + dot.colour() + "\" stroke-width=\"1.6\"><title>" + escaped(dot.tip()) + "</title></circle>";
        }
        Text text = (Text) mark;
        String anchor = text.anchor() == 0 ? "start" : text.anchor() == 1 ? "end" : "middle";
        String x = number(text.at().x());
        String y = number(text.at().y());
        return "<text x=\"" + x + "\" y=\"" + y + "\" font-size=\"" + number(text.size()) + "\" fill=\"" + text.colour()
                + "\" text-anchor=\"" + anchor + "\"" + (text.bold() ? " font-weight=\"bold\"" : "")
                + (text.up() ? " transform=\"rotate(-90 " + x + " " + y + ")\"" : "") + ">" + escaped(text.words())
                + "</text>";
    }

    private static String points(List<Spot> spots) {
        return spots.stream()
                .map(spot -> number(spot.x()) + "," + number(spot.y()))
                .collect(Collectors.joining(" "));
    }

    /**
     * PNG, twice the SVG's size in pixels.
     *
     * @throws IOException if the picture cannot be encoded
     */
    public static byte[] png(Chart chart) throws IOException {
        ChartLayout layout = new ChartLayout(chart);
        BufferedImage page = new BufferedImage(
                (int) Math.ceil(2 * layout.width()), (int) Math.ceil(2 * layout.height()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.scale(2, 2);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        layout.marks().forEach(mark -> paint(graphics, mark));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(page, "png", bytes)) {
            throw new IOException("this Java cannot write PNG");
        }
        return bytes.toByteArray();
    }

    private static void paint(Graphics2D graphics, Mark mark) {
        if (mark instanceof Line line) {
            graphics.setColor(Color.decode(line.colour()));
            float[] dash = line.dash() == 0 ? null : new float[] {(float) line.dash(), 4};
            graphics.setStroke(
                    new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 4, dash, 0));
            graphics.draw(path(line.spots()));
        } else if (mark instanceof Area area) {
            Color colour = Color.decode(area.colour());
            int alpha = (int) Math.round(255 * area.opacity());
            graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), alpha));
            Path2D path = path(area.spots());
            path.closePath();
            graphics.fill(path);
        } else if (mark instanceof Dot dot) {
            double r = dot.radius();
            Ellipse2D disc = new Ellipse2D.Double(dot.at().x() - r, dot.at().y() - r, 2 * r, 2 * r);
            graphics.setColor(dot.hollow() ? Color.WHITE : Color.decode(dot.colour()));
            graphics.fill(disc);
            graphics.setColor(Color.decode(dot.colour()));
            graphics.setStroke(new BasicStroke(1.6f));
            graphics.draw(disc);
        } else if (mark instanceof Text text) {
            write((Graphics2D) graphics.create(), text);
        }
    }

    private static void write(Graphics2D graphics, Text text) {
        graphics.setColor(Color.decode(text.colour()));
        graphics.setFont(
                new Font(Font.SANS_SERIF, text.bold() ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) text.size()));
        graphics.translate(text.at().x(), text.at().y());
        if (text.up()) {
            graphics.rotate(-Math.PI / 2);
        }
        double width = graphics.getFontMetrics()
                .getStringBounds(text.words(), graphics)
                .getWidth();
        graphics.drawString(text.words(), (float) (-width * text.anchor()), 0);
        graphics.dispose();
    }

    private static Path2D path(List<Spot> spots) {
        Path2D path = new Path2D.Double();
        path.moveTo(spots.get(0).x(), spots.get(0).y());
        spots.subList(1, spots.size()).forEach(spot -> path.lineTo(spot.x(), spot.y()));
        return path;
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
