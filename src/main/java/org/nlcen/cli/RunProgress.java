package org.nlcen.cli;

import java.io.PrintWriter;
import java.util.Map;

import org.nlcen.study.StudyRun;

/** A study's progress on the error stream. */
final class RunProgress implements StudyRun.Listener, AutoCloseable {
    private final String work;
    private final PrintWriter err;
    private final Map<String, String> broken;
    private ConsoleProgress bar;

    /**
     * @param work what is done with a network, such as "Measuring"
     * @param broken takes the images that cannot be used, with why
     */
    RunProgress(String work, PrintWriter err, Map<String, String> broken) {
        this.work = work;
        this.err = err;
        this.broken = broken;
    }

    @Override
    public void begin(String model, int imagesLeft) {
        close();
        bar = ConsoleProgress.start(work + " " + model, "images", imagesLeft, err);
    }

    @Override
    public void measured(String model, String image) {
        bar.step();
    }

    @Override
    public void broken(String image, String why) {
        if (broken.put(image, why) == null) {
            err.println("skipped: " + why);
            err.flush();
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
