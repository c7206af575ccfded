package org.nlcen.app.viewer;

import java.util.Optional;

import org.nlcen.image.DisplayTable;
import org.nlcen.image.GreyscalePipeline;
import org.nlcen.image.MipPyramid;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.SourceImage;
import org.nlcen.image.Windows;

/**
 * Paints a few invisible pictures so that Java has compiled the painters before the first real one: interpreted, that one
 * would hold up the window for a tenth of a second.
 */
public final class Rehearsal {
    private static final int ROUNDS = 40;
    private static final int PANE = 160;

    private Rehearsal() {}

    /** Takes about a quarter of a second; not for the window's thread. */
    public static void run() {
        float[] plane = new float[NetworkInput.SIZE * NetworkInput.SIZE];
        Foreground structure = new Foreground.Probabilities(plane);
        InputPainter input = new InputPainter(plane, 1, 0, 255);
        PixelBlock pixels = PixelBlock.ofShorts(PANE, PANE, 1, new short[PANE * PANE], false);
        SourceImage image =
                SourceImage.plain("rehearsal", pixels, new SourceImage.Origin(Optional.empty(), "none", 0, 1));
        DisplayTable table =
                GreyscalePipeline.table(image, Windows.presets(image).get(0), false);
        Painter[] painters = {
            new SourcePainter(MipPyramid.of(image), table),
            input,
            new PerturbationPainter(plane, plane, 1, 1),
            new ComparisonPainter(new DimmedPainter(input), structure, structure, 0.5),
            new TintPainter(input, structure, 0, 0.5, false),
            new HeatPainter(input, plane, 1, 0.5)
        };
        int[] argb = new int[PANE * PANE];
        ViewState view = new ViewState();
        for (int round = 0; round < ROUNDS; round++) {
            for (Painter painter : painters) {
                painter.paint(argb, PANE, PANE, view.on(painter.extent(), PANE, PANE), 0);
            }
        }
    }
}
