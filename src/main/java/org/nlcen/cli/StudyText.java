package org.nlcen.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.nlcen.model.ModelCard;
import org.nlcen.study.Summary;

/** A study's outcome as lines. */
final class StudyText {
    private final PrintWriter out;

    StudyText(PrintWriter out) {
        this.out = out;
    }

    void figures(List<Summary> summaries) {
        for (Summary s : summaries) {
            out.printf(
                    Locale.ROOT,
                    "%-16s epsilon %4s: DIC %.4f [%.4f, %.4f], JSC %.4f (%d images)%n",
                    s.model(),
                    s.epsilon(),
                    s.dic().value(),
                    s.dic().low(),
                    s.dic().high(),
                    s.jsc().value(),
                    s.images());
        }
        out.flush();
    }

    void checks(Map<String, List<ModelCard.Check>> verdicts) {
        verdicts.forEach((id, found) -> {
            for (ModelCard.Check check : found) {
                out.printf(
                        Locale.ROOT,
                        "%-16s %-4s %-13s %s (%d images)%n",
                        id,
                        check.passed() ? "ok" : "FAIL",
                        check.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        check.finding(),
                        check.images());
            }
        });
        out.flush();
    }
}
