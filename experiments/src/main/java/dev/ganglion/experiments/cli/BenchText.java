package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.bench.Benchmark;
import dev.ganglion.experiments.bench.Memory;
import dev.ganglion.experiments.bench.TimeShares;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** What limits training, as {@code ganglion bench} says it. */
final class BenchText {
    private static final double MEGABYTE = 1e6;

    private BenchText() {}

    /** For people. */
    static String limits(Benchmark.Result result) {
        TimeShares shares = result.shares();
        Memory memory = result.memory();
        return TextTable.of(
                        List.of(
                                List.of("training is busy with", "share"),
                                share("JBox2D", shares.shares().getOrDefault(TimeShares.Work.ENGINE, 0.0)),
                                share(
                                        "the environment beside it",
                                        shares.shares().getOrDefault(TimeShares.Work.ENVIRONMENT, 0.0)),
                                share("TensorFlow", shares.shares().getOrDefault(TimeShares.Work.TENSORFLOW, 0.0)),
                                share("copying and the rest", shares.shares().getOrDefault(TimeShares.Work.REST, 0.0)),
                                share("workers wait", shares.waiting())),
                        "  ",
                        Integer.MAX_VALUE)
                + "\n"
                + TextTable.of(
                        List.of(
                                List.of("memory", "MB"),
                                List.of("heap", megabytes(OptionalLong.of(memory.heap()))),
                                List.of("outside the heap", megabytes(memory.outside())),
                                List.of("resident", megabytes(memory.resident())),
                                List.of("resident at most", megabytes(memory.peak()))),
                        "  ",
                        Integer.MAX_VALUE);
    }

    private static List<String> share(String what, double share) {
        return List.of(what, String.format(Locale.ROOT, "%.0f %%", 100 * share));
    }

    private static String megabytes(OptionalLong bytes) {
        return bytes.isPresent() ? String.format(Locale.ROOT, "%,.0f", bytes.getAsLong() / MEGABYTE) : "unknown";
    }

    /** For programs; what the system does not tell is left out. */
    static Map<String, Object> limitsJson(Benchmark.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        result.shares()
                .shares()
                .forEach((work, share) ->
                        object.put("training_share_" + work.name().toLowerCase(Locale.ROOT), share));
        object.put("training_share_waiting", result.shares().waiting());
        object.put("heap_bytes", result.memory().heap());
        result.memory().outside().ifPresent(bytes -> object.put("outside_heap_bytes", bytes));
        result.memory().resident().ifPresent(bytes -> object.put("resident_bytes", bytes));
        result.memory().peak().ifPresent(bytes -> object.put("peak_resident_bytes", bytes));
        return object;
    }
}
