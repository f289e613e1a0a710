package dev.ganglion.experiments.run;

import dev.ganglion.environments.render.Traces;
import java.util.Locale;

/**
 * What neurons did in an episode, as a table in CSV: a row for each step, the time at its end in seconds, then a column
 * for each neuron, from head to tail.
 */
public final class ActivityTable {
    private ActivityTable() {}

    /** The text of the table. */
    public static String of(Traces activity) {
        StringBuilder table = new StringBuilder("seconds");
        activity.names().forEach(name -> table.append(',').append(name));
        table.append('\n');
        for (int step = 0; step < activity.steps().size(); step++) {
            table.append(String.format(Locale.ROOT, "%.6f", (step + 1) * activity.stepSeconds()));
            for (float value : activity.steps().get(step)) {
                table.append(',').append(value);
            }
            table.append('\n');
        }
        return table.toString();
    }
}
