package dev.ganglion.agents.evolution;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.normalisation.SignalNormaliser;
import dev.ganglion.agents.population.PopulationEvaluator;
import dev.ganglion.agents.population.Trial;
import dev.ganglion.agents.population.TrialPlan;
import dev.ganglion.environments.stream.StepBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One training run by a search: generation after generation is tried in episodes, and learned from.
 *
 * @param <S> type of the search's state
 */
final class EvolutionRun<S extends SearchState> implements AutoCloseable {
    private final EvolutionModel<S> model;
    private @Nullable PopulationEvaluator evaluator;
    private Snapshot<S> current;
    private Checkpoint checkpoint;
    private volatile boolean stopped;

    EvolutionRun(EvolutionModel<S> model, @Nullable Checkpoint from) {
        this.model = model;
        current = from == null ? EvolutionCheckpoints.initial(model) : EvolutionCheckpoints.read(model, from);
        checkpoint = EvolutionCheckpoints.write(model, current);
    }

    /** The run before its next generation. */
    TrainingEvent.Started started() {
        return new TrainingEvent.Started(
                current.steps(), checkpoint, model.layout().size());
    }

    /** The run after its last generation. */
    synchronized TrainingEvent.Finished finished() {
        return new TrainingEvent.Finished(checkpoint.steps(), checkpoint);
    }

    /** Whether all steps have been taken. */
    synchronized boolean isFinished() {
        return current.steps() >= model.plan().steps();
    }

    /** Tries a generation and learns from it; empty once stopped. */
    synchronized Optional<TrainingEvent> next() {
        if (stopped) {
            return Optional.empty();
        }
        long began = System.nanoTime();
        Generation generation = model.next(current);
        IntFunction<double[]> candidates = model.method().candidates(current.search(), generation);
        int population = model.population(current.shared());
        Optional<List<Trial>> tried = evaluator(population).evaluate(trials(generation, candidates, population));
        double environmentSeconds = (System.nanoTime() - began) * 1e-9;
        return tried.map(trials -> learn(generation, trials, population, environmentSeconds));
    }

    private TrialPlan trials(Generation generation, IntFunction<double[]> candidates, int population) {
        int episodes = model.trials().episodes();
        SharedValues shared = current.shared();
        RowNormaliser view = model.normalises()
                ? current.normaliser().toRows()
                : RowNormaliser.identity(model.environment().observation().size());
        return new TrialPlan(
                generation.number(),
                population,
                episodes,
                candidate -> floats(shared.parameters(candidates.apply(candidate))),
                trial -> generation
                        .noise()
                        .seed(generation.number(), "reset", model.trials().commonSeeds() ? trial % episodes : trial),
                view,
                model.normalises());
    }

    private TrainingEvent learn(Generation generation, List<Trial> trials, int population, double environmentSeconds) {
        long began = System.nanoTime();
        int episodes = model.trials().episodes();
        double[] fitness = new double[population];
        SignalNormaliser normaliser = current.normaliser();
        long steps = 0;
        List<StepBatch.Ending> endings = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            fitness[i / episodes] += trial.episodeReturn() / episodes;
            steps += trial.length();
            endings.add(ending(trial, i, steps));
            if (model.normalises()) {
                normaliser = normaliser.seen(trial.observations());
            }
        }
        SearchMethod.Learned<S> learned = model.method().learn(current.search(), generation, fitness);
        Snapshot<S> next = new Snapshot<>(
                current.generation() + 1,
                current.age() + 1,
                current.steps() + steps,
                current.shared(),
                learned.state(),
                normaliser);
        current = next.shared().shares() && next.steps() >= model.trials().sharedSteps() ? parted(next) : next;
        checkpoint = EvolutionCheckpoints.write(model, current);
        double seconds = environmentSeconds + (System.nanoTime() - began) * 1e-9;
        return new TrainingEvent.Updated(
                current.steps(),
                current.generation(),
                EvolutionMetrics.of(fitness, trials, learned.metrics(), environmentSeconds, seconds),
                endings,
                checkpoint);
    }

    /** The beginning of the search in which every parameter goes its own way. */
    private Snapshot<S> parted(Snapshot<S> shared) {
        double[] parameters = shared.parameters();
        closeEvaluator();
        return new Snapshot<>(
                shared.generation(),
                0,
                shared.steps(),
                SharedValues.apart(parameters.length),
                model.method().begin(parameters),
                shared.normaliser());
    }

    /** An episode that ended; its time counts steps of the generation as if its trials had followed one another. */
    private StepBatch.Ending ending(Trial trial, int number, long stepsUntilItsEnd) {
        return new StepBatch.Ending(
                (int) Math.max(0, stepsUntilItsEnd / model.plan().environments() - 1),
                number,
                trial.status(),
                trial.finalObservation(),
                trial.episodeReturn(),
                trial.length(),
                trial.seed(),
                trial.measurements());
    }

    private PopulationEvaluator evaluator(int population) {
        PopulationEvaluator open = evaluator;
        if (open == null) {
            TrainingPlan plan = model.plan();
            open = new PopulationEvaluator(
                    plan.environment(),
                    model.controller(),
                    population * model.trials().episodes(),
                    plan.environments(),
                    plan.workers(),
                    () -> stopped);
            evaluator = open;
        }
        return open;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** Leaves a generation under way, and begins no other; returns at once. */
    void stop() {
        stopped = true;
    }

    /** Leaves a generation under way and waits until the workers' threads have ended. */
    @Override
    public void close() {
        stop();
        synchronized (this) {
            closeEvaluator();
        }
    }

    private void closeEvaluator() {
        if (evaluator != null) {
            evaluator.close();
            evaluator = null;
        }
    }
}
