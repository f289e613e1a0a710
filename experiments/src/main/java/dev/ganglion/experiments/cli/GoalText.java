package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.bench.TimeToGoal;
import dev.ganglion.experiments.config.RunConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How long it took to reach a return, seed by seed. */
final class GoalText {
    private static final String NEVER = "not reached";

    private GoalText() {}

    /** For people. */
    static String of(double goal, Map<Long, TimeToGoal.Result> results) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("seed", "evaluated, s", "steps", "in training, s", "steps", "run, s", "steps"));
        results.forEach((seed, result) -> rows.add(List.of(
                Long.toString(seed),
                seconds(result.evaluated()),
                steps(result.evaluated()),
                seconds(result.rolling()),
                steps(result.rolling()),
                seconds(Optional.of(result.end())),
                steps(Optional.of(result.end())))));
        rows.add(List.of(
                "median",
                median(results, TimeToGoal.Result::evaluated),
                "",
                median(results, TimeToGoal.Result::rolling),
                "",
                "",
                ""));
        return String.format(Locale.ROOT, "until a return of %s%n", Texts.number(goal))
                + TextTable.of(rows, "  ", Integer.MAX_VALUE);
    }

    private static String seconds(Optional<TimeToGoal.Moment> moment) {
        return moment.map(at -> seconds(at.seconds())).orElse(NEVER);
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }

    private static String steps(Optional<TimeToGoal.Moment> moment) {
        return moment.map(at -> String.format(Locale.ROOT, "%,d", at.steps())).orElse("");
    }

    private static String median(
            Map<Long, TimeToGoal.Result> results, Function<TimeToGoal.Result, Optional<TimeToGoal.Moment>> which) {
        double median = median(results.values().stream()
                .map(which)
                .map(moment -> moment.map(TimeToGoal.Moment::seconds).orElse(Double.POSITIVE_INFINITY))
                .sorted()
                .toList());
        return Double.isFinite(median) ? seconds(median) : NEVER;
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** For programs; what was not reached is left out. */
    static Map<String, Object> json(RunConfig config, double goal, Map<Long, TimeToGoal.Result> results) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("environment", config.plan().environment().name());
        object.put("controller", config.plan().controller().name());
        object.put("learner", config.plan().learner().name());
        object.put("workers", config.plan().workers());
        object.put("goal", goal);
        List<Map<String, Object>> runs = new ArrayList<>();
        results.forEach((seed, result) -> {
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("seed", seed);
            result.evaluated().ifPresent(at -> put(run, "evaluated", at));
            result.rolling().ifPresent(at -> put(run, "training", at));
            put(run, "end", result.end());
            runs.add(run);
        });
        object.put("runs", runs);
        return object;
    }

    private static void put(Map<String, Object> run, String what, TimeToGoal.Moment at) {
        run.put(what + "_seconds", at.seconds());
        run.put(what + "_steps", at.steps());
    }
}
