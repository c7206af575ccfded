package org.nlcen.app.curves;

import java.util.Locale;
import java.util.StringJoiner;

import org.nlcen.app.attack.BenchModel;
import org.nlcen.app.attack.ColumnModel;
import org.nlcen.app.attack.TransferModel;
import org.nlcen.attack.AttackPlan;

/** The transfer matrix as CSV (RFC 4180), a line for each cell that is there: decimal points, no image's name. */
final class TransferCsv {
    static final String HEADER =
            "made_against,made_against_sha256,shown_to,shown_to_sha256,attack,seed,goal,epsilon,dic,jsc";

    private TransferCsv() {}

    static String of(BenchModel bench) {
        AttackPlan plan = bench.plan();
        TransferModel transfer = bench.transfer();
        StringJoiner lines = new StringJoiner("\r\n", "", "\r\n");
        lines.add(HEADER);
        for (ColumnModel source : transfer.networks()) {
            for (ColumnModel shown : transfer.networks()) {
                transfer.cell(source, shown)
                        .ifPresent(overlap -> lines.add(String.format(
                                Locale.ROOT,
                                "%s,%s,%s,%s,%s,%d,%s,%.1f,%.6f,%.6f",
                                source.id(),
                                source.card().sha256(),
                                shown.id(),
                                shown.card().sha256(),
                                plan.settings().method(),
                                plan.settings().seed(),
                                plan.goal().kindWith(bench.truth()),
                                transfer.epsilon(),
                                overlap.dic(),
                                overlap.jsc())));
            }
        }
        return lines.toString();
    }
}
