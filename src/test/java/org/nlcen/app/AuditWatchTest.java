package org.nlcen.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.app.attack.AttackWork;
import org.nlcen.app.attack.AttackWorkshop;
import org.nlcen.app.attack.BenchModel.Choice;
import org.nlcen.app.base.Texts;
import org.nlcen.app.log.AuditLog;
import org.nlcen.app.preferences.Preferences;
import org.nlcen.attack.AdversarialExample;
import org.nlcen.dicom.TestDicom;
import org.nlcen.image.Mask;
import org.nlcen.model.Segmentation;

import static org.assertj.core.api.Assertions.assertThat;

class AuditWatchTest {
    private static final int PIXELS = 256 * 256;

    @TempDir
    private Path folder;

    /** Answers at once for epsilon 0, 8 and 4. */
    private static AttackWork start(AttackWorkshop.Job job, AttackWorkshop.Events events) {
        Segmentation nothing = new Segmentation(new float[PIXELS]);
        events.clean("a-lung", nothing);
        events.example("a-lung", new AdversarialExample(8, 10, new float[PIXELS], nothing));
        events.example("a-lung", new AdversarialExample(4, 5, new float[PIXELS], nothing));
        events.idle();
        return new IdleWork();
    }

    private List<JsonObject> lines() throws IOException {
        return Files.readAllLines(folder.resolve("audit/audit.jsonl")).stream()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    private static String text(JsonObject line, String name) {
        return line.get(name).getAsString();
    }

    @Test
    void openedAttackedAndDrawnStandInTheLogWithoutTheName() throws IOException {
        Preferences preferences = Preferences.load(folder.resolve("preferences.json"));
        Attributes data = TestDicom.grey(4, 2, 0, 1, 2, 3, 4, 5, 6, 7);
        data.setString(Tag.PatientName, VR.PN, "Doe^Jane");
        Path file = TestDicom.write(folder.resolve("Doe.dcm"), data);
        try (Workspace workspace = new Workspace(
                preferences, Texts.of(Locale.ENGLISH), AuditWatchTest::start, Runnable::run, Runnable::run)) {
            workspace.audit(new AuditLog(folder.resolve("audit"), Runnable::run, () -> true));
            AuditWatch.begin(workspace);
            workspace.networks().known(List.of(new Choice(ToySegmenter.card("a-lung", "A"), Optional.empty())));
            workspace.library().open(List.of(file));
            workspace.desk().drawing().take(Mask.of(2, 4, new boolean[8]));
            workspace.desk().drawing().write(folder.resolve("Doe_mask.TIFF"), refused -> {});
        }

        List<JsonObject> lines = lines();
        assertThat(lines).extracting(line -> text(line, "action")).contains("opened", "attacked", "truth saved");
        assertThat(lines).allMatch(line -> text(line, "study").equals("1.2.3.4.2"));
        JsonObject attacked = lines.stream()
                .filter(line -> text(line, "action").equals("attacked"))
                .findFirst()
                .orElseThrow();
        assertThat(text(attacked, "epsilon")).as("the largest").isEqualTo("8.0");
        assertThat(text(attacked, "attack")).isEqualTo("I_FGSM");
        assertThat(text(attacked, "weights")).isEqualTo("00");
        JsonObject drawn = lines.get(lines.size() - 1);
        assertThat(text(drawn, "action")).isEqualTo("truth saved");
        assertThat(text(drawn, "kind")).isEqualTo("tif");
        assertThat(Files.readString(folder.resolve("audit/audit.jsonl"))).doesNotContain("Doe");
    }
}
