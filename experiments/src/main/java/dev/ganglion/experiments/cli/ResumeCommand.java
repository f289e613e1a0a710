package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.Pictures;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.TrainingSession;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Goes on training a run from its latest checkpoint.",
        description = {
            "",
            "A run that was stopped, and goes on to the steps it was planned for, ends with the same bits as one that"
                    + " was not stopped.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion resume runs/swim-ncap-20260101-120000",
            "  ganglion resume runs/seven --steps 200k     200,000 steps in all"
        })
final class ResumeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "RUN", description = "Directory of the run.")
    private @Nullable Path path;

    @Option(
            names = {"-n", "--steps"},
            paramLabel = "N",
            description = "Environment steps of the run in all (default: what it was planned for).")
    private @Nullable String steps;

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "Threads that step the environments; the result does not depend on it.")
    private @Nullable String workers;

    @Option(names = "--json", description = "Print one JSON object at the end, and nothing else, on standard output.")
    private boolean json;

    ResumeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SessionDisplay display = new SessionDisplay(terminal, json);
        try (Interruption interruption = new Interruption(terminal)) {
            Optional<RunDirectory> unbegun =
                    Optional.ofNullable(path).map(RunDirectory::new).filter(RunDirectory::isUnbegun);
            return unbegun.isPresent()
                    ? begin(unbegun.get(), display, interruption)
                    : goOn(RunArguments.open(terminal, path, RunArguments.Which.LATEST), display, interruption);
        }
    }

    private int begin(RunDirectory directory, SessionDisplay display, Interruption interruption) {
        RunConfig config = RunConfig.read(directory.config());
        config = workers == null ? config : config.withWorkers(Limits.workers(workers));
        config = config.withSteps(target(config));
        return conclude(
                TrainingSession.begin(config, directory, Watching.STANDARD, display, interruption), config, display);
    }

    private int goOn(Run opened, SessionDisplay display, Interruption interruption) {
        Run run = workers == null ? opened : opened.withWorkers(Limits.workers(workers));
        return conclude(
                TrainingSession.resume(run, target(run.config()), Watching.STANDARD, display, interruption),
                run.config(),
                display);
    }

    private long target(RunConfig config) {
        return steps == null ? config.plan().steps() : Limits.steps(steps);
    }

    private static int conclude(Summary summary, RunConfig config, SessionDisplay display) {
        display.concludes(summary, Pictures.stem(config.plan().environment()) + ".gif");
        return summary.status() == Summary.Status.INTERRUPTED ? Interruption.EXIT_CODE : 0;
    }
}
