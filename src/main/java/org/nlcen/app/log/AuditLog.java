package org.nlcen.app.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import org.nlcen.app.base.FileGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who did what when, one JSON object a line: the user's account, the study's identifier (never a name), the hash of each
 * network, the attack, the export. Lines are only ever added; each carries the SHA-256 of the line before, so that a line that
 * was changed or taken out is noticed. A full file is put away under a number and the oldest of {@value #MOST_FILES} is removed.
 */
public final class AuditLog {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final String NAME = "audit.jsonl";
    private static final int MOST_FILES = 20;
    private static final long MOST_BYTES = 2 << 20;

    /** What is written down. */
    public enum Action {
        STARTED,
        ENDED,
        OPENED,
        ATTACKED,
        EXPORTED,
        TRUTH_SAVED,
        NETWORK_ADDED,
        FETCHED,
        SELF_TESTED,
        SWITCHED_ON,
        SWITCHED_OFF
    }

    private final Path folder;
    private final Clock clock;
    private final String user;
    private final Executor writer;
    private final BooleanSupplier on;
    private final long mostBytes;

    /**
     * @param folder made with the first line
     * @param writer where lines are written, in order; not the window's thread
     * @param on asked at each line
     */
    public AuditLog(Path folder, Executor writer, BooleanSupplier on) {
        this(folder, Clock.systemUTC(), System.getProperty("user.name", "?"), writer, on, MOST_BYTES);
    }

    AuditLog(Path folder, Clock clock, String user, Executor writer, BooleanSupplier on, long mostBytes) {
        this.folder = folder;
        this.clock = clock;
        this.user = user;
        this.writer = writer;
        this.on = on;
        this.mostBytes = mostBytes;
    }

    /** A log that writes nothing. */
    public static AuditLog none() {
        return new AuditLog(Path.of("."), Runnable::run, () -> false);
    }

    /**
     * What is written down of an export.
     *
     * @param attack left out where nothing attacked is shown
     * @param epsilon the largest that is shown; 0 where nothing attacked is
     * @param weights SHA-256 of those of each network whose answers or attacked images are in it
     */
    public static Map<String, String> export(String kind, String attack, double epsilon, Collection<String> weights) {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("kind", kind);
        if (epsilon > 0) {
            details.put("attack", attack);
            details.put("epsilon", String.valueOf(epsilon));
        }
        if (!weights.isEmpty()) {
            details.put("weights", String.join(" ", weights));
        }
        return details;
    }

    /** Where the files lie. */
    public Path folder() {
        return folder;
    }

    /**
     * Adds a line. Returns at once; a failure goes to the program's log.
     *
     * @param study Study Instance UID, where the image has one
     * @param details such as "model", "attack", "epsilon", "kind"; never a name, a file name or an identifier of a person
     */
    public void record(Action action, Optional<String> study, Map<String, String> details) {
        boolean always = action == Action.SWITCHED_OFF;
        if (!always && !on.getAsBoolean()) {
            return;
        }
        JsonObject line = new JsonObject();
        line.addProperty("time", Instant.now(clock).toString());
        line.addProperty("user", user);
        line.addProperty("action", action.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        study.ifPresent(uid -> line.addProperty("study", uid));
        details.forEach(line::addProperty);
        writer.execute(() -> {
            try {
                append(line);
            } catch (IOException e) {
                LOG.error("The audit log cannot be written", e);
            }
        });
    }

    private void append(JsonObject line) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(NAME);
        FileGuard.with(file, () -> {
            String before = lastLine();
            if (Files.exists(file) && Files.size(file) >= mostBytes) {
                rotate(file);
            }
            line.addProperty("before", before.isEmpty() ? "" : sha256(before));
            // on a full disk the line before may have been cut off; what is left of it must not swallow this one
            String text = (cutOff(file) ? "\n" : "") + GSON.toJson(line) + "\n";
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        });
    }

    /** Puts the full file away under the next number, which no change of the clock can bring out of order. */
    private void rotate(Path file) throws IOException {
        List<Path> old = new ArrayList<>(files());
        old.remove(file);
        String last = old.isEmpty()
                ? "audit-0"
                : old.get(old.size() - 1).getFileName().toString();
        int number = Integer.parseInt(last.replaceAll("\\D", "")) + 1;
        Files.move(file, folder.resolve(String.format(Locale.ROOT, "audit-%08d.jsonl", number)));
        while (old.size() >= MOST_FILES - 1) {
            Files.delete(old.remove(0));
        }
    }

    /** All files, the oldest first. */
    public List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("audit(-\\d{8})?\\.jsonl"))
                    .sorted(Comparator.comparing(
                            file -> file.getFileName().toString().equals(NAME) ? "z" : file.toString()))
                    .toList();
        }
    }

    /**
     * Looks whether any line was changed, taken out or cut off.
     *
     * @return the first line that does not follow on the one before, "FILE, line N"; empty when all do
     */
    public Optional<String> broken() throws IOException {
        String before = null;
        for (Path file : files()) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                Optional<String> named = beforeOf(line);
                // what the first file's first line followed on may have been removed with its file
                if (named.isEmpty() || before != null && !sha256(before).equals(named.get())) {
                    return Optional.of(file.getFileName() + ", line " + number);
                }
                before = line;
            }
        }
        return Optional.empty();
    }

    /**
     * {@link #broken()} where lines are written, so that none is half written meanwhile.
     *
     * @return fails with what {@link #broken()} throws
     */
    public CompletableFuture<Optional<String>> check() {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return broken();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                writer);
    }

    /** What a line says of the one before; empty for a line that is not whole. */
    private static Optional<String> beforeOf(String line) {
        try {
            JsonObject read = GSON.fromJson(line, JsonObject.class);
            return Optional.ofNullable(read)
                    .filter(whole -> whole.has("before"))
                    .map(whole -> whole.get("before").getAsString());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** The last line that is whole, in whichever file it is; empty before the first. */
    private String lastLine() throws IOException {
        List<Path> files = files();
        for (int i = files.size() - 1; i >= 0; i--) {
            List<String> lines = lines(files.get(i));
            for (int j = lines.size() - 1; j >= 0; j--) {
                if (beforeOf(lines.get(j)).isPresent()) {
                    return lines.get(j);
                }
            }
        }
        return "";
    }

    /** The lines of a file, also of one that was cut off within a character. */
    private static List<String> lines(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static boolean cutOff(Path file) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(Math.max(0, channel.size() - 1));
            return channel.read(last) == 1 && last.get(0) != '\n';
        }
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
