package dev.ganglion.experiments.cli;

import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Pictures;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.transfer.TransferPlan;
import dev.ganglion.experiments.transfer.TransferResult;
import dev.ganglion.experiments.transfer.TransferStudy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion transfer}. */
@Command(
        name = "transfer",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Moves what a run has learned to another body or task.",
        description = {
            "",
            "Watches the policy there as it is. With --steps it is then trained further, and another is trained from"
                    + " scratch beside it, each in a run directory of its own.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion transfer runs/five --env swimmer/swim:joints=11",
            "  ganglion transfer runs/five --env swimmer/swim:joints=11 --steps 50k --out runs/eleven",
            "  ganglion transfer runs/dense --env swimmer/swim:joints=6 --partial --steps 50k --json"
        })
final class TransferCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "RUN", description = "Directory of a run.")
    private @Nullable Path run;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "DOMAIN/TASK[:key=value,…]",
            description = "Body and task to move to.")
    private @Nullable String environment;

    @Option(
            names = {"-n", "--steps"},
            paramLabel = "N",
            description = "Environment steps of further training, and of training from scratch (default: none).")
    private String steps = "0";

    @Option(
            names = "--partial",
            description = "Bind what fits if not everything does; the rest begins as in an untrained controller.")
    private boolean partial;

    @Option(
            names = "--checkpoint",
            paramLabel = "latest|best",
            description = "Which of the run's checkpoints (default latest).")
    private String checkpoint = "latest";

    @Option(names = "--episodes", paramLabel = "N", description = "Episodes to watch (default 10).")
    private String episodes = "10";

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides the episodes that are watched (default 1); training has the run's seed.")
    private String seed = Long.toString(Run.EVALUATION_SEED);

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "Threads; the result does not depend on it (default: the processors).")
    private @Nullable String workers;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Directory of both trainings, which must be new (default runs/TASK-transfer-TIME).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print one JSON object at the end, and nothing else, on standard output.")
    private boolean json;

    TransferCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TransferPlan plan = plan();
        if (plan.steps() == 0 && out != null) {
            throw new InvalidInputException("--out is for further training; give --steps or leave it out");
        }
        TransferStudy study = TransferStudy.of(plan);
        TransferResult result = study.watch();
        boolean interrupted = false;
        if (plan.steps() > 0) {
            try (Interruption interruption = new Interruption()) {
                result = study.train(
                        result, directory(plan.target()), () -> new SessionDisplay(terminal, json), interruption);
                interrupted = interruption.getAsBoolean();
            }
        }
        TransferReport report = new TransferReport(plan, result);
        terminal.out().print(json ? Json.write(report.json()) + "\n" : report.text(terminal.width()));
        return interrupted ? Interruption.EXIT_CODE : 0;
    }

    private TransferPlan plan() {
        if (environment == null) {
            throw new InvalidInputException("Name the body and task to move to, such as --env swimmer/swim:joints=7");
        }
        EnvironmentChoice target = Environments.parse(environment);
        EvaluationPlan evaluation = new EvaluationPlan(
                Limits.episodes(episodes),
                Limits.seed(seed),
                0,
                Map.of(),
                workers == null ? Runtime.getRuntime().availableProcessors() : Limits.workers(workers));
        long budget = Limits.steps(steps);
        Run source = RunArguments.open(terminal, run, RunArguments.which(checkpoint));
        return new TransferPlan(source, target, partial, evaluation, budget);
    }

    private Path directory(EnvironmentChoice target) {
        return out != null ? out : RunNames.free(Pictures.stem(target) + "-transfer");
    }
}
