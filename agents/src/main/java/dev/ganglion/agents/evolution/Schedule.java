package dev.ganglion.agents.evolution;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import java.util.List;

/**
 * How a setting falls during a run: by a factor in each generation, or in a straight line over the run's steps.
 *
 * @param start value in the first generation
 * @param decay factor from one generation to the next; 1 for none
 * @param floor least value, which the straight line reaches at the run's last step
 * @param linear whether it falls in a straight line; the factor then does not count
 */
public record Schedule(double start, double decay, double floor, boolean linear) {
    /** The value in a generation. */
    public double at(Generation generation) {
        return linear
                ? floor + (start - floor) * generation.remaining()
                : Math.max(floor, start * Math.pow(decay, (double) generation.age()));
    }

    /** The options of one setting: the value, {@code KEY-decay} and {@code KEY-floor}. */
    static List<Option> options(String key, double value, double floor, String unit, String help) {
        return List.of(
                new Option.Real(key, value, 0, 1000, unit, help),
                new Option.Real(
                        key + "-decay",
                        1,
                        0.5,
                        1,
                        "per generation",
                        "Factor on " + key + " from one generation to the next."),
                new Option.Real(key + "-floor", floor, 0, 1000, unit, "Least " + key + "."));
    }

    /** The option that says how all of them fall. */
    static Option kind() {
        return new Option.Choice(
                "schedule",
                "decay",
                List.of("decay", "linear"),
                "How these fall: by their factors, or in a straight line to their floors at the run's last step.");
    }

    /**
     * What the options of a setting say.
     *
     * @throws InvalidInputException if the floor lies above the value
     */
    static Schedule of(Options options, String owner, String key) {
        double start = options.real(key);
        double floor = options.real(key + "-floor");
        if (floor > start) {
            throw new InvalidInputException(owner + ": " + key + "=" + options.text(key) + " lies below its floor; set "
                    + key + "-floor to " + options.text(key) + " or less, not " + options.text(key + "-floor"));
        }
        boolean linear = options.text("schedule").equals("linear");
        return new Schedule(start, options.real(key + "-decay"), floor, linear);
    }
}
