package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.bench.Benchmark;
import dev.ganglion.experiments.bench.Rate;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Measures how fast an environment, a policy and training are on this machine.",
        description = {
            "",
            "Medians of repeats after a warm-up. Processor time counts all threads, so it says what a step costs even"
                    + " where other programs share the machine.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion bench",
            "  ganglion bench --env swimmer/swim:joints=11 --controller mlp:hidden=64x64 --workers 1",
            "  ganglion bench --json"
        })
final class BenchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final PlanOptions plan = new PlanOptions();

    @Option(names = "--repeats", paramLabel = "N", description = "Repeats of each measurement (default 5).")
    private String repeats = "5";

    @Option(names = "--seconds", paramLabel = "S", description = "Duration of a repeat (default 2).")
    private String seconds = "2";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RunConfig config = plan.resolve();
        Benchmark benchmark = new Benchmark(config, Limits.seconds(seconds), Limits.repeats(repeats));
        terminal.err()
                .printf(
                        Locale.ROOT,
                        "Measuring %s with %s and %s, %d environments, %d workers …%n",
                        config.plan().environment().name(),
                        config.plan().controller().name(),
                        config.plan().learner().name(),
                        config.plan().environments(),
                        config.plan().workers());
        Benchmark.Result result = benchmark.run();
        terminal.out().print(json ? Json.write(object(config, result)) + "\n" : table(config, result));
        return 0;
    }

    private static String table(RunConfig config, Benchmark.Result result) {
        List<List<String>> rows = List.of(
                List.of("", "steps/s", "core-µs per step", ""),
                row("environment alone", result.environment(), "one worker, random actions"),
                row("acting alone", result.acting(), "a batch of 8"),
                row("training", result.training(), config.plan().workers() + " workers, everything included"),
                List.of(
                        "training beyond physics",
                        "",
                        String.format(Locale.ROOT, "%.1f", result.coreMicrosecondsBeyondPhysics()),
                        "training less the environment alone"));
        return TextTable.of(rows, "  ", Integer.MAX_VALUE);
    }

    private static List<String> row(String what, Rate rate, String how) {
        return List.of(
                what,
                String.format(Locale.ROOT, "%,.0f", rate.stepsPerSecond()),
                String.format(Locale.ROOT, "%.1f", rate.coreMicroseconds()),
                how);
    }

    private static Map<String, Object> object(RunConfig config, Benchmark.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("environment", config.plan().environment().name());
        object.put("controller", config.plan().controller().name());
        object.put("learner", config.plan().learner().name());
        object.put("environments", config.plan().environments());
        object.put("workers", config.plan().workers());
        object.put("processors", Runtime.getRuntime().availableProcessors());
        object.put("environment_steps_per_second", result.environment().stepsPerSecond());
        object.put("environment_core_microseconds", result.environment().coreMicroseconds());
        object.put("acting_steps_per_second", result.acting().stepsPerSecond());
        object.put("acting_core_microseconds", result.acting().coreMicroseconds());
        object.put("training_steps_per_second", result.training().stepsPerSecond());
        object.put("training_core_microseconds", result.training().coreMicroseconds());
        object.put("training_core_microseconds_beyond_physics", result.coreMicrosecondsBeyondPhysics());
        return object;
    }
}
