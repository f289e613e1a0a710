package dev.ganglion.agents.evolution;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.LearnerProvider;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Option.Whole;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import io.reactivex.rxjava3.core.Flowable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Registers {@code ga}. */
public final class GaProvider implements LearnerProvider {
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

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "Genetic algorithm: the best of a generation have mutated children, without crossover or gradients.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Flowable<TrainingEvent> train(TrainingPlan plan, @Nullable Checkpoint from) {
        Options options = plan.learner().options();
        return EvolutionFlow.of(() -> EvolutionModel.of(plan, method(options), TrialSettings.of(options)), from);
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
