package org.nlcen.app.curves;

import java.util.Arrays;
import java.util.Optional;

import org.nlcen.app.attack.Outcome;
import org.nlcen.image.Mask;
import org.nlcen.image.NetworkInput;
import org.nlcen.metric.LungAreas;
import org.nlcen.metric.PerturbationNorms;
import org.nlcen.metric.Ssim;
import org.nlcen.metric.SurfaceDistance;

/**
 * Everything measured of one outcome, at 256x256.
 *
 * @param dic Dice coefficient with the reference
 * @param jsc Jaccard index with the reference
 * @param hd95 95th percentile of the surface distance to the reference, in pixels of 256x256; empty where a mask is
 * @param hd95Mm the same in millimetres; empty also where the size of a pixel is not known
 * @param area foreground as a part of the image, 0..1
 * @param flipped pixels that changed class against the clean answer, as a part of the image
 * @param norms size of the perturbation
 * @param ssim similarity of the attacked and the clean image, mean over channels
 * @param lungs the foreground on either side, in pixels of 256x256; means something for lungs alone
 */
public record Figures(
        double dic,
        double jsc,
        Optional<Double> hd95,
        Optional<Double> hd95Mm,
        double area,
        double flipped,
        PerturbationNorms norms,
        double ssim,
        LungAreas lungs) {
    private static final int SIZE = NetworkInput.SIZE;
    private static final double PIXELS = SIZE * SIZE;

    /** Takes some ten milliseconds. */
    static Figures of(Outcome outcome, Outcome clean, Mask reference, int channels, Scale scale) {
        Mask mask = outcome.example().segmentation().mask();
        Mask before = clean.example().segmentation().mask();
        int both = mask.intersection(before);
        int flipped = mask.area() + before.area() - 2 * both;
        float[] image = outcome.example().image();
        float[] original = clean.example().image();
        return new Figures(
                outcome.overlap().dic(),
                outcome.overlap().jsc(),
                SurfaceDistance.between(mask, reference).map(SurfaceDistance::hd95),
                scale.spacing()
                        .flatMap(mm -> SurfaceDistance.between(mask, reference, mm.columnMm(), mm.rowMm()))
                        .map(SurfaceDistance::hd95),
                mask.area() / PIXELS,
                flipped / PIXELS,
                PerturbationNorms.of(original, image),
                similarity(original, image, channels),
                LungAreas.of(mask));
    }

    private static double similarity(float[] a, float[] b, int channels) {
        double sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            int from = channel * SIZE * SIZE;
            float[] left = Arrays.copyOfRange(a, from, from + SIZE * SIZE);
            float[] right = Arrays.copyOfRange(b, from, from + SIZE * SIZE);
            sum += Ssim.of(left, right, SIZE, SIZE);
        }
        return sum / channels;
    }
}
