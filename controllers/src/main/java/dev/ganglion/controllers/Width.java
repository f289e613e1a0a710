package dev.ganglion.controllers;

import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import java.util.function.IntFunction;

/** The options by which a controller's width is given: as a number of units, or by a number of parameters to match. */
public final class Width {
    /** The widest controller that is tried. */
    public static final int WIDEST = 4096;

    private static final int MOST_PARAMETERS = 100_000_000;

    /** Number of units. */
    public static final Option HIDDEN = new Option.Whole("hidden", 64, 1, WIDEST, "", "Number of units.");

    /** Number of parameters to match, in place of a number of units. */
    public static final Option MATCH = match("hidden");

    private Width() {}

    /**
     * An option by which the number of parameters to match is given.
     *
     * @param width key of the option that it takes the place of
     */
    public static Option match(String width) {
        return new Option.Whole(
                "match",
                0,
                0,
                MOST_PARAMETERS,
                "",
                "Number of parameters to come nearest to by choice of " + width + "; 0 to take " + width
                        + " as given.");
    }

    /** The controller of the width that the options ask for. */
    public static Controller choose(Options options, IntFunction<? extends Controller> family) {
        int target = options.whole("match");
        return target == 0 ? family.apply(options.whole("hidden")) : ParameterCount.nearest(target, WIDEST, family);
    }
}
