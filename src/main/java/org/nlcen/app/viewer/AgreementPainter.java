package org.nlcen.app.viewer;

import org.nlcen.image.ViewTransform;

/**
 * A prediction against a reference mask, over the dimmed picture.
 *
 * @param under the picture beneath
 * @param foreground predicted probabilities, 256 * 256 within 0..1; at least one half is foreground
 * @param reference likewise, 0 or 1
 */
public record AgreementPainter(InputPainter under, float[] foreground, float[] reference) implements Painter {
    private static final double DIMMED = 0.42;
    private static final double STRENGTH = 0.78;

    @Override
    public Extent extent() {
        return NetworkPicture.EXTENT;
    }

    @Override
    public void paint(int[] argb, int width, int height, ViewTransform view, int background) {
        PaneTransform look = PaneTransform.of(view);
        under.paint(argb, width, height, view, background);
        NetworkPicture picture = new NetworkPicture();
        for (int py = 0, i = 0; py < height; py++) {
            for (int px = 0; px < width; px++, i++) {
                if (!picture.moveTo(look.imageX(px + 0.5, py + 0.5), look.imageY(px + 0.5, py + 0.5))) {
                    continue;
                }
                int dim = Argb.blend(background, argb[i], DIMMED);
                Agreement agreement =
                        Agreement.of(picture.linear(reference, 0) >= 0.5f, picture.linear(foreground, 0) >= 0.5f);
                argb[i] = agreement == null ? dim : Argb.blend(dim, agreement.argb(), STRENGTH);
            }
        }
    }
}
