package org.nlcen.reliability;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.nlcen.app.log.AuditLog;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.app.session.Session;
import org.nlcen.app.session.SessionFile;
import org.nlcen.dicom.write.ModelIdentity;
import org.nlcen.dicom.write.SecondaryCapture;
import org.nlcen.image.Mask;
import org.nlcen.image.PixelBlock;
import org.nlcen.image.RasterFiles;
import org.nlcen.metric.Overlap;
import org.nlcen.study.ImageStudy;
import org.nlcen.study.ResultsFile;

/**
 * Writes what the program writes, by the program's own code, version after version without end; {@link KilledWritingTest} kills
 * it. Says on standard output what it is done with: "KIND VERSION;". Arguments: the folder, the first version.
 */
public final class WritingLoop {
    static final int SIZE = 128;
    static final int STRENGTHS = 18;

    private WritingLoop() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        ResultsFile results = new ResultsFile(folder.resolve("results.csv"));
        AuditLog audit = new AuditLog(folder.resolve("audit"), Runnable::run, () -> true);
        for (int version = Integer.parseInt(arguments[1]); true; version++) {
            preferences(folder, version);
            done("preferences", version);
            RasterFiles.writePng(folder.resolve("mask.png"), mask(version));
            done("mask", version);
            export(folder, version);
            done("export", version);
            SessionFile.write(folder.resolve("session.nlcen"), session(version));
            done("session", version);
            audit.record(AuditLog.Action.EXPORTED, Optional.empty(), Map.of("kind", String.valueOf(version)));
            done("audit", version);
            results.add(rows(version));
            done("results", version);
        }
    }

    private static void done(String kind, int version) {
        System.out.print(kind + " " + version + ";\n");
        System.out.flush();
    }

    private static void preferences(Path folder, int version) {
        Preferences preferences = Preferences.load(folder.resolve("preferences.json"));
        preferences.values().recentFiles = names(version);
        preferences.save();
    }

    /** A list that grows and whose every entry names the version. */
    static List<String> names(int version) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 5 + version % 7; i++) {
            names.add("image-" + version + "-" + i + ".png");
        }
        return names;
    }

    /** The first row says the version in binary, the others depend on it in every pixel. */
    static Mask mask(int version) {
        boolean[] pixels = new boolean[SIZE * SIZE];
        for (int i = 0; i < SIZE; i++) {
            pixels[i] = i < Integer.SIZE && (version >> i & 1) == 1;
        }
        for (int i = SIZE; i < pixels.length; i++) {
            pixels[i] = (i * (2 * version + 1) >> 7) % 3 == 0;
        }
        return Mask.of(SIZE, SIZE, pixels);
    }

    static byte[] picture(int version) {
        byte[] pixels = new byte[SIZE * SIZE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (version + i / SIZE);
        }
        return pixels;
    }

    private static void export(Path folder, int version) throws IOException {
        ModelIdentity model = new ModelIdentity("U-Net", "1", "0".repeat(64));
        SecondaryCapture.writeAttacked(
                folder.resolve("export.dcm"),
                PixelBlock.ofBytes(SIZE, SIZE, 1, picture(version)),
                new SecondaryCapture.Manipulation("test", 8, model));
    }

    /** A session that grows and whose every part depends on the version. */
    static Session session(int version) {
        List<Session.Measured> numbers = new ArrayList<>();
        for (int i = 0; i < STRENGTHS + version % 7; i++) {
            numbers.add(new Session.Measured("unet-lung", i, version, 1.0 / version, 1.0 / (version + i)));
        }
        return new Session(
                Session.FORMAT,
                "1",
                "2026-01-02T12:00:00Z",
                new Session.Image(null, null, 0, "chest", version, null),
                null,
                new Session.View(1 + version, 0.5, 0.5, version % 4, version % 2 == 0),
                new Session.Window(-1, version, 1 + version, false),
                List.of(new Session.Network("unet-lung", "0".repeat(64))),
                new Session.Attack("I_FGSM", 10, 1, version, "INVERSE_OF_TRUTH", null, 0, 0, null, 8),
                numbers,
                null);
    }

    static List<ImageStudy.Row> rows(int version) {
        List<ImageStudy.Row> rows = new ArrayList<>();
        for (int strength = 0; strength < STRENGTHS; strength++) {
            rows.add(new ImageStudy.Row(
                    "image-" + version, "unet-lung", strength, new Overlap(version, strength, 1), strength));
        }
        return rows;
    }
}
