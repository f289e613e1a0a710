package dev.ganglion.agents.evolution;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Option.Real;
import dev.ganglion.environments.options.Option.Whole;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.stream.Stream;

/** Registers {@code ars}. */
public final class ArsProvider extends SearchProvider<AugmentedRandomSearch.State> {
    private static final String NAME = "ars";

    /** The options, in the order in which they are shown. */
    public static final OptionSet OPTIONS = new OptionSet(
            NAME,
            Stream.of(
                            List.of(
                                    new Whole(
                                            "directions",
                                            16,
                                            1,
                                            1_000_000,
                                            "",
                                            "Directions in a generation; each is tried forwards and backwards."),
                                    new Whole(
                                            "top",
                                            0,
                                            0,
                                            1_000_000,
                                            "",
                                            "How many of them are followed, those that earned the most; 0 for all.")),
                            Schedule.options(
                                    "sigma", 0.1, 0.001, "of a raw parameter", "Length of a step that is tried."),
                            Schedule.options("step-size", 0.1, 0, "", "Length of the step that is taken."),
                            List.of(
                                    Schedule.kind(),
                                    new Real(
                                            "weight-decay",
                                            0,
                                            0,
                                            1,
                                            "",
                                            "Share of the raw parameters that each generation takes away.")),
                            TrialSettings.options())
                    .<Option>flatMap(List::stream)
                    .toList());

    /** The provider. */
    public ArsProvider() {
        super(
                NAME,
                "Augmented random search: a step along the random directions that earned the most, without gradients.",
                OPTIONS,
                ArsProvider::method);
    }

    /**
     * The search that checked options stand for.
     *
     * @throws InvalidInputException if they do not go together
     */
    static AugmentedRandomSearch method(Options options) {
        int directions = options.whole("directions");
        int top = options.whole("top");
        if (top > directions) {
            throw new InvalidInputException(NAME + ": top=" + top + " is more than there are directions; it takes 1 to "
                    + directions + ", or 0 for all");
        }
        return new AugmentedRandomSearch(
                directions,
                top == 0 ? directions : top,
                Schedule.of(options, NAME, "sigma"),
                Schedule.of(options, NAME, "step-size"),
                options.real("weight-decay"));
    }
}
