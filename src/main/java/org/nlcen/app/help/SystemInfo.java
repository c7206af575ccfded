package org.nlcen.app.help;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.model.Engines;

/** What a maintainer asks for first; names neither the user, nor a file, nor a patient. In English, whoever reads it. */
public final class SystemInfo {
    private static final double MIB = 1 << 20;

    private SystemInfo() {}

    /**
     * @param device where networks compute, and why there
     * @param networks those the program knows
     * @param screens sizes and scales of the screens
     */
    public static String of(String device, List<Choice> networks, List<String> screens) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("NLCEN Viewer " + ProgramVersion.current());
        lines.add("Java " + property("java.runtime.version") + ", " + property("java.vm.name"));
        lines.add("JavaFX " + property("javafx.runtime.version") + ", " + property("prism.order"));
        lines.add(Engines.versions());
        lines.add("System " + property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        lines.add("Language " + Locale.getDefault().toLanguageTag());
        lines.add("Processors " + Runtime.getRuntime().availableProcessors());
        lines.add("Device " + device);
        lines.add("Screens " + String.join("; ", screens));
        lines.add("Memory " + memory());
        lines.add("Uptime " + ManagementFactory.getRuntimeMXBean().getUptime() / 1000 + " s");
        lines.add("Networks");
        for (Choice choice : networks) {
            String state = choice.problem()
                    .map(problem -> "cannot be used")
                    .orElse(choice.card().trained() ? choice.card().sha256() : "not trained");
            lines.add("  " + choice.card().id() + "  " + state);
        }
        return lines.toString();
    }

    /** Java's memory and, on Linux, the whole process's, in MiB. */
    static String memory() {
        Runtime runtime = Runtime.getRuntime();
        String java = String.format(
                Locale.ROOT,
                "%.0f of %.0f MiB Java",
                (runtime.totalMemory() - runtime.freeMemory()) / MIB,
                runtime.maxMemory() / MIB);
        double process = processMib();
        return process > 0 ? String.format(Locale.ROOT, "%s, %.0f MiB process", java, process) : java;
    }

    /** Memory of the whole process with that of the engine, in MiB; 0 where the system does not tell. */
    public static double processMib() {
        try {
            Path status = Path.of("/proc/self/status");
            return !Files.isReadable(status)
                    ? 0
                    : Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                            .findFirst()
                            .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }
}
