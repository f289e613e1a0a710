package dev.ganglion.agents.evolution;

import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Option.Choice;
import dev.ganglion.environments.options.Option.Real;
import dev.ganglion.environments.options.Option.Whole;
import dev.ganglion.environments.options.Options;
import java.util.List;

/**
 * How candidates are tried, the same for all searches.
 *
 * @param episodes episodes of each candidate in a generation; their mean return is its fitness
 * @param commonSeeds whether all candidates of a generation meet the same episodes
 * @param normalises whether the controller sees each signal with mean 0 and deviation 1
 * @param clip bound on a normalised signal, in deviations
 * @param sharedSteps environment steps during which like values move together
 */
record TrialSettings(int episodes, boolean commonSeeds, boolean normalises, double clip, long sharedSteps) {
    /** The options, in the order in which they are shown. */
    static List<Option> options() {
        return List.of(
                new Whole(
                        "episodes",
                        1,
                        1,
                        10_000,
                        "episodes",
                        "Episodes of each candidate in a generation; their mean return is its fitness."),
                Choice.onOff(
                        "common-seeds",
                        true,
                        "Whether all candidates of a generation meet the same episodes, so that chance favours none."),
                Choice.onOff(
                        "normalise-observations",
                        false,
                        "Whether the controller sees each signal with mean 0 and deviation 1; circuits with physical"
                                + " ports always see raw signals."),
                new Real("observation-clip", 10, 0.1, 1e9, "deviations", "Bound on a normalised signal."),
                new Whole(
                        "shared-steps",
                        0,
                        0,
                        Long.MAX_VALUE,
                        "steps",
                        "Environment steps at first during which weights of one kind and sign move together; each goes"
                                + " its own way after that."));
    }

    /** What checked options say. */
    static TrialSettings of(Options options) {
        return new TrialSettings(
                options.whole("episodes"),
                options.isOn("common-seeds"),
                options.isOn("normalise-observations"),
                options.real("observation-clip"),
                Long.parseLong(options.text("shared-steps")));
    }
}
