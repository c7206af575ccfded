package org.nlcen.app.curves;

import java.util.Locale;
import java.util.StringJoiner;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.Outcome;

/**
 * All numbers computed so far, for a spreadsheet: a line for each network and epsilon, decimal points. No field can hold a
 * comma or a quotation mark, so none is quoted.
 */
public final class NumbersCsv {
    private static final String HEADER = "model,sha256,epsilon,steps,reference,dic,jsc";

    private NumbersCsv() {}

    public static String of(BenchModel bench) {
        String reference = bench.truth().isPresent() ? "ground truth" : "clean prediction";
        StringJoiner lines = new StringJoiner("\r\n", "", "\r\n");
        lines.add(HEADER);
        for (ColumnModel column : bench.columns()) {
            for (Outcome outcome : column.outcomes()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s,%s,%.1f,%d,%s,%.6f,%.6f",
                        column.id(),
                        column.card().sha256(),
                        outcome.epsilon(),
                        outcome.example().steps(),
                        reference,
                        outcome.overlap().dic(),
                        outcome.overlap().jsc()));
            }
        }
        return lines.toString();
    }
}
