package org.nlcen.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.nlcen.attack.AdversarialExample;
import org.nlcen.attack.AttackPlan;
import org.nlcen.attack.AttackSession;
import org.nlcen.image.MipPyramid;
import org.nlcen.image.NetworkInput;
import org.nlcen.image.NetworkInputs;
import org.nlcen.image.phantom.ChestPhantom;
import org.nlcen.image.phantom.Phantom;
import org.nlcen.model.ComputeLane;
import org.nlcen.model.ModelCatalog;
import org.nlcen.model.Segmentation;
import org.nlcen.model.Segmenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A long day at the window: a thousand images opened and attacked must not take more memory than a hundred. */
@Tag("long")
class SoakTest {
    private static final Path STATUS = Path.of("/proc/self/statm");
    private static final int IMAGES = 1000;
    private static final int SETTLED = 100;
    private static final int DIFFERENT = 20;

    /**
     * What the process holds.
     *
     * @param heap MiB of Java's objects that are in use, after a collection
     * @param resident MiB of the whole process, the engine's memory among them
     * @param handles open files, sockets and pipes
     */
    private record Held(long heap, long resident, long threads, long handles) {
        static Held now() throws Exception {
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            long pages = Long.parseLong(Files.readString(STATUS).split(" ")[1]);
            try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"));
                    Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(used >> 20, pages * 4096 >> 20, threads.count(), handles.count());
            }
        }
    }

    private static final class UntilAttacked implements AttackSession.Listener {
        private final CountDownLatch attacked = new CountDownLatch(1);
        private volatile Exception failure;

        @Override
        public void clean(String id, Segmentation segmentation) {
            // the attacked image is what is waited for
        }

        @Override
        public void advanced(String id, int sharedSteps) {
            // as above
        }

        @Override
        public void example(String id, AdversarialExample example) {
            if (example.epsilon() > 0) {
                attacked.countDown();
            }
        }

        @Override
        public void failed(String id, Exception cause) {
            failure = cause;
            attacked.countDown();
        }

        @Override
        public void idle() {
            // as above
        }
    }

    @Test
    void aThousandImagesTakeNoMoreThanAHundred(TestReporter reporter) throws Exception {
        assumeTrue(Files.exists(STATUS), "this system does not tell a process's size that way");
        ModelCatalog catalog = ModelCatalog.load(Path.of("models"));
        Held settled = null;
        try (ComputeLane lane = new ComputeLane();
                Segmenter network = catalog.openUntrained("nwcn-lung")) {
            for (int n = 0; n < IMAGES; n++) {
                openAndAttack(lane, network, 1 + n % DIFFERENT);
                if ((n + 1) % SETTLED == 0) {
                    Held held = Held.now();
                    reporter.publishEntry("after " + (n + 1) + " images", held.toString());
                    settled = settled == null ? held : settled;
                }
            }
            Held last = Held.now();

            // a picture of 256x256 kept from each image would be 225 MB
            assertThat(last.resident() - settled.resident()).isLessThan(150);
            assertThat(last.heap() - settled.heap()).isLessThan(50);
            assertThat(last.threads() - settled.threads()).isLessThan(10);
            assertThat(last.handles() - settled.handles()).isLessThan(10);
        }
    }

    private static void openAndAttack(ComputeLane lane, Segmenter network, long seed) throws Exception {
        Phantom phantom = ChestPhantom.of(seed);
        MipPyramid.of(phantom.image());
        NetworkInput input = NetworkInputs.of(phantom.image(), false);
        UntilAttacked listener = new UntilAttacked();
        AttackSession.Column column = new AttackSession.Column("nwcn-lung", () -> network);
        try (AttackSession session =
                new AttackSession(lane, input, Optional.empty(), AttackPlan.PAPER, List.of(column), listener)) {
            session.epsilon(1);
            assertThat(listener.attacked.await(1, TimeUnit.HOURS)).isTrue();
        }
        if (listener.failure != null) {
            throw listener.failure;
        }
    }
}
