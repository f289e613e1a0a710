package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.cli.connectome.ConnectomeCommand;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
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
        StandardOutput results = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        Terminal terminal = Terminal.ofProcess(results);
        System.setErr(terminal.err());
        UndeliveredErrors undelivered = new UndeliveredErrors(terminal);
        RxJavaPlugins.setErrorHandler(undelivered);
        SecondSignal.endsAtOnce();
        int exitCode = undelivered.exitCode(run(terminal, arguments));
        terminal.out().flush();
        results.complaint().ifPresent(terminal.err()::println);
        System.exit(results.complaint().isPresent() ? CommandLine.ExitCode.USAGE : exitCode);
    }

    /**
     * Runs a command.
     *
     * @return 0 for success, 1 for a failure of ours, 2 for input that the user can put right, 130 if interrupted
     */
    public static int run(Terminal terminal, String... arguments) {
        return commandLine(terminal).execute(arguments);
    }

    /** Every command with its options. */
    static CommandLine commandLine(Terminal terminal) {
        CommandLine commandLine = new CommandLine(new GanglionCommand());
        List<Object> commands = List.of(
                new TrainCommand(terminal),
                new EvaluateCommand(terminal),
                new LifetimeCommand(terminal),
                new ResumeCommand(terminal),
                new ReplayCommand(terminal),
                new RenderCommand(terminal),
                new SuperviseCommand(terminal),
                new AblateCommand(terminal),
                new TransferCommand(terminal),
                new StudyCommand(terminal),
                new CellCommand(terminal),
                new QueryCommand(terminal),
                new ReportCommand(terminal),
                new InspectCommand(terminal),
                new BenchCommand(terminal),
                ConnectomeCommand.commandLine(terminal.out(), terminal.err()),
                new ListCommand(terminal));
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
                .setUsageHelpAutoWidth(false);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
