package dev.ganglion.experiments.cli;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an environment observes and takes, for people. */
final class SignalsText {
    private SignalsText() {}

    static String of(EnvironmentSpec spec) {
        return String.format(
                        Locale.ROOT,
                        "%n  Version %d; a step lasts %s s; an episode ends after %,d steps at the latest.%n",
                        spec.version(),
                        spec.controlPeriodSeconds(),
                        spec.timeLimitSteps())
                + "\n  Observation: " + spec.observation().size() + " values\n"
                + rows(spec.observation())
                + "\n  Action: " + spec.action().size() + " values\n"
                + rows(spec.action());
    }

    private static String rows(Space space) {
        List<List<String>> rows = new ArrayList<>();
        if (space instanceof Box box) {
            for (Signal signal : box.signals()) {
                rows.add(List.of(
                        signal.name(),
                        Integer.toString(signal.size()),
                        limit(signal.low()) + " to " + limit(signal.high()),
                        signal.unit()));
            }
        } else if (space instanceof Discrete discrete) {
            rows.add(List.of(discrete.name(), "one of " + String.join(", ", discrete.choices())));
        }
        return TextTable.of(rows, "    ", Integer.MAX_VALUE);
    }

    private static String limit(double value) {
        if (Double.isInfinite(value)) {
            return value < 0 ? "-inf" : "inf";
        }
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
