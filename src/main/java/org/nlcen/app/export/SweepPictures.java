package org.nlcen.app.export;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.nlcen.app.attack.Outcome;
import org.nlcen.app.base.Texts;

/** The sweep as pictures: a frame of all networks for one epsilon, and a strip of all networks and several epsilons. */
public final class SweepPictures {
    private static final int GAP = 8;
    private static final int MARGIN = 16;

    private final Showing showing;
    private final Texts texts;
    private final int side;
    private final Tiles tiles;
    private final int line;

    public SweepPictures(Showing showing, Texts texts) {
        this.showing = showing;
        this.texts = texts;
        side = showing.networks().size() <= 4 ? 256 : showing.networks().size() <= 8 ? 192 : 160;
        tiles = new Tiles(showing, texts, side);
        line = tiles.plain().getSize() * 8 / 5;
    }

    /** All networks at one epsilon: attacked image with outlines, perturbation below. */
    public BufferedImage frame(double epsilon) {
        int count = showing.networks().size();
        int width = 2 * MARGIN + count * side + (count - 1) * GAP;
        int top = MARGIN + line + GAP;
        int height = top + 2 * line + 2 * side + GAP + GAP + line + MARGIN / 2;
        BufferedImage sheet = Tiles.sheet(width, height);
        Graphics2D pen = Tiles.pen(sheet);
        pen.setFont(tiles.bold());
        pen.setColor(Tiles.TEXT);
        pen.drawString(
                "ε " + texts.epsilon(epsilon), MARGIN, MARGIN + tiles.plain().getSize());
        pen.setFont(tiles.plain());
        pen.setColor(Tiles.QUIET);
        int shift = pen.getFontMetrics(tiles.bold()).stringWidth("ε 32.5   ");
        String what = count == 1 ? showing.attack() : showing.attack() + " · " + showing.goal();
        pen.drawString(
                fitted(pen, what, width - 2 * MARGIN - shift),
                MARGIN + shift,
                MARGIN + tiles.plain().getSize());
        for (int i = 0; i < count; i++) {
            Showing.Network network = showing.networks().get(i);
            Optional<Outcome> outcome = network.at(epsilon);
            int x = MARGIN + i * (side + GAP);
            head(pen, network, outcome, x, top);
            if (outcome.isPresent()) {
                tiles.attacked(pen, x, top + 2 * line, outcome.get(), network.rgb());
                tiles.perturbation(pen, x, top + 2 * line + side + GAP, outcome.get());
            } else {
                tiles.missing(pen, x, top + 2 * line);
                tiles.missing(pen, x, top + 2 * line + side + GAP);
            }
        }
        foot(pen, width, height, List.of());
        pen.dispose();
        return sheet;
    }

    /** A row for each network, a column for each of these epsilons. */
    public BufferedImage strip(List<Double> epsilons) {
        int names = namesWidth();
        int rows = showing.networks().size();
        int width = 2 * MARGIN + names + epsilons.size() * (side + GAP) - GAP;
        int height = MARGIN + line + rows * (side + line + GAP) + line + MARGIN / 2;
        BufferedImage sheet = Tiles.sheet(width, height);
        Graphics2D pen = Tiles.pen(sheet);
        pen.setFont(tiles.bold());
        pen.setColor(Tiles.TEXT);
        for (int i = 0; i < epsilons.size(); i++) {
            int x = MARGIN + names + i * (side + GAP);
            pen.drawString(
                    "ε " + texts.epsilon(epsilons.get(i)),
                    x,
                    MARGIN + tiles.plain().getSize());
        }
        for (int row = 0; row < rows; row++) {
            Showing.Network network = showing.networks().get(row);
            int y = MARGIN + line + row * (side + line + GAP);
            pen.setFont(tiles.bold());
            pen.setColor(new Color(network.rgb()));
            pen.drawString(
                    fitted(pen, network.name(), names - 2 * GAP),
                    MARGIN,
                    y + tiles.plain().getSize());
            for (int i = 0; i < epsilons.size(); i++) {
                int x = MARGIN + names + i * (side + GAP);
                Optional<Outcome> outcome = network.at(epsilons.get(i));
                if (outcome.isPresent()) {
                    tiles.attacked(pen, x, y, outcome.get(), network.rgb());
                    pen.setFont(tiles.plain());
                    pen.setColor(Tiles.TEXT);
                    pen.drawString(
                            numbers(outcome.get()), x, y + side + tiles.plain().getSize() + 2);
                } else {
                    tiles.missing(pen, x, y);
                }
            }
        }
        foot(pen, width, height, List.of(showing.attack(), showing.goal()));
        pen.dispose();
        return sheet;
    }

    /** Room for the longest name, within reason: a user may have given one that is very long. */
    private int namesWidth() {
        Graphics2D pen = Tiles.pen(Tiles.sheet(1, 1));
        FontMetrics metrics = pen.getFontMetrics(tiles.bold());
        int longest = showing.networks().stream()
                .mapToInt(network -> metrics.stringWidth(network.name()))
                .max()
                .orElse(0);
        pen.dispose();
        return Math.min(longest, side) + 2 * GAP;
    }

    private void head(Graphics2D pen, Showing.Network network, Optional<Outcome> outcome, int x, int top) {
        pen.setFont(tiles.bold());
        pen.setColor(new Color(network.rgb()));
        pen.drawString(fitted(pen, network.name(), side), x, top + tiles.plain().getSize());
        pen.setFont(tiles.plain());
        pen.setColor(Tiles.TEXT);
        pen.drawString(
                outcome.map(this::numbers).orElse("–"),
                x,
                top + line + tiles.plain().getSize());
    }

    private String numbers(Outcome outcome) {
        return "DIC " + texts.number(outcome.overlap().dic(), 3) + "   JSC "
                + texts.number(outcome.overlap().jsc(), 3);
    }

    /** @param more what the picture says nowhere else */
    private void foot(Graphics2D pen, int width, int height, List<String> more) {
        pen.setFont(tiles.plain());
        pen.setColor(Tiles.QUIET);
        String mark = texts.get("mark.research");
        // the mark comes first: what there is no room for is left out from the end
        List<String> parts = new ArrayList<>(List.of(fitted(pen, showing.image(), width / 3)));
        if (!showing.truth().isEmpty()) {
            parts.add(texts.get("sweep.dashed"));
        }
        parts.addAll(more);
        String all = mark;
        for (String part : parts) {
            String longer = all + "  ·  " + part;
            if (pen.getFontMetrics().stringWidth(longer) > width - 2 * MARGIN) {
                break;
            }
            all = longer;
        }
        pen.drawString(fitted(pen, all, width - 2 * MARGIN), MARGIN, height - MARGIN / 2 - 2);
    }

    private static String fitted(Graphics2D pen, String text, int width) {
        FontMetrics metrics = pen.getFontMetrics();
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int length = text.length();
        while (length > 1 && metrics.stringWidth(text.substring(0, length) + "…") > width) {
            length--;
        }
        return text.substring(0, length) + "…";
    }
}
