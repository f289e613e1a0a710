package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.bench.RecurrentBenchmark;
import dev.ganglion.experiments.config.RunConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What learning through time costs, as {@code bench --recurrent} tells it. */
final class RecurrentText {
    private RecurrentText() {}

    /** A table with a row for each length and width. */
    static String of(RunConfig config, List<RecurrentBenchmark.Cost> costs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("chunk", "units", "updates/s", "µs of learning per step", "first update, s"));
        for (RecurrentBenchmark.Cost cost : costs) {
            rows.add(List.of(
                    Integer.toString(cost.chunk()),
                    Integer.toString(cost.hidden()),
                    Texts.number(cost.updatesPerSecond()),
                    Texts.number(cost.microsecondsPerStep()),
                    Texts.number(cost.firstSeconds())));
        }
        return config.plan().controller().name() + " on "
                + config.plan().environment().name() + " with "
                + config.plan().learner().name() + "\n" + TextTable.of(rows, "  ", Integer.MAX_VALUE);
    }

    /** The same for programs. */
    static Map<String, Object> json(RunConfig config, List<RecurrentBenchmark.Cost> costs) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("environment", config.plan().environment().name());
        object.put("controller", config.plan().controller().name());
        object.put("learner", config.plan().learner().name());
        object.put("workers", config.plan().workers());
        object.put(
                "costs",
                costs.stream()
                        .map(cost -> Map.of(
                                "chunk", cost.chunk(),
                                "hidden", cost.hidden(),
                                "updates_per_second", cost.updatesPerSecond(),
                                "learning_microseconds_per_step", cost.microsecondsPerStep(),
                                "first_update_seconds", cost.firstSeconds()))
                        .toList());
        return object;
    }
}
