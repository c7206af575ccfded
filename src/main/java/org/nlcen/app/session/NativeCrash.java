package org.nlcen.app.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Java wrote when native code brought it down ({@code hs_err_pid123.log}).
 *
 * @param file the report
 * @param what such as "SIGSEGV (0xb) at pc=0x00007f..."
 * @param where such as "C  [libtorch_cpu.so+0x1234]"; may be empty
 */
public record NativeCrash(Path file, String what, String where) {
    private static final Logger LOG = LoggerFactory.getLogger(NativeCrash.class);
    private static final int HEAD = 60;

    /**
     * The report of a process.
     *
     * @param since when that process began; older reports are of another one with the same number
     * @param folders where Java may have put it
     */
    public static Optional<NativeCrash> find(long pid, Instant since, List<Path> folders) {
        for (Path folder : folders) {
            Path file = folder.resolve("hs_err_pid" + pid + ".log");
            try {
                if (Files.isRegularFile(file)
                        && !Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                    return Optional.of(read(file));
                }
            } catch (IOException e) {
                LOG.warn("A crash report cannot be read", e);
            }
        }
        return Optional.empty();
    }

    static NativeCrash read(Path file) throws IOException {
        List<String> head;
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            head = lines.limit(HEAD)
                    .map(line -> line.replaceFirst("^#\\s*", "").trim())
                    .toList();
        }
        String what = head.stream()
                .filter(line -> line.startsWith("SIG") || line.startsWith("EXCEPTION_") || line.contains("Error ("))
                .findFirst()
                .orElseGet(() -> head.stream()
                        .filter(line -> line.startsWith("There is insufficient memory"))
                        .findFirst()
                        .orElse(""));
        int frame = head.indexOf("Problematic frame:");
        String where = frame >= 0 && frame + 1 < head.size() ? head.get(frame + 1) : "";
        return new NativeCrash(file, what, where);
    }
}
