package dev.ganglion.agents.evolution;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Option.Whole;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.stream.Stream;

/** Registers {@code ga}. */
public final class GaProvider extends SearchProvider<GeneticAlgorithm.State> {
    private static final String NAME = "ga";

    /** The options, in the order in which they are shown. */
    public static final OptionSet OPTIONS = new OptionSet(
            NAME,
            Stream.of(
                            List.of(
                                    new Whole(
                                            "population",
                                            32,
                                            2,
                                            1_000_000,
                                            "candidates",
                                            "Candidates in a generation, parents included."),
                                    new Whole(
                                            "elite",
                                            8,
                                            1,
                                            1_000_000,
                                            "candidates",
                                            "The best of a generation, which are the parents of the next.")),
                            Schedule.options(
                                    "mutation",
                                    0.1,
                                    0.001,
                                    "of a raw parameter",
                                    "Deviation of a child from its parent."),
                            List.of(Schedule.kind()),
                            TrialSettings.options())
                    .<Option>flatMap(List::stream)
                    .toList());

    /** The provider. */
    public GaProvider() {
        super(
                NAME,
                "Genetic algorithm: the best of a generation have mutated children, without crossover or gradients.",
                OPTIONS,
                GaProvider::method);
    }

    /**
     * The search that checked options stand for.
     *
     * @throws InvalidInputException if they do not go together
     */
    static GeneticAlgorithm method(Options options) {
        int population = options.whole("population");
        int elite = options.whole("elite");
        if (elite >= population) {
            throw new InvalidInputException(
                    NAME + ": elite=" + elite + " leaves no room for children in a population of " + population
                            + "; it takes 1 to " + (population - 1));
        }
        return new GeneticAlgorithm(population, elite, Schedule.of(options, NAME, "mutation"));
    }
}
