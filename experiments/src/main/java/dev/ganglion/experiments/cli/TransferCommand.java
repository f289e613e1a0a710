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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
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
                    + " scratch beside it, each in a run directory of its own. The runs of several seeds, as 'train --seeds'"
                    + " leaves them, are moved one after the other.",
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

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "Directory of a run, or of the runs of several seeds.")
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
        List<TransferPlan> plans = plans();
        if (plans.get(0).steps() == 0 && out != null) {
            throw new InvalidInputException("--out is for further training; give --steps or leave it out");
        }
        Path folder = directory(plans.get(0).target());
        List<TransferReport> reports = new ArrayList<>();
        try (Interruption interruption = new Interruption(terminal)) {
            for (TransferPlan plan : plans) {
                if (!interruption.getAsBoolean()) {
                    Path path = plans.size() == 1
                            ? folder
                            : folder.resolve(String.valueOf(
                                    plan.source().directory().path().getFileName()));
                    reports.add(new TransferReport(plan, moved(plan, path, interruption)));
                }
            }
            print(plans.size() > 1, reports);
            return interruption.getAsBoolean() ? Interruption.EXIT_CODE : 0;
        }
    }

    private TransferResult moved(TransferPlan plan, Path path, BooleanSupplier stop) {
        TransferStudy study = TransferStudy.of(plan);
        TransferResult watched = study.watch();
        return plan.steps() == 0 ? watched : study.train(watched, path, () -> new SessionDisplay(terminal, json), stop);
    }

    private void print(boolean areSeveral, List<TransferReport> reports) {
        if (areSeveral) {
            SeededTransfers transfers = new SeededTransfers(reports);
            terminal.out().print(json ? Json.write(transfers.json()) + "\n" : transfers.text());
        } else {
            TransferReport report = reports.get(0);
            terminal.out().print(json ? Json.write(report.json()) + "\n" : report.text(terminal.width()));
        }
    }

    private List<TransferPlan> plans() {
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
        RunArguments.Which which = RunArguments.which(checkpoint);
        return RunArguments.runs(run).stream()
                .map(path ->
                        new TransferPlan(RunArguments.open(terminal, path, which), target, partial, evaluation, budget))
                .toList();
    }

    private Path directory(EnvironmentChoice target) {
        return out != null ? out : RunNames.free(Pictures.stem(target) + "-transfer");
    }
}
