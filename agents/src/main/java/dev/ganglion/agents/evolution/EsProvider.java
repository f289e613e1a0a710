package dev.ganglion.agents.evolution;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Option.Choice;
import dev.ganglion.environments.options.Option.Real;
import dev.ganglion.environments.options.Option.Whole;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Registers {@code es}. */
public final class EsProvider extends SearchProvider<EvolutionStrategy.State> {
    private static final String NAME = "es";

    /** The options, in the order in which they are shown. */
    public static final OptionSet OPTIONS = new OptionSet(
            NAME,
            Stream.of(
                            List.of(new Whole(
                                    "population",
                                    32,
                                    2,
                                    1_000_000,
                                    "candidates",
                                    "Candidates in a generation, in mirrored pairs.")),
                            Schedule.options(
                                    "sigma",
                                    0.1,
                                    0.001,
                                    "of a raw parameter",
                                    "Deviation of the candidates from the point."),
                            Schedule.options("learning-rate", 0.05, 0, "", "Step size."),
                            List.of(
                                    Schedule.kind(),
                                    new Choice(
                                            "optimiser",
                                            "adam",
                                            List.of("adam", "ascent"),
                                            "What a gradient makes a step: Adam, or plain ascent."),
                                    new Real(
                                            "weight-decay",
                                            0,
                                            0,
                                            10,
                                            "",
                                            "How strongly raw parameters are drawn to zero, beside the gradient."),
                                    new Choice(
                                            "shaping",
                                            "centred-ranks",
                                            List.of("centred-ranks", "standardised", "raw"),
                                            "What counts in place of the fitness: ranks, the fitness with mean 0 and"
                                                    + " deviation 1, or itself.")),
                            TrialSettings.options())
                    .<Option>flatMap(List::stream)
                    .toList());

    /** The provider. */
    public EsProvider() {
        super(
                NAME,
                "Evolution strategy: a point climbs the fitness of mirrored random steps around it, without gradients.",
                OPTIONS,
                EsProvider::method);
    }

    /**
     * The search that checked options stand for.
     *
     * @throws InvalidInputException if they do not go together
     */
    static EvolutionStrategy method(Options options) {
        return new EvolutionStrategy(
                pairs(options),
                Schedule.of(options, NAME, "sigma"),
                Schedule.of(options, NAME, "learning-rate"),
                options.real("weight-decay"),
                options.text("optimiser").equals("adam"),
                Shaping.valueOf(options.text("shaping").toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static int pairs(Options options) {
        int population = options.whole("population");
        if (population % 2 != 0) {
            throw new InvalidInputException(NAME + ": population=" + population
                    + " is odd, and candidates come in pairs; the nearest is " + (population + 1));
        }
        return population;
    }
}
