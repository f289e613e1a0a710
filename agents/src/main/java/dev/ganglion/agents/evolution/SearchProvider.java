package dev.ganglion.agents.evolution;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.LearnerProvider;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import io.reactivex.rxjava3.core.Flowable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What registers a search as a learner.
 *
 * @param <S> type of the search's state
 */
abstract class SearchProvider<S extends SearchState> implements LearnerProvider {
    private final String name;
    private final String summary;
    private final OptionSet options;
    private final Function<Options, ? extends SearchMethod<S>> method;

    /**
     * Of one kind of search.
     *
     * @param options the search's own and those of {@link TrialSettings}
     * @param method the search that checked options stand for
     */
    SearchProvider(
            String name, String summary, OptionSet options, Function<Options, ? extends SearchMethod<S>> method) {
        this.name = name;
        this.summary = summary;
        this.options = options;
        this.method = method;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final OptionSet options() {
        return options;
    }

    @Override
    public final Flowable<TrainingEvent> train(TrainingPlan plan, @Nullable Checkpoint from) {
        Options chosen = plan.learner().options();
        return EvolutionFlow.of(() -> EvolutionModel.of(plan, method.apply(chosen), TrialSettings.of(chosen)), from);
    }
}
