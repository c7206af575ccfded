package org.nlcen.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Damaged copies of public files end in an image or a clear message; the seed of each is in the message. */
class MutationTest {
    private static final Logger LOG = LoggerFactory.getLogger(MutationTest.class);
    private static final int LONGEST_FILE = 700_000;
    private static final int SHORT_FILE = 40_000;
    private static final int FIRST_SEED = Integer.getInteger("nlcen.mutations.first", 0);

    @TempDir
    private Path folder;

    @Test
    void fewMutations() throws Exception {
        campaign(SHORT_FILE, 0, 400);
    }

    /** Twenty thousand, or as many as {@code -Dnlcen.mutations=} says, from seed {@code -Dnlcen.mutations.first=} on. */
    @Test
    @Tag("long")
    void manyMutations() throws Exception {
        campaign(LONGEST_FILE, FIRST_SEED, Integer.getInteger("nlcen.mutations", 20_000));
    }

    private void campaign(int longestFile, int firstSeed, int count) throws IOException, InterruptedException {
        List<Path> originals = SharedDicom.files("conformance").stream()
                .filter(file -> isSuitable(file, longestFile))
                .toList();
        Map<Ordeal.Outcome, Integer> counts = new EnumMap<>(Ordeal.Outcome.class);
        Ordeal slowest = null;
        String slowestName = "";
        for (int seed = firstSeed; seed < firstSeed + count; seed++) {
            Path original = originals.get(seed % originals.size());
            String name = "seed " + seed + " of " + original.getFileName();
            Path file = folder.resolve("mutation.dcm");
            Files.write(file, Mutator.mutate(Files.readAllBytes(original), seed));
            Ordeal ordeal = Ordeal.of(file);
            assertThat(ordeal.seconds()).as(name).isLessThan(10);
            counts.merge(ordeal.outcome(), 1, Integer::sum);
            if (slowest == null || ordeal.seconds() > slowest.seconds()) {
                slowest = ordeal;
                slowestName = name;
            }
        }
        LOG.warn("mutations: {} {}, slowest {} s ({})", count, counts, slowest.seconds(), slowestName);
        assertThat(Ordeal.readersLeftBehind()).isZero();
    }

    private static boolean isSuitable(Path file, int longest) {
        try {
            return Files.size(file) <= longest && DicomFiles.isDicom(file);
        } catch (IOException e) {
            return false;
        }
    }
}
