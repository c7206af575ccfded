package org.nlcen.cli;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * How far a long command is, on the error stream: a bar with the time left at a terminal, elsewhere (a log file, a
 * script) a line every half minute, and nothing for a command that is done before.
 */
final class ConsoleProgress implements AutoCloseable {
    private static final int TERMINAL_MILLIS = 200;
    private static final int LINE_MILLIS = 30_000;
    private static final int LINE_WIDTH = 120;

    private final ProgressBar bar;

    private ConsoleProgress(ProgressBar bar) {
        this.bar = bar;
    }

    /**
     * @param task what is being done, e.g. {@code "Training unet-lung"}
     * @param unit what is counted, e.g. {@code "images"}
     * @param total how many there are
     * @param err where a line goes when there is no terminal
     */
    static ConsoleProgress start(String task, String unit, long total, PrintWriter err) {
        return resume(task, unit, 0, total, 0, err);
    }

    /**
     * As {@link #start} for a task of which {@code done} were done before in {@code seconds}, so that the time left is right.
     */
    static ConsoleProgress resume(String task, String unit, long done, long total, double seconds, PrintWriter err) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .startsFrom(done, Duration.ofMillis((long) (seconds * 1000)))
                .setInitialMax(total)
                .setUnit(" " + unit, 1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed(new DecimalFormat("0.00#", DecimalFormatSymbols.getInstance(Locale.ROOT)));
        if (Boolean.getBoolean("nlcen.terminal")) {
            return new ConsoleProgress(
                    builder.setUpdateIntervalMillis(TERMINAL_MILLIS).build());
        }
        Consumer<String> lines = linesAfter(LINE_MILLIS, System::currentTimeMillis, err);
        return new ConsoleProgress(builder.setUpdateIntervalMillis(LINE_MILLIS)
                .setConsumer(new DelegatingProgressBarConsumer(lines, LINE_WIDTH))
                .build());
    }

    /** Prints nothing in the first {@code quietMillis} milliseconds of {@code clock}. */
    static Consumer<String> linesAfter(long quietMillis, LongSupplier clock, PrintWriter err) {
        long start = clock.getAsLong();
        return line -> {
            if (clock.getAsLong() - start >= quietMillis) {
                err.println(line);
                err.flush();
            }
        };
    }

    /** Corrects how many there are in all. */
    void total(long total) {
        bar.maxHint(total);
    }

    /** Counts one more. */
    void step() {
        bar.step();
    }

    /** Says that {@code done} of the total are done. */
    void stepTo(long done) {
        bar.stepTo(done);
    }

    /** A few words behind the bar, e.g. {@code "loss 0.041"}. */
    void note(String words) {
        bar.setExtraMessage(" " + words);
    }

    @Override
    public void close() {
        bar.close();
    }
}
