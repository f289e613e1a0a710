package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.Pictures;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.TrainingSession;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.run.Summary;
import java.nio.file.Path;
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
        Run run = RunArguments.open(terminal, path, RunArguments.Which.LATEST);
        if (workers != null) {
            run = run.withWorkers(Limits.workers(workers));
        }
        long target = steps == null ? run.config().plan().steps() : Limits.steps(steps);
        SessionDisplay display = new SessionDisplay(terminal, json);
        try (Interruption interruption = new Interruption()) {
            Summary summary = TrainingSession.resume(run, target, Watching.STANDARD, display, interruption);
            display.concludes(summary, Pictures.stem(run.config().plan().environment()) + ".gif");
            return summary.status() == Summary.Status.INTERRUPTED ? Interruption.EXIT_CODE : 0;
        }
    }
}
