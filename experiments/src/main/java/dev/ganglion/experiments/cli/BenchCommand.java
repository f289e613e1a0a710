package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.bench.Benchmark;
import dev.ganglion.experiments.bench.EnvironmentSurvey;
import dev.ganglion.experiments.bench.Growth;
import dev.ganglion.experiments.bench.Rate;
import dev.ganglion.experiments.bench.RecurrentBenchmark;
import dev.ganglion.experiments.bench.Soak;
import dev.ganglion.experiments.bench.TimeToGoal;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.WholeFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  ganglion bench --recurrent --controller stpn --learner ppo:epochs=4",
            "  ganglion bench --every-environment --seconds 1",
            "  ganglion bench --soak 10m",
            "  ganglion bench --env cartpole/balance --controller mlp --goal 475",
            "  ganglion bench --vary envs=1,4,16,64 --figure environments.svg",
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

    @Option(
            names = "--recurrent",
            description =
                    "Measure learning through time instead: updates a second by length of chunks and number of units.")
    private boolean recurrent;

    @Option(
            names = "--every-environment",
            description = "Measure every environment alone on one worker, and the share of it inside JBox2D.")
    private boolean everyEnvironment;

    @Option(
            names = "--soak",
            paramLabel = "DURATION",
            description =
                    "Train for so long, such as 90s, 10m or 2h, and watch the process's resident size instead:"
                            + " after the first minute the medians of its tenths have to lie within 2 %% of its median (exit code 1 if not).")
    private @Nullable String soak;

    @Option(
            names = "--goal",
            paramLabel = "RETURN",
            description =
                    "Train until this return is reached instead, from as many seeds as there are repeats, and take"
                            + " the time: in evaluations of ten episodes, and over the last hundred episodes of training.")
    private @Nullable String goal;

    @Option(
            names = "--vary",
            paramLabel = "KEY=VALUE,…",
            description = "Measure once for each value of env, controller, learner, envs, workers or an option such as"
                    + " env.joints or controller.hidden; values with commas in them are separated by blanks, and a value"
                    + " may have the size that it stands for in front (302=connectome).")
    private @Nullable String vary;

    @Option(names = "--figure", paramLabel = "FILE.svg", description = "With --vary: draw how the rates grow.")
    private @Nullable Path figure;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (vary != null) {
            measure(Growth.parse(vary));
            return 0;
        }
        if (figure != null) {
            throw new InvalidInputException("--figure draws how cost grows with a setting; say which with --vary");
        }
        RunConfig config = plan.resolve();
        if (recurrent) {
            measureRecurrent(config);
            return 0;
        }
        if (soak != null) {
            return soak(new Soak(config, Limits.duration(soak)));
        }
        if (goal != null) {
            timeToGoal(new TimeToGoal(config, Limits.goal(goal)));
            return 0;
        }
        if (everyEnvironment) {
            survey(config);
            return 0;
        }
        Benchmark.Result result = measure(config);
        terminal.out().print(json ? Json.write(object(config, result)) + "\n" : table(config, result));
        return 0;
    }

    private Benchmark.Result measure(RunConfig config) {
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
        return benchmark.run();
    }

    private void measure(Growth growth) {
        Map<String, RunConfig> configurations = growth.over(plan.settings());
        Map<String, Benchmark.Result> results = new LinkedHashMap<>();
        configurations.forEach((value, config) -> results.put(value, measure(config)));
        if (figure != null) {
            WholeFile.write(
                    figure, GrowthText.figure(figure, growth.key(), results).file());
        }
        terminal.out()
                .print(
                        json
                                ? Json.write(objects(growth, configurations, results)) + "\n"
                                : GrowthText.of(growth.key(), results));
    }

    private static Map<String, Object> objects(
            Growth growth, Map<String, RunConfig> configurations, Map<String, Benchmark.Result> results) {
        List<Map<String, Object>> points = new ArrayList<>();
        configurations.forEach((value, config) -> {
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("value", value);
            point.putAll(object(config, Objects.requireNonNull(results.get(value))));
            points.add(point);
        });
        return Map.of("vary", growth.key(), "points", points);
    }

    private int soak(Soak soak) {
        terminal.err()
                .printf(
                        Locale.ROOT,
                        "Training %s on %s for %s …%n",
                        soak.config().plan().controller().name(),
                        soak.config().plan().environment().name(),
                        Texts.duration(soak.seconds()));
        Soak.Result result = soak.run();
        terminal.out().print(json ? Json.write(SoakText.json(soak.config(), result)) + "\n" : SoakText.of(result));
        return result.isConstant() ? 0 : 1;
    }

    private void timeToGoal(TimeToGoal benchmark) {
        Map<Long, TimeToGoal.Result> results = new LinkedHashMap<>();
        long first = benchmark.config().plan().seed();
        for (long seed = first; seed < first + Limits.repeats(repeats); seed++) {
            terminal.err().printf(Locale.ROOT, "Training from seed %d …%n", seed);
            results.put(seed, benchmark.run(seed));
        }
        terminal.out()
                .print(
                        json
                                ? Json.write(GoalText.json(benchmark.config(), benchmark.goal(), results)) + "\n"
                                : GoalText.of(benchmark.goal(), results));
    }

    private void measureRecurrent(RunConfig config) {
        RecurrentBenchmark benchmark = new RecurrentBenchmark(config.plan(), Limits.repeats(repeats));
        List<RecurrentBenchmark.Cost> costs = new ArrayList<>();
        for (int chunk : RecurrentBenchmark.CHUNKS) {
            for (int hidden : RecurrentBenchmark.WIDTHS) {
                terminal.err().printf(Locale.ROOT, "Measuring chunks of %d steps, %d units …%n", chunk, hidden);
                costs.add(benchmark.measure(chunk, hidden));
            }
        }
        terminal.out()
                .print(json ? Json.write(RecurrentText.json(config, costs)) + "\n" : RecurrentText.of(config, costs));
    }

    private void survey(RunConfig config) {
        EnvironmentSurvey survey = new EnvironmentSurvey(
                Limits.seconds(seconds), Limits.repeats(repeats), config.plan().seed());
        terminal.err().println("Measuring every environment alone …");
        List<EnvironmentSurvey.Entry> entries = survey.run();
        terminal.out()
                .print(
                        json
                                ? Json.write(EnvironmentSurveyText.json(entries)) + "\n"
                                : EnvironmentSurveyText.of(entries));
    }

    private static String table(RunConfig config, Benchmark.Result result) {
        List<List<String>> rows = List.of(
                List.of("", "steps/s", "core-µs per step", ""),
                row("environment alone", result.environment(), "one worker, random actions"),
                row("environment alone", result.driven(), "one worker, the controller's actions"),
                row("acting alone", result.acting(), "a batch of 8"),
                row("acting alone", result.wideActing(), "a batch of 64"),
                row("training", result.training(), config.plan().workers() + " workers, everything included"),
                List.of(
                        "training beyond physics",
                        "",
                        String.format(Locale.ROOT, "%.1f", result.coreMicrosecondsBeyondPhysics()),
                        "training less the environment alone"));
        return TextTable.of(rows, "  ", Integer.MAX_VALUE) + "\n" + BenchText.limits(result);
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
        object.put("driven_environment_steps_per_second", result.driven().stepsPerSecond());
        object.put("driven_environment_core_microseconds", result.driven().coreMicroseconds());
        object.put("acting_steps_per_second", result.acting().stepsPerSecond());
        object.put("acting_core_microseconds", result.acting().coreMicroseconds());
        object.put("wide_acting_steps_per_second", result.wideActing().stepsPerSecond());
        object.put("wide_acting_core_microseconds", result.wideActing().coreMicroseconds());
        object.put("training_steps_per_second", result.training().stepsPerSecond());
        object.put("training_core_microseconds", result.training().coreMicroseconds());
        object.put("training_core_microseconds_beyond_physics", result.coreMicrosecondsBeyondPhysics());
        object.putAll(BenchText.limitsJson(result));
        return object;
    }
}
