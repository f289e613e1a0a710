package dev.ganglion.experiments.cli;

import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Watches a controller for some episodes and says what it earns.",
        description = {
            "",
            "Either a trained one, by its run directory, or an untrained one, by environment and controller."
                    + " '--controller random' acts uniformly at random.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion evaluate runs/seven --episodes 100",
            "  ganglion evaluate runs/five                     # the runs of several seeds",
            "  ganglion evaluate --env swimmer/swim:joints=7 --controller ncap",
            "  ganglion evaluate --controller ncap --set prop=2 --set contra=0 --noise 0.1",
            "  ganglion evaluate runs/maze --sample",
            "  ganglion evaluate --controller mlp --seeds 10",
            "  ganglion evaluate --controller random --json"
        })
final class EvaluateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Option(names = "--episodes", paramLabel = "N", description = "Episodes to watch (default 10).")
    private String episodes = "10";

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N[,N…]",
            description = "Decides resets, noise and the untrained controller's parameters (default 1).")
    private @Nullable String seed;

    @Option(names = "--seeds", paramLabel = "N", description = "Watch with each of the seeds 1 to N.")
    private @Nullable String seeds;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            description = "Standard deviation of Gaussian noise added to the action (default 0).")
    private String noise = "0";

    @Option(
            names = "--sample",
            description = "Draw actions from the policy, as in training, instead of taking its likeliest.")
    private boolean sampled;

    @Mixin
    private final Overrides overrides = new Overrides();

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "Threads; the result does not depend on it (default: the processors).")
    private @Nullable String workers;

    @Option(names = "--json", description = "Print one JSON object; of several seeds, an array of them.")
    private boolean json;

    EvaluateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Long> given = SeedArguments.of(seed, seeds);
        List<Long> chosen = given.isEmpty() ? List.of(Run.EVALUATION_SEED) : given;
        if (chosen.size() > 1 && subject.resolveAll(terminal, chosen.get(0)).size() > 1) {
            throw new InvalidInputException("Of several runs, give one seed for the episodes of all of them");
        }
        List<EvaluationReport> reports =
                chosen.stream().flatMap(number -> evaluate(number).stream()).toList();
        if (reports.size() == 1) {
            EvaluationReport report = reports.get(0);
            terminal.out().print(json ? Json.write(report.json()) + "\n" : report.text());
            return 0;
        }
        SeededEvaluations all = new SeededEvaluations(reports, chosen.size() == 1);
        terminal.out().print(json ? Json.write(all.json()) + "\n" : all.text());
        return 0;
    }

    private List<EvaluationReport> evaluate(long evaluationSeed) {
        EvaluationPlan plan = new EvaluationPlan(
                Limits.episodes(episodes),
                evaluationSeed,
                Limits.noise(noise),
                sampled,
                overrides.values(),
                workers == null ? Runtime.getRuntime().availableProcessors() : Limits.workers(workers));
        return subject.resolveAll(terminal, plan.seed()).stream()
                .map(watched -> new EvaluationReport(
                        watched, plan, Evaluator.evaluate(watched.environment(), watched.behaviour(), plan)))
                .toList();
    }
}
