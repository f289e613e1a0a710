package dev.ganglion.experiments.cli.connectome;

import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ganglion connectome}; alone it prints its help. */
@Command(
        name = "connectome",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Nervous systems as data: reads, counts, randomises and draws them.",
        description = {
            "",
            "Each command takes a file or folder in any known layout. Without one it takes the worm that comes with"
                    + " Ganglion, the C. elegans hermaphrodite.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion connectome summary --circuit locomotion",
            "  ganglion connectome import mine.csv --out mine",
            "  ganglion connectome null-model --model degree-preserving --seed 3 --out rewired",
            "  ganglion connectome draw mine --out mine.svg"
        })
public final class ConnectomeCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    private ConnectomeCommand() {}

    /**
     * The command with those beneath it.
     *
     * @param out results
     * @param err remarks
     */
    public static CommandLine commandLine(PrintStream out, PrintStream err) {
        CommandLine commandLine = new CommandLine(new ConnectomeCommand());
        List<Object> commands = List.of(
                new SummaryCommand(out),
                new ImportCommand(out, err),
                new MotifsCommand(out),
                new NullModelCommand(out),
                new DrawCommand(out));
        commands.forEach(commandLine::addSubcommand);
        return commandLine;
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }
}
