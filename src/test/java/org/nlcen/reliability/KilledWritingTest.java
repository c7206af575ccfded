package org.nlcen.reliability;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.session.Session;
import org.nlcen.app.session.SessionException;
import org.nlcen.app.session.SessionFile;
import org.nlcen.dicom.DicomFiles;
import org.nlcen.image.AtomicFile;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.study.ImageStudy;
import org.nlcen.study.ResultsFile;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A process killed while it writes leaves every file as it was before or as it should be, and never loses what it has said to
 * be written.
 */
class KilledWritingTest {
    private static final long SEED = 20261128;
    private static final int LONGEST_MILLIS = 400;
    private static final List<String> KINDS = List.of("preferences", "mask", "export", "session", "audit", "results");

    @TempDir
    private Path folder;

    @Test
    void fourKillsLeaveTheOldOrTheNewFile() throws Exception {
        kill(4);
    }

    @Test
    @Tag("long")
    void fiftyKillsLeaveTheOldOrTheNewFile() throws Exception {
        kill(50);
    }

    private void kill(int times) throws Exception {
        Random random = new Random(SEED);
        int next = 1;
        int writes = 0;
        for (int kill = 0; kill < times; kill++) {
            Map<String, Integer> said = killedAfter(next, random.nextInt(LONGEST_MILLIS));
            Map<String, Integer> found = found();
            for (String kind : KINDS) {
                int last = said.getOrDefault(kind, next - 1);
                assertThat(found.get(kind)).as("%s after kill %d", kind, kill).isBetween(last, last + 1);
                writes += last - next + 1;
            }
            next = found.values().stream().mapToInt(Integer::intValue).max().orElseThrow() + 1;
        }
        int cut = cutLines();
        assertThat(cut).isLessThanOrEqualTo(times);
        int left = drafts();
        assertThat(left).isLessThanOrEqualTo(times);
        AtomicFile.removeDrafts(folder, Instant.now().plusSeconds(1));
        assertThat(drafts()).isZero();
        System.out.printf(
                "%d kills, %d files and lines written in between, %d drafts left and removed, %d lines cut off%n",
                times, writes, left, cut);
    }

    /** What the process had said when it was killed: the last version of each kind. */
    private Map<String, Integer> killedAfter(int first, int millis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Djava.awt.headless=true",
                        "-Dnlcen.logs=" + folder.resolve("logs"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingLoop.class.getName(),
                        folder.toString(),
                        String.valueOf(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Integer> said = new HashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            // the first round loads classes; chance shall fall on the writing
            for (String line = ""; !line.startsWith("results"); line = lines.readLine()) {
                note(line, said);
            }
            note("results " + first + ";", said);
            Thread.sleep(millis);
            process.toHandle().destroyForcibly(); // that of Process would close its output too
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                note(line, said);
            }
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** A line that was cut off by the kill says nothing. */
    private static void note(String line, Map<String, Integer> said) {
        Matcher matcher = Pattern.compile("([a-z]+) (\\d+);").matcher(line);
        if (matcher.matches()) {
            said.put(matcher.group(1), Integer.parseInt(matcher.group(2)));
        }
    }

    /** The version of each file, every part of it checked; 0 for one that is not there. */
    private Map<String, Integer> found() throws Exception {
        Map<String, Integer> versions = new HashMap<>();
        versions.put("preferences", preferences());
        versions.put("mask", mask());
        versions.put("export", export());
        versions.put("session", session());
        versions.put("audit", audit());
        versions.put("results", results());
        return versions;
    }

    private int preferences() {
        Path file = folder.resolve("preferences.json");
        if (!Files.exists(file)) {
            return 0;
        }
        Preferences.Values values = Preferences.load(file).values();
        assertThat(folder.resolve("preferences.json.damaged")).doesNotExist();
        int version = Integer.parseInt(values.recentFiles.get(0).split("-")[1]);
        assertThat(values.recentFiles).isEqualTo(WritingLoop.names(version));
        return version;
    }

    private int mask() throws Exception {
        Path file = folder.resolve("mask.png");
        if (!Files.exists(file)) {
            return 0;
        }
        Mask mask = RasterFiles.readMask(file);
        int version = 0;
        for (int i = 0; i < Integer.SIZE; i++) {
            version |= mask.get(i) ? 1 << i : 0;
        }
        assertThat(mask).isEqualTo(WritingLoop.mask(version));
        return version;
    }

    /** Versions count up by one, so the first pixel, modulo 256, tells which of the near ones it is. */
    private int export() throws Exception {
        Path file = folder.resolve("export.dcm");
        if (!Files.exists(file)) {
            return 0;
        }
        PixelBlock pixels = DicomFiles.open(file).stored(0);
        int near = mask();
        int version = near + (byte) (pixels.value(0, 0, 0) - near);
        byte[] wanted = WritingLoop.picture(version);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(pixels.value(i % WritingLoop.SIZE, i / WritingLoop.SIZE, 0))
                    .isEqualTo(wanted[i] & 0xff);
        }
        return version;
    }

    private int session() throws SessionException {
        Path file = folder.resolve("session.nlcen");
        if (!Files.exists(file)) {
            return 0;
        }
        Session session = SessionFile.read(file);
        int version = (int) session.image().seed();
        assertThat(session).isEqualTo(WritingLoop.session(version));
        return version;
    }

    private List<String> auditLines() throws IOException {
        Path file = folder.resolve("audit/audit.jsonl");
        return Files.exists(file)
                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
    }

    private static boolean whole(String line) {
        return line.endsWith("\"}");
    }

    /** The version of the last whole line; every whole line follows on the whole one before, in their order. */
    private int audit() throws Exception {
        int version = 0;
        String before = "";
        for (String line : auditLines()) {
            if (whole(line)) {
                JsonObject read = JsonParser.parseString(line).getAsJsonObject();
                assertThat(read.get("before").getAsString()).isEqualTo(before);
                int of = read.get("kind").getAsInt();
                assertThat(of).isGreaterThan(version);
                version = of;
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
                before = HexFormat.of().formatHex(digest);
            }
        }
        return version;
    }

    private int cutLines() throws IOException {
        return (int) auditLines().stream().filter(line -> !whole(line)).count();
    }

    /** Opening drops a line that was cut off; what stays are whole rows in their order. */
    private int results() throws IOException {
        if (!Files.exists(folder.resolve("results.csv"))) {
            return 0;
        }
        List<ImageStudy.Row> rows = new ResultsFile(folder.resolve("results.csv")).rows();
        int version = 0;
        for (ImageStudy.Row row : rows) {
            int of = Integer.parseInt(row.image().substring("image-".length()));
            assertThat(of).isGreaterThanOrEqualTo(version);
            assertThat(row).isEqualTo(WritingLoop.rows(of).get((int) row.epsilon()));
            version = of;
        }
        return version;
    }

    private int drafts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.getFileName().toString().endsWith(".tmp"))
                    .count();
        }
    }
}
