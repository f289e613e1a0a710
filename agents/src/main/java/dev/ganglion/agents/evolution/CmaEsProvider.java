package dev.ganglion.agents.evolution;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Option.Real;
import dev.ganglion.environments.options.Option.Whole;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.stream.Stream;

/** Registers {@code cma-es}. */
public final class CmaEsProvider extends SearchProvider<CovarianceAdaptation.State> {
    private static final String NAME = "cma-es";

    /** The options, in the order in which they are shown. */
    public static final OptionSet OPTIONS = new OptionSet(
            NAME,
            Stream.of(
                            List.of(
                                    new Whole(
                                            "population",
                                            0,
                                            0,
                                            1_000_000,
                                            "candidates",
                                            "Candidates in a generation, at least 4; 0 for 4 and three times the"
                                                    + " logarithm of the number of parameters."),
                                    new Real(
                                            "sigma",
                                            0.3,
                                            1e-6,
                                            1000,
                                            "of a raw parameter",
                                            "Deviation of the first candidates from the first mean.")),
                            TrialSettings.options())
                    .<Option>flatMap(List::stream)
                    .toList());

    /** The provider. */
    public CmaEsProvider() {
        super(
                NAME,
                "CMA-ES: a Gaussian that follows the better half of its candidates, for up to "
                        + CovarianceAdaptation.LARGEST + " parameters, without gradients.",
                OPTIONS,
                CmaEsProvider::method);
    }

    /**
     * The search that checked options stand for.
     *
     * @throws InvalidInputException if they do not go together
     */
    static CovarianceAdaptation method(Options options) {
        int population = options.whole("population");
        if (population > 0 && population < 4) {
            throw new InvalidInputException(NAME + ": population=" + population
                    + " has too small a better half; it takes 4 or more, or 0 to choose by the number of parameters");
        }
        return new CovarianceAdaptation(population, options.real("sigma"));
    }
}
