package org.nlcen.study;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import org.nlcen.image.AtomicFile;
import org.nlcen.model.HonestyCheck;
import org.nlcen.model.ModelCard;

/** Verdicts on a network's robustness, by the rules of {@link HonestyCheck}. */
public final class Honesty {
    private static final double TOLERANCE = 1e-9;
    private static final double BROKEN = 0.5;

    private Honesty() {}

    /** Verdicts by network, in the rows' order. */
    public static Map<String, List<ModelCard.Check>> verdicts(List<HonestyStudy.Row> rows) {
        Map<String, List<ModelCard.Check>> verdicts = new LinkedHashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(HonestyStudy.Row::model, LinkedHashMap::new, Collectors.toList()))
                .forEach((model, own) -> verdicts.put(model, of(own)));
        return verdicts;
    }

    /** Writes {@code checks.json}. */
    public static void write(Path file, Map<String, List<ModelCard.Check>> verdicts) throws IOException {
        Gson gson = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        byte[] text = (gson.toJson(verdicts) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(file, out -> out.write(text));
    }

    /** Verdicts on one network whose rows these are; at least one. */
    static List<ModelCard.Check> of(List<HonestyStudy.Row> rows) {
        String epsilon = number(rows.get(0).epsilon());
        double paper = mean(rows, HonestyStudy.Row::paper);
        double longer = mean(rows, HonestyStudy.Row::longer);
        double starts = mean(rows, HonestyStudy.Row::starts);
        double fullRange = mean(rows, HonestyStudy.Row::fullRange);
        double noise = mean(rows, HonestyStudy.Row::noise);
        double zeroClean = mean(rows, HonestyStudy.Row::zeroClean);
        double zeroAttacked = mean(rows, HonestyStudy.Row::zeroAttacked);
        List<ModelCard.Check> checks = new ArrayList<>();
        checks.add(new ModelCard.Check(
                HonestyCheck.FULL_RANGE,
                fullRange <= 0.05 + TOLERANCE,
                rows.size(),
                "DIC " + dic(fullRange) + " at epsilon 255"));
        checks.add(new ModelCard.Check(
                HonestyCheck.MORE_STEPS,
                longer < BROKEN || starts >= longer - 0.05 - TOLERANCE,
                rows.size(),
                "epsilon " + epsilon + ": DIC " + dic(paper) + " after the paper's steps, " + dic(longer)
                        + " after 36, " + dic(starts) + " after 100 with 5 random starts"));
        List<HonestyStudy.Row> transferred =
                rows.stream().filter(row -> !Double.isNaN(row.transfer())).toList();
        if (!transferred.isEmpty()) {
            double transfer = mean(transferred, HonestyStudy.Row::transfer);
            double own = mean(transferred, HonestyStudy.Row::paper);
            checks.add(new ModelCard.Check(
                    HonestyCheck.TRANSFER,
                    transfer >= own - 0.02 - TOLERANCE,
                    transferred.size(),
                    "epsilon " + epsilon + ": DIC " + dic(transfer) + " under the attack made on "
                            + transferred.get(0).source() + ", " + dic(own) + " under its own"));
        }
        checks.add(new ModelCard.Check(
                HonestyCheck.NOISE,
                noise >= paper - TOLERANCE,
                rows.size(),
                "epsilon " + epsilon + ": DIC " + dic(noise) + " under random signs, " + dic(paper)
                        + " under the attack"));
        checks.add(new ModelCard.Check(
                HonestyCheck.ZERO_GRADIENT,
                Math.max(zeroClean, zeroAttacked) <= 0.05 + TOLERANCE,
                rows.size(),
                String.format(
                        Locale.ROOT,
                        "gradient of zero at %.2f%% of the pixels of the clean and %.2f%% of the attacked image",
                        100 * zeroClean,
                        100 * zeroAttacked)));
        return checks;
    }

    private static double mean(List<HonestyStudy.Row> rows, ToDoubleFunction<HonestyStudy.Row> figure) {
        return rows.stream().mapToDouble(figure).average().orElseThrow();
    }

    private static String dic(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
