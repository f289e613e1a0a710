package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.Pictures;
import dev.ganglion.experiments.SeededTraining;
import dev.ganglion.experiments.TrainingSession;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Trains a controller, and shows what it has learned.",
        description = {
            "",
            "Watches the untrained controller for ten episodes, trains it, watches it again, and leaves a run"
                    + " directory with the configuration, metrics, checkpoints, a learning curve and a film.",
            "Ctrl-C stops after the update under way; 'ganglion resume' goes on from there.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion train",
            "  ganglion train --controller mlp:hidden=64x64 --steps 300k --seed 2",
            "  ganglion train --seeds 5 --out runs/five",
            "  ganglion train --env swimmer/swim:joints=7 --learner ppo:epochs=5 --out runs/seven",
            "  ganglion train --config runs/seven/config.yaml --seed 3 --json"
        })
final class TrainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Directory of the run, which must be new (default runs/TASK-CONTROLLER-TIME).")
    private @Nullable Path out;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Train from the seeds 1 to N, into DIR/seed-1 to DIR/seed-N.")
    private @Nullable String seeds;

    @Option(
            names = "--json",
            description = "Print one JSON object at the end, and nothing else, on standard output; of several seeds, an"
                    + " array of them.")
    private boolean json;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<RunConfig> configs = plan.resolveEach(seeds);
        return configs.size() == 1 ? one(configs.get(0)) : several(configs);
    }

    private int one(RunConfig config) {
        SessionDisplay display = new SessionDisplay(terminal, json);
        try (Interruption interruption = new Interruption(terminal)) {
            Summary summary =
                    TrainingSession.train(config, directory(config), Watching.STANDARD, display, interruption);
            display.concludes(summary, Pictures.stem(config.plan().environment()) + ".gif");
            return summary.status() == Summary.Status.INTERRUPTED ? Interruption.EXIT_CODE : 0;
        }
    }

    private int several(List<RunConfig> configs) {
        Path path = directory(configs.get(0));
        try (Interruption interruption = new Interruption(terminal)) {
            List<SeededTraining.Trained> runs =
                    SeededTraining.train(configs, path, () -> new SessionDisplay(terminal, json), interruption);
            SeededRunsReport report = new SeededRunsReport(path, runs);
            terminal.out().print(json ? Json.write(report.json()) + "\n" : report.text());
            return interruption.getAsBoolean() ? Interruption.EXIT_CODE : 0;
        }
    }

    private Path directory(RunConfig config) {
        return out != null
                ? out
                : RunNames.free(Pictures.stem(config.plan().environment()) + "-"
                        + config.plan().controller().provider().name());
    }
}
