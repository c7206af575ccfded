package org.nlcen.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.SegmenterPool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** All twelve networks of the comparison in memory at once, those without weights with random ones. */
@Tag("long")
class AllNetworksTest {
    private static final Path STATUS = Path.of("/proc/self/statm");
    private static final long GIBIBYTE = 1L << 30;

    private static long resident() throws Exception {
        System.gc();
        return Long.parseLong(Files.readString(STATUS).split(" ")[1]) * 4096;
    }

    @Test
    void twelveNetworksStayBelowThreeGibibytesAndLeave(TestReporter reporter) throws Exception {
        assumeTrue(Files.exists(STATUS), "this system does not tell a process's size that way");
        ModelCatalog catalog = ModelCatalog.load(Path.of("models"));
        List<String> ids = Stream.of("nlcen", "unet", "slsdeep", "nwcn", "invertednet", "cdnn")
                .flatMap(network -> Stream.of(network + "-lung", network + "-skin"))
                .toList();
        long before = resident();
        try (SegmenterPool pool = new SegmenterPool(catalog::openUntrained, GIBIBYTE / 2)) {
            pool.use(Set.copyOf(ids));
            for (String id : ids) {
                pool.get(id);
            }
            long all = resident() - before;
            reporter.publishEntry("twelve networks, MB", all / 1_000_000 + ", weights " + pool.bytes() / 1_000_000);
            assertThat(pool.opened()).hasSize(12);
            assertThat(all).isLessThan(3 * GIBIBYTE);

            pool.use(Set.of());
            assertThat(pool.bytes()).isLessThanOrEqualTo(GIBIBYTE / 2);
            pool.use(Set.copyOf(ids));
            for (String id : ids) {
                pool.get(id);
            }
            long again = resident() - before;
            reporter.publishEntry("left and loaded again, MB", String.valueOf(again / 1_000_000));

            // weights that had not left would be there twice
            assertThat(again).isLessThan(all + GIBIBYTE / 2);
        }
    }
}
