package org.nlcen.study.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nlcen.metric.Overlap;
import org.nlcen.model.Task;
import org.nlcen.study.HonestyStudy;
import org.nlcen.study.ImageStudy;
import org.nlcen.study.RunFolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StudyReportTest {
    @TempDir
    private Path folder;

    private static StudyReport report(String id, String sha256, String attack) {
        Map<String, RunFolder.Network> networks = new LinkedHashMap<>();
        networks.put(id, new RunFolder.Network("Net <1>", Task.LUNG, 5, sha256));
        return new StudyReport(
                new RunFolder.Identity("JSRT even fold", "f", 123, attack, networks),
                List.of(
                        new ImageStudy.Row("hard", id, 0, new Overlap(1, 1, 0), 0),
                        new ImageStudy.Row("easy", id, 0, new Overlap(1, 0, 0), 0),
                        new ImageStudy.Row("hard", id, 16, new Overlap(0, 1, 1), 16),
                        new ImageStudy.Row("hard", id, 4, new Overlap(1, 1, 1), 4)),
                List.of(new HonestyStudy.Row("hard", id, 16, 1, .7, .7, .5, 0, 1, "", Double.NaN, 0, 0, 9)));
    }

    @Test
    void onePageHoldsEverythingAndFetchesNothing() throws IOException {
        report("unet-lung", "ab", "paper").write(folder, Map.of("c", "c.png is cut off"));

        String page = Files.readString(folder.resolve("report.html"));
        assertThat(page)
                .contains("Net &lt;1&gt;")
                .contains("c.png is cut off")
                .contains("hard <span class=\"soft\">0.667</span>, easy <span class=\"soft\">1.000</span>")
                .contains("<svg xmlns")
                .contains("failed")
                .contains("DIC 0.700 after the paper's steps, 0.700 after 36, 0.500 after 100 with 5 random starts");
        // the name space is the only address, and it is never fetched
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http")
                .doesNotContain("src=")
                .doesNotContain("href=")
                .doesNotContain("url(")
                .doesNotContain("@import");
        assertThat(folder.resolve("figure-4.png")).exists();
        assertThat(folder.resolve("figure-4.svg")).exists();
        assertThat(Files.readString(folder.resolve("summary.csv"))).contains("unet-lung,16.0,1,0.000000");
        assertThat(Files.readString(folder.resolve("checks.json"))).contains("MORE_STEPS");
    }

    @Test
    void foldersOfOneStudyAreJoinedAndOthersRefused() throws IOException {
        StudyReport one = report("unet-lung", "ab", "paper");

        StudyReport both = one.with(report("nlcen-lung", "cd", "paper")).with(one);
        assertThat(both.rows()).hasSize(8);
        assertThat(both.names()).containsEntry("nlcen-lung", "Net <1> (nlcen-lung)");
        both.writeIdentity(folder);
        both.write(folder, Map.of());
        assertThat(StudyReport.read(folder).identity().networks()).containsOnlyKeys("unet-lung", "nlcen-lung");

        assertThatThrownBy(() -> one.with(report("unet-lung", "ef", "paper")))
                .hasMessageContaining("different weights");
        assertThatThrownBy(() -> one.with(report("nlcen-lung", "cd", "36 steps")))
                .hasMessageContaining("different studies");
    }
}
