package org.nlcen.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.nlcen.training.FolderInUseException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * A file of trainings, one a line: the options of {@code nlcen train}, values with blanks in double quotes; empty lines and
 * lines that begin with # are passed over. What is finished is known by its card, so the queue keeps no state of its own and
 * may be stopped at any moment.
 */
final class TrainQueue {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final int FAILED = 1;

    private final Path file;
    private final TrainingRun run;
    private final PrintWriter err;
    private final BooleanSupplier stop;

    TrainQueue(Path file, TrainingRun run, PrintWriter err, BooleanSupplier stop) {
        this.file = file;
        this.run = run;
        this.err = err;
        this.stop = stop;
    }

    /**
     * Trains line after line; the file is read again after each, so that lines may be added meanwhile. A line that fails is
     * reported, and the others go on.
     *
     * @return the command's exit status: 0 if every line is finished
     * @throws IOException if the file cannot be read
     */
    int run() throws IOException {
        // a mistake in the last line should not wait for the first trainings to be found
        lines().forEach(TrainQueue::options);
        Set<String> tried = new HashSet<>();
        boolean failed = false;
        Optional<String> next = next(tried);
        while (next.isPresent() && !stop.getAsBoolean()) {
            failed |= !train(next.get());
            tried.add(next.get());
            next = next(tried);
        }
        return failed || stop.getAsBoolean() ? FAILED : 0;
    }

    private Optional<String> next(Set<String> tried) throws IOException {
        return lines().stream().filter(line -> !tried.contains(line)).findFirst();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** Whether the line is finished, or left to another program. */
    private boolean train(String line) {
        try {
            TrainOptions options = options(line);
            List<String> all = lines();
            String place =
                    options.model() + ", line " + (all.indexOf(line) + 1) + " of " + all.size() + " in the queue";
            if (options.job().finished(options.command())) {
                say(place + ": finished before");
                return true;
            }
            say(place);
            return run.train(options).isPresent();
        } catch (FolderInUseException e) {
            say("left out: " + e.getMessage());
            return true;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            say("failed: " + line + ": " + e.getMessage());
            return false;
        }
    }

    private void say(String words) {
        err.println(words);
        err.flush();
    }

    /** @throws IllegalArgumentException naming the line and what is wrong with it */
    static TrainOptions options(String line) {
        TrainOptions options = new TrainOptions();
        try {
            new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words(line));
            options.check();
        } catch (ParameterException | IllegalArgumentException e) {
            throw new IllegalArgumentException(line + ": " + e.getMessage(), e);
        }
        return options;
    }

    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return words.toArray(String[]::new);
    }
}
