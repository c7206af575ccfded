package org.nlcen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.nlcen.attack.Epsilons;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.SkinPhantom;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.DeviceInfo;
import org.nlcen.model.MachinePeak;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.Segmenter;
import org.nlcen.model.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nlcen benchmark}: how fast this machine is with the networks. */
@Command(
        name = "benchmark",
        description = {
            "Measures this machine with each network: a forward pass, an attack gradient, the curve of 18 strengths, and what one"
                    + " waits for in the window. Median of several runs; noise is half the distance between the quartiles.",
            "Pictures are synthetic; nothing else should be busy meanwhile."
        })
final class BenchmarkCommand extends CliCommand {
    private static final int PICTURES = 3;

    @Option(
            names = "--models",
            split = ",",
            paramLabel = "ID",
            description = "Networks, separated by commas; without it all that are trained, your own among them.")
    private List<String> models;

    /** What can be measured by itself. */
    enum Part {
        PASSES,
        WAITING,
        CURVE,
        SLIDER,
        BATCHES,
        NOTHING
    }

    @Option(names = "--quick", description = "Fewer runs, and no curve.")
    private boolean quick;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "PART",
            description = "Only some of: passes, waiting, curve, slider; or batches, gradients of 2 to 8 images in one"
                    + " pass; or nothing, for --peer alone.")
    private Set<Part> only;

    @Option(
            names = "--untrained",
            description =
                    "Give networks without weights random ones: their times are the same, their pictures mean nothing.")
    private boolean untrained;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Also write everything as JSON; - for the standard output.")
    private Path json;

    @Option(
            names = "--peer",
            paramLabel = "DIR",
            description =
                    "Also write pictures, logits and attacked pictures there, for comparison with another program.")
    private Path peer;

    @Option(
            names = "--peer-images",
            paramLabel = "DIR",
            description = "Pictures for --peer, in place of synthetic ones; the first 20 by name.")
    private Path peerImages;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ModelCatalog catalog = ModelCatalog.ofUser();
        MachinePeak peak = MachinePeak.measure();
        List<NetworkSpeed> measured = new ArrayList<>();
        List<String> ids = chosen(catalog);
        try (ComputeLane lane = new ComputeLane();
                ConsoleProgress progress = ConsoleProgress.start("Measuring", "networks", ids.size(), err())) {
            for (String id : ids) {
                try (Segmenter segmenter = open(catalog, id)) {
                    NetworkSpeed speed =
                            new NetworkSpeed(segmenter, inputs(segmenter.card().task()), quick ? 5 : 15);
                    for (Part part : parts()) {
                        measure(part, speed, lane);
                    }
                    measured.add(speed);
                    if (peer != null) {
                        new PeerFiles(segmenter, peerImages).write(peer);
                    }
                }
                progress.step();
            }
        }
        // a machine shared with others has slower minutes: what it did at best on either side is its peak
        peak = peak.best(MachinePeak.measure());
        Map<String, Object> result = machine(peak);
        List<Map<String, Object>> speeds = new ArrayList<>();
        for (NetworkSpeed speed : measured) {
            speeds.add(speed.toMap(peak));
        }
        result.put("networks", speeds);
        boolean toStandardOutput = json != null && json.toString().equals("-");
        if (toStandardOutput) {
            printJson(result);
        } else {
            print(result, speeds);
            if (json != null) {
                Files.writeString(json, json(result) + "\n");
            }
        }
        return 0;
    }

    private Set<Part> parts() {
        if (only != null) {
            return only;
        }
        return quick ? EnumSet.of(Part.PASSES, Part.WAITING) : EnumSet.range(Part.PASSES, Part.SLIDER);
    }

    private void measure(Part part, NetworkSpeed speed, ComputeLane lane) throws InterruptedException {
        switch (part) {
            case PASSES -> speed.measurePasses();
            case WAITING -> speed.measureWaiting(lane, quick ? 2 : 5);
            case CURVE -> speed.measureCurve();
            case SLIDER -> speed.measureSlider(lane, quick ? 3 : 8);
            case BATCHES -> speed.measureBatches();
            case NOTHING -> {
                // the pictures for another program are written all the same
            }
        }
    }

    private List<String> chosen(ModelCatalog catalog) {
        if (models != null) {
            return models;
        }
        return catalog.entries().stream()
                .filter(entry -> entry.usable() || untrained)
                .map(entry -> entry.card().id())
                .toList();
    }

    private Segmenter open(ModelCatalog catalog, String id) throws IOException {
        boolean random =
                untrained && catalog.find(id).filter(ModelCatalog.Entry::usable).isEmpty();
        return random ? catalog.openUntrained(id) : catalog.open(id);
    }

    private static List<NetworkInput> inputs(Task task) {
        List<NetworkInput> inputs = new ArrayList<>();
        for (int seed = 1; seed <= PICTURES; seed++) {
            boolean skin = task == Task.SKIN;
            inputs.add(NetworkInputs.of((skin ? SkinPhantom.of(seed) : ChestPhantom.of(seed)).image(), skin));
        }
        return inputs;
    }

    private static Map<String, Object> machine(MachinePeak peak) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("program", ProgramVersion.program());
        map.put("date", LocalDate.now().toString());
        map.put("java", Runtime.version().toString());
        map.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        map.put("processor", processor());
        map.put("cores", Runtime.getRuntime().availableProcessors());
        map.put("device", DeviceInfo.current().name());
        map.put("allocator", System.getenv("MALLOC_MMAP_MAX_") == null ? "set from inside" : "set by the launcher");
        map.put("peakGigaMacsPerSecond", peak.macsPerSecond() / 1e9);
        map.put("copyGigabytesPerSecond", peak.bytesPerSecond() / 1e9);
        map.put("strengths", Epsilons.paper());
        return map;
    }

    /** The processor's name where the system tells it without another program. */
    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private void print(Map<String, Object> machine, List<Map<String, Object>> speeds) {
        out().printf(
                        Locale.ROOT,
                        "%s, %s, Java %s, %s%nlarge convolution %.0f GMAC/s, copy %.1f GB/s, allocator: %s%n%n",
                        machine.get("processor"),
                        machine.get("device"),
                        machine.get("java"),
                        machine.get("system"),
                        machine.get("peakGigaMacsPerSecond"),
                        machine.get("copyGigabytesPerSecond"),
                        machine.get("allocator"));
        out().printf(
                        "%-16s %8s %8s %7s %9s %10s %10s %10s %8s%n",
                        "milliseconds",
                        "forward",
                        "gradient",
                        "noise",
                        "18 eps.",
                        "mask",
                        "attacked",
                        "epsilon 8",
                        "slider");
        for (Map<String, Object> speed : speeds) {
            out().printf(
                            "%-16s %8s %8s %7s %9s %10s %10s %10s %8s%n",
                            speed.get("id"),
                            of(speed, "forward", "medianMs"),
                            of(speed, "gradient", "medianMs"),
                            percent(speed, "gradient"),
                            of(speed, "curve", "medianMs"),
                            of(speed, "cleanMask", "medianMs"),
                            of(speed, "firstAttacked", "medianMs"),
                            of(speed, "epsilon8", "medianMs"),
                            of(speed, "slider", "medianMs"));
        }
        out().println();
        out().println(
                        "mask, attacked, epsilon 8: from opening an image, the network being loaded; slider: to a strength that");
        out().println("was not computed before. p95, floors and counts are in the JSON.");
        out().flush();
    }

    private static String of(Map<String, Object> speed, String what, String figure) {
        return speed.get(what) instanceof Map<?, ?> timings && timings.get(figure) instanceof Double value
                ? String.format(Locale.ROOT, "%.0f", value)
                : "-";
    }

    private static String percent(Map<String, Object> speed, String what) {
        return speed.get(what) instanceof Map<?, ?> timings && timings.get("noise") instanceof Double noise
                ? String.format(Locale.ROOT, "%.0f %%", 100 * noise)
                : "-";
    }
}
