package org.nlcen.cli;

import java.io.PrintWriter;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: {@code nlcen COMMAND …}, one class a command, listed in the annotation.
 *
 * <p>Exit codes: 0 done; 1 failed, with one line on the error stream; 2 not understood, with a hint.
 */
@Command(
        name = "nlcen",
        description = "Shows how segmentation networks hold up when an image is changed to mislead them.",
        synopsisHeading = "Usage: nlcen [FILE...]        opens the window%n       ",
        customSynopsis = "nlcen COMMAND [OPTION...]",
        footer = {"", "nlcen COMMAND --help explains a command.", "Research and teaching only; not a medical device."},
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            ModelsCommand.class,
            SegmentCommand.class,
            AttackCommand.class,
            EvaluateCommand.class,
            BenchmarkCommand.class,
            ReportCommand.class,
            PhantomCommand.class,
            TrainCommand.class,
            InfoCommand.class,
            TagsCommand.class,
            RenderCommand.class,
            DeidentifyCommand.class,
            QueryCommand.class,
            HelpCommand.class
        })
public final class Main {
    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "After an error, also show where in the program it arose.")
    private boolean verbose;

    private Main() {}

    /**
     * Runs one command with the process's own streams.
     *
     * @return the exit code, 0 to 2
     */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** Says on the error stream why nothing is done, and returns the exit code for that. */
    public static int fail(String reason) {
        System.err.println("nlcen: " + reason);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Whether {@code word} is the name of a command. */
    public static boolean isCommand(String word) {
        return commandLine().getSubcommands().containsKey(word);
    }

    static CommandLine commandLine() {
        Main main = new Main();
        return new CommandLine(main)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::notUnderstood)
                .setExecutionExceptionHandler(main::failed);
    }

    private int failed(Exception failure, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        err.println("nlcen " + command.getCommandName() + ": " + FailureText.of(failure));
        if (verbose) {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static int notUnderstood(ParameterException mistake, String... arguments) {
        CommandLine command = mistake.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + mistake.getMessage());
        UnmatchedArgumentException.printSuggestions(mistake, err);
        err.println("Try: " + name + " --help");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }
}
