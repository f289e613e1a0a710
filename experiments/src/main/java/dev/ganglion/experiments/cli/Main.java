package dev.ganglion.experiments.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** The program {@code ganglion}. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(Terminal.ofProcess(), arguments));
    }

    /**
     * Runs a command.
     *
     * @return 0 for success, 1 for a failure of ours, 2 for input that the user can put right, 130 if interrupted
     */
    public static int run(Terminal terminal, String... arguments) {
        CommandLine commandLine = new CommandLine(new GanglionCommand());
        List<Object> commands = List.of(new ListCommand(terminal));
        for (Object command : commands) {
            commandLine.addSubcommand(command);
        }
        Complaints complaints = new Complaints(terminal);
        return commandLine
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setParameterExceptionHandler(complaints)
                .setExecutionExceptionHandler(complaints)
                .setUsageHelpWidth(Math.min(terminal.width(), 120))
                .setUsageHelpAutoWidth(false)
                .execute(arguments);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
