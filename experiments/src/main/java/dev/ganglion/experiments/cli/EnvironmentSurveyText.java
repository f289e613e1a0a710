package dev.ganglion.experiments.cli;

import dev.ganglion.experiments.bench.EnvironmentSurvey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code ganglion bench --every-environment} says. */
final class EnvironmentSurveyText {
    private EnvironmentSurveyText() {}

    /** For people. */
    static String of(List<EnvironmentSurvey.Entry> entries) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("one worker, random actions", "steps/s", "core-µs per step", "inside JBox2D"));
        for (EnvironmentSurvey.Entry entry : entries) {
            rows.add(List.of(
                    entry.name(),
                    String.format(Locale.ROOT, "%,.0f", entry.rate().stepsPerSecond()),
                    String.format(Locale.ROOT, "%.1f", entry.rate().coreMicroseconds()),
                    Double.isNaN(entry.engineShare())
                            ? "not seen"
                            : String.format(Locale.ROOT, "%.0f %%", 100 * entry.engineShare())));
        }
        return TextTable.of(rows, "  ", Integer.MAX_VALUE);
    }

    /** For programs; a share that was not seen is left out. */
    static Map<String, Object> json(List<EnvironmentSurvey.Entry> entries) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (EnvironmentSurvey.Entry entry : entries) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("steps_per_second", entry.rate().stepsPerSecond());
            one.put("core_microseconds", entry.rate().coreMicroseconds());
            if (!Double.isNaN(entry.engineShare())) {
                one.put("jbox2d_share", entry.engineShare());
            }
            all.put(entry.name(), one);
        }
        return Map.of("environments", all);
    }
}
