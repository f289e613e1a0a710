package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.bench.Soak;
import dev.ganglion.experiments.config.RunConfig;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a soak has shown. */
final class SoakText {
    private static final double MEGA = 1e6;

    private SoakText() {}

    /** For people. */
    static String of(Soak.Result result) {
        return String.format(
                Locale.ROOT,
                "%s: %.0f MB ± %.1f %% (medians of tenths of %d samples; single ones ± %.1f %%), peak %.0f MB, %,d steps in %s%n",
                result.isConstant() ? "constant" : "not constant",
                result.median() / MEGA,
                100 * result.drift(),
                result.samples().size(),
                100 * result.spread(),
                result.peak() / MEGA,
                result.steps(),
                Texts.duration(result.seconds()));
    }

    /** For programs. */
    static Map<String, Object> json(RunConfig config, Soak.Result result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("environment", config.plan().environment().name());
        object.put("controller", config.plan().controller().name());
        object.put("learner", config.plan().learner().name());
        object.put("steps", result.steps());
        object.put("seconds", result.seconds());
        object.put("constant", result.isConstant());
        object.put("resident_bytes_median", result.median());
        object.put("resident_drift", result.drift());
        object.put("resident_spread", result.spread());
        object.put("resident_bytes_peak", result.peak());
        object.put(
                "samples",
                result.samples().stream()
                        .map(sample -> Map.of("seconds", sample.seconds(), "resident_bytes", sample.bytes()))
                        .toList());
        return object;
    }
}
