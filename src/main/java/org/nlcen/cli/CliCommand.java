package org.nlcen.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * What every command shares. A command returns its exit code (0 when done) or throws; {@link Main} turns what it throws
 * into one line and code 1.
 */
@Command(mixinStandardHelpOptions = true, usageHelpAutoWidth = true)
abstract class CliCommand implements Callable<Integer> {
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .serializeNulls()
            .disableHtmlEscaping()
            .create();

    @Spec
    private CommandSpec spec;

    /** The command as the parser sees it, for mistakes in its options. */
    final CommandLine commandLine() {
        return spec.commandLine();
    }

    /** The stream of results, for the next program. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The stream of messages, for the person. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /**
     * Writes {@code value} as JSON to the stream of results.
     *
     * @param value records, maps, lists, numbers and strings
     * @throws IllegalArgumentException for NaN and infinity, which JSON cannot say: leave them out
     */
    final void printJson(Object value) {
        out().println(json(value));
        out().flush();
    }

    /** {@code value} as indented JSON, on the terms of {@link #printJson}. */
    static String json(Object value) {
        return GSON.toJson(value);
    }
}
