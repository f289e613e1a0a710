package dev.ganglion.experiments.cli;

import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import dev.ganglion.experiments.lifetime.RunLives;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion lifetime}. */
@Command(
        name = "lifetime",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Watches a controller for lives longer than those that it was trained for.",
        description = {
            "",
            "A run that was trained in episodes of T steps lives on beyond T, without a reset of body or controller."
                    + " Shown are what it earns in each window of T steps, how long it lives, and how large its plastic"
                    + " weights grow. A life ends with its first failure, such as a fall, and earns nothing after that.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion lifetime runs/plastic",
            "  ganglion lifetime runs/five --multiples 1,4,16 --lives 50   # the runs of several seeds",
            "  ganglion lifetime --env cartpole/balance:time-limit=100 --controller mlp --json"
        })
final class LifetimeCommand implements Callable<Integer> {
    private static final String MULTIPLES =
            LifetimeProtocol.MULTIPLES.stream().map(String::valueOf).collect(Collectors.joining(","));

    private static final String LIVES = "20";

    private final Terminal terminal;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Option(
            names = {"-m", "--multiples"},
            paramLabel = "K[,K…]",
            description = "Lengths of lives, in time limits of the environment, rising (default 1,2,4,8,16).")
    private String multiples = MULTIPLES;

    @Option(names = "--lives", paramLabel = "N", description = "Lives of each run (default " + LIVES + ").")
    private String lives = LIVES;

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides how lives begin: as the episodes of an evaluation with this seed (default 1).")
    private String seed = Long.toString(Run.EVALUATION_SEED);

    @Mixin
    private final Overrides overrides = new Overrides();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            description = "Where to put figures and tables (default RUN/lifetime, which they are written over in; none"
                    + " without a run).")
    private @Nullable Path out;

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "Threads; the result does not depend on it (default: the processors).")
    private @Nullable String workers;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    LifetimeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        LifetimeProtocol protocol =
                new LifetimeProtocol(Limits.multiples(multiples), Limits.episodes(lives), Limits.seed(seed));
        List<Subject> subjects = subject.resolveAll(terminal, protocol.seed());
        Map<String, Double> values = overrides.values();
        LifetimeReport report = new LifetimeReport(
                protocol,
                values,
                subjects,
                subjects.stream().map(one -> watch(one, protocol, values)).toList());
        Path folder = out != null
                ? out
                : subject.run().map(run -> run.resolve("lifetime")).orElse(null);
        if (folder != null) {
            report.write(folder);
        }
        terminal.out().print(json ? Json.write(report.json(folder)) + "\n" : report.text(folder));
        return 0;
    }

    private RunLives watch(Subject watched, LifetimeProtocol protocol, Map<String, Double> values) {
        EvaluationPlan plan = new EvaluationPlan(
                protocol.lives(),
                protocol.seed(),
                0,
                values,
                workers == null ? Runtime.getRuntime().availableProcessors() : Limits.workers(workers));
        return new RunLives(Evaluator.lives(watched.environment(), watched.behaviour(), plan, protocol.windows()));
    }
}
