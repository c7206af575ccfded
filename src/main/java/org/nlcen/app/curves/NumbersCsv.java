package org.nlcen.app.curves;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;
import org.nlcen.attack.AttackPlan;
import org.nlcen.image.NetworkInput;

/**
 * All numbers computed so far, for a spreadsheet: a line for each network and epsilon, decimal points. No field can hold a
 * comma or a quotation mark, so none is quoted; what is not known is left empty.
 */
public final class NumbersCsv {
    static final String HEADER = "model,sha256,attack,seed,goal,made_against,epsilon,steps,reference,dic,jsc,"
            + "hd95_pixels,hd95_mm,area_pixels,area_cm2,right_lung_cm2,left_lung_cm2,left_to_right,flipped_pixels,linf,l2,psnr_db,ssim";
    private static final double PIXELS = NetworkInput.SIZE * NetworkInput.SIZE;

    private NumbersCsv() {}

    /**
     * @param scale of the image's pixels
     * @param figures what has been measured
     */
    static String of(BenchModel bench, Scale scale, BiFunction<ColumnModel, Outcome, Optional<Figures>> figures) {
        StringJoiner lines = new StringJoiner("\r\n", "", "\r\n");
        lines.add(HEADER);
        for (ColumnModel column : bench.columns()) {
            for (Outcome outcome : column.outcomes()) {
                lines.add(line(bench, column, outcome) + measured(figures.apply(column, outcome), scale));
            }
        }
        return lines.toString();
    }

    private static String line(BenchModel bench, ColumnModel column, Outcome outcome) {
        AttackPlan plan = bench.plan();
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%d,%s,%s,%.1f,%d,%s,%.6f,%.6f",
                column.id(),
                column.card().sha256(),
                plan.settings().method(),
                plan.settings().seed(),
                plan.goal().kindWith(bench.truth()),
                plan.source().orElse(column.id()),
                outcome.epsilon(),
                outcome.example().steps(),
                bench.truth().isPresent() ? "ground truth" : "clean prediction",
                outcome.overlap().dic(),
                outcome.overlap().jsc());
    }

    /** The fields of a line from the distances on. */
    static String measured(Optional<Figures> known, Scale scale) {
        if (known.isEmpty()) {
            return ",,,,,,,,,,,,";
        }
        Figures f = known.get();
        return String.format(
                Locale.ROOT,
                ",%s,%s,%.0f,%s,%s,%s,%s,%.0f,%.4f,%.4f,%s,%.6f",
                number(f.hd95()),
                number(f.hd95Mm()),
                f.area() * PIXELS,
                number(scale.cm2(f.area() * PIXELS)),
                number(scale.cm2(f.lungs().right())),
                number(scale.cm2(f.lungs().left())),
                f.lungs().ratio().isPresent()
                        ? String.format(Locale.ROOT, "%.4f", f.lungs().ratio().getAsDouble())
                        : "",
                f.flipped() * PIXELS,
                f.norms().linf(),
                f.norms().l2(),
                Double.isInfinite(f.norms().psnr())
                        ? "inf"
                        : String.format(Locale.ROOT, "%.4f", f.norms().psnr()),
                f.ssim());
    }

    private static String number(Optional<Double> value) {
        return value.map(found -> String.format(Locale.ROOT, "%.4f", found)).orElse("");
    }
}
