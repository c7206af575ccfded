package org.nlcen.dicom;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;

import com.sun.management.OperatingSystemMXBean;
import org.nlcen.image.ImageReadException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Opens a file as the program would and takes the time; anything but an image or an {@link ImageReadException} with a
 * sentence fails the test.
 *
 * @param seconds of computing by the whole process, since the clock also counts what else the computer does
 */
record Ordeal(Outcome outcome, double seconds, String message) {

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    enum Outcome {
        IMAGE,
        BROKEN,
        NOT_AN_IMAGE,
        UNSUPPORTED
    }

    static Ordeal of(Path file) {
        long start = SYSTEM.getProcessCpuTime();
        try {
            DicomImage image = DicomFiles.open(file);
            image.header().displayText();
            image.frame(0);
            return new Ordeal(Outcome.IMAGE, since(start), "");
        } catch (ImageReadException e) {
            assertThat(e.getMessage()).startsWith(file.getFileName() + ": ").endsWith(".");
            return new Ordeal(Outcome.valueOf(e.reason().name()), since(start), e.getMessage());
        }
    }

    private static double since(long start) {
        return (SYSTEM.getProcessCpuTime() - start) / 1e9;
    }

    /** Reader threads still alive after a moment. */
    static long readersLeftBehind() throws InterruptedException {
        long alive = 1;
        for (int i = 0; i < 50 && alive > 0; i++) {
            Thread.sleep(20);
            alive = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("dicom-reader"))
                    .count();
        }
        return alive;
    }
}
