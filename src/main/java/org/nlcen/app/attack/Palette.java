package org.nlcen.app.attack;

import java.util.List;
import javafx.scene.paint.Color;

/** Colours of networks: Okabe and Ito's, bright enough on black, repeated after eight. */
public final class Palette {
    private static final List<Color> COLOURS = List.of(
            Color.web("#56b4e9"),
            Color.web("#e69f00"),
            Color.web("#2fbf94"),
            Color.web("#d98bb5"),
            Color.web("#e8703a"),
            Color.web("#a9a0f0"),
            Color.web("#d9cf45"),
            Color.web("#9fb3c8"));

    /** Places with a colour of their own. */
    public static final int SIZE = COLOURS.size();

    private Palette() {}

    /** @param place from 0 */
    public static Color of(int place) {
        return COLOURS.get(Math.floorMod(place, COLOURS.size()));
    }

    /** For a style sheet: {@code #rrggbb}. */
    public static String web(Color colour) {
        return String.format("#%06x", rgb(colour));
    }

    /** 0xRRGGBB. */
    public static int rgb(Color colour) {
        return channel(colour.getRed()) << 16 | channel(colour.getGreen()) << 8 | channel(colour.getBlue());
    }

    private static int channel(double value) {
        return (int) Math.round(value * 255);
    }
}
