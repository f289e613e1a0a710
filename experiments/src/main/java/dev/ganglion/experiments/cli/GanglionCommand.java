package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.config.Version;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command above all commands; alone it prints the help. */
@Command(
        name = "ganglion",
        mixinStandardHelpOptions = true,
        versionProvider = GanglionCommand.Versions.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Any circuit, any body: trains controllers made of nervous systems.",
        footer = {
            "",
            "Names on the command line:",
            "  environment   DOMAIN/TASK[:key=value,…]   swimmer/swim:joints=7",
            "  controller    NAME[:key=value,…]          mlp:hidden=64x64",
            "  learner       NAME[:key=value,…]          ppo:epochs=5",
            "'ganglion list' shows them all with their options.",
            "",
            "Examples:",
            "  ganglion train",
            "  ganglion train --controller mlp:hidden=64x64 --steps 300k",
            "  ganglion evaluate --env swimmer/swim:joints=7 --controller ncap",
            "",
            "Exit codes: 0 done, 1 Ganglion failed, 2 the input needs correcting, 130 interrupted."
        })
final class GanglionCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    /** Says which version runs. */
    static final class Versions implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"ganglion " + Version.current()};
        }
    }
}
