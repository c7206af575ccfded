package org.nlcen.dicom;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Malformed files of a public fuzzing corpus end in an image or a clear message. */
class HostileFilesTest {
    private static final Logger LOG = LoggerFactory.getLogger(HostileFilesTest.class);

    @Test
    void everyFileEndsInAnImageOrAMessage() throws InterruptedException {
        List<Path> files = SharedDicom.files("hostile");
        Map<Ordeal.Outcome, Integer> counts = new EnumMap<>(Ordeal.Outcome.class);
        for (Path file : files) {
            Ordeal ordeal = Ordeal.of(file);
            assertThat(ordeal.seconds()).as(file.toString()).isLessThan(10);
            counts.merge(ordeal.outcome(), 1, Integer::sum);
        }
        LOG.warn("hostile files: {} {}", files.size(), counts);
        assertThat(files).hasSize(355);
        assertThat(Ordeal.readersLeftBehind()).isZero();
    }
}
