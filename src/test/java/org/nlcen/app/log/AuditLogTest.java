package org.nlcen.app.log;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.log.AuditLog.Action;

import static org.assertj.core.api.Assertions.assertThat;

class AuditLogTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private boolean on = true;

    private AuditLog log(long mostBytes) {
        return new AuditLog(folder, NOON, "anna", Runnable::run, () -> on, mostBytes);
    }

    private JsonObject line(int index) throws IOException {
        return JsonParser.parseString(
                        Files.readAllLines(folder.resolve("audit.jsonl")).get(index))
                .getAsJsonObject();
    }

    @Test
    void aLineSaysWhoWhenWhichStudyAndWhat() throws IOException, NoSuchAlgorithmException {
        AuditLog log = log(1 << 20);
        log.record(Action.OPENED, Optional.of("1.2.3"), Map.of());
        log.record(Action.ATTACKED, Optional.of("1.2.3"), Map.of("model", "abc", "attack", "I-FGSM"));
        JsonObject second = line(1);
        assertThat(second.get("time").getAsString()).isEqualTo("2026-01-02T12:00:00Z");
        assertThat(second.get("user").getAsString()).isEqualTo("anna");
        assertThat(second.get("action").getAsString()).isEqualTo("attacked");
        assertThat(second.get("study").getAsString()).isEqualTo("1.2.3");
        assertThat(second.get("model").getAsString()).isEqualTo("abc");
        String first = Files.readAllLines(folder.resolve("audit.jsonl")).get(0);
        assertThat(second.get("before").getAsString()).isEqualTo(sha256(first));
        assertThat(log.broken()).isEmpty();
    }

    @Test
    void aLineThatWasChangedOrTakenOutIsNoticed() throws IOException {
        AuditLog log = log(1 << 20);
        for (int i = 0; i < 4; i++) {
            log.record(Action.OPENED, Optional.of("1.2." + i), Map.of());
        }
        Path file = folder.resolve("audit.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(2), lines.get(3)));
        assertThat(log.broken()).contains("audit.jsonl, line 2");
        Files.write(file, List.of(lines.get(0), lines.get(1).replace("1.2.1", "1.2.9"), lines.get(2), lines.get(3)));
        assertThat(log.broken()).contains("audit.jsonl, line 3");
    }

    @Test
    void anExportIsWrittenDownWithTheAttackItShows() {
        assertThat(AuditLog.export("gif", "PGD", 8, List.of("aa", "bb")))
                .isEqualTo(Map.of("kind", "gif", "attack", "PGD", "epsilon", "8.0", "weights", "aa bb"));
        assertThat(AuditLog.export("exportMasks", "PGD", 0, List.of("aa")))
                .isEqualTo(Map.of("kind", "exportMasks", "weights", "aa"));
        assertThat(AuditLog.export("exportView", "PGD", 0, List.of())).isEqualTo(Map.of("kind", "exportView"));
    }

    @Test
    void switchedOffItWritesNothingButThat() throws IOException {
        AuditLog log = log(1 << 20);
        log.record(Action.OPENED, Optional.empty(), Map.of());
        on = false;
        log.record(Action.SWITCHED_OFF, Optional.empty(), Map.of());
        log.record(Action.OPENED, Optional.empty(), Map.of());
        assertThat(Files.readAllLines(folder.resolve("audit.jsonl"))).hasSize(2);
        assertThat(line(1).get("action").getAsString()).isEqualTo("switched off");
    }

    @Test
    void aFullFileIsPutAwayTheChainGoesOnAndTheOldestGo() throws IOException {
        AuditLog log = log(1);
        for (int i = 0; i < 30; i++) {
            log.record(Action.OPENED, Optional.of("1.2." + i), Map.of());
        }
        assertThat(log.files()).hasSize(20);
        assertThat(log.broken()).isEmpty();
        Files.delete(log.files().get(5));
        assertThat(log.broken()).isPresent();
    }

    /** Leaves what a full disk leaves of the last line. */
    private List<String> cut(AuditLog log, int bytesLeft) throws IOException {
        Path file = folder.resolve("audit.jsonl");
        log.record(Action.OPENED, Optional.of("1.2.1"), Map.of());
        long whole = Files.size(file);
        log.record(Action.OPENED, Optional.of("1.2.2"), Map.of("kind", "\u00e4"));
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, (int) whole + bytesLeft));
        log.record(Action.OPENED, Optional.of("1.2.3"), Map.of());
        log.record(Action.OPENED, Optional.of("1.2.4"), Map.of());
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String before(String line) {
        return JsonParser.parseString(line).getAsJsonObject().get("before").getAsString();
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    @Test
    void aLineThatWasCutOffIsFoundAndTheNextOnesFollowOnTheLastWholeOne() throws IOException, NoSuchAlgorithmException {
        AuditLog log = log(1 << 20);
        List<String> lines = cut(log, 20);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).isEqualTo("{\"time\":\"2026-01-02T");
        assertThat(before(lines.get(2))).isEqualTo(sha256(lines.get(0)));
        assertThat(before(lines.get(3))).isEqualTo(sha256(lines.get(2)));
        assertThat(log.broken()).contains("audit.jsonl, line 2");
    }

    @Test
    void aCharacterThatWasCutOffDoesNotEndTheLog() throws IOException, NoSuchAlgorithmException {
        AuditLog log = log(1 << 20);
        String kind =
                "{\"time\":\"2026-01-02T12:00:00Z\",\"user\":\"anna\",\"action\":\"opened\",\"study\":\"1.2.2\",\"kind\":\"";
        List<String> lines = cut(log, kind.length() + 1);
        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).isEqualTo(kind + "\ufffd");
        assertThat(before(lines.get(2))).isEqualTo(sha256(lines.get(0)));
        assertThat(before(lines.get(3))).isEqualTo(sha256(lines.get(2)));
        assertThat(log.broken()).contains("audit.jsonl, line 2");
    }

    @Test
    void aLineThatLacksNothingButItsEndIsWhole() throws IOException {
        AuditLog log = log(1 << 20);
        log.record(Action.OPENED, Optional.of("1.2.1"), Map.of());
        Path file = folder.resolve("audit.jsonl");
        Files.writeString(file, Files.readString(file).stripTrailing());
        log.record(Action.OPENED, Optional.of("1.2.2"), Map.of());
        assertThat(Files.readAllLines(file)).hasSize(2);
        assertThat(log.broken()).isEmpty();
    }

    @Test
    void anEmptyNewFileGoesOnFromTheOneBefore() throws IOException {
        AuditLog log = log(1);
        log.record(Action.OPENED, Optional.of("1.2.1"), Map.of());
        log.record(Action.OPENED, Optional.of("1.2.2"), Map.of());
        Files.writeString(folder.resolve("audit.jsonl"), "");
        log.record(Action.OPENED, Optional.of("1.2.3"), Map.of());
        assertThat(before(line(0).toString())).isNotEmpty();
        assertThat(log.broken()).isEmpty();
    }
}
