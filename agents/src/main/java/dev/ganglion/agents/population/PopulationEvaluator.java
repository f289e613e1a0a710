package dev.ganglion.agents.population;

import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.agents.distribution.Categorical;
import dev.ganglion.agents.distribution.DiagonalGaussian;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.controllers.Controller;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.vector.Grouping;
import dev.ganglion.environments.vector.WorkerPool;
import dev.ganglion.environments.vector.WorldLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tries candidates of a controller in episodes, many in one call of TensorFlow.
 *
 * <p>Trials stand in batches of a fixed size, and a worker takes whole batches. So the results are the same, to the bit,
 * for any number of workers. Worlds and threads are opened with the first generation.
 */
public final class PopulationEvaluator implements AutoCloseable {
    private final EnvironmentChoice environment;
    private final EnvironmentSpec spec;
    private final Controller controller;
    private final Grouping grouping;
    private final WorkerPool pool;
    private final GraphSession session;
    private final PopulationGraph graph;
    private final @Nullable TrialBatch[] batches;
    private final BooleanSupplier stopped;

    /**
     * For generations of that many trials.
     *
     * @param environment where candidates are tried
     * @param controller what they are candidates of, bound to that environment
     * @param trials number of trials in a generation
     * @param batch number of trials that act in one call
     * @param workers number of threads; no more than there are batches are used
     * @param stopped asked before each step; a generation is left unfinished once it says yes
     */
    public PopulationEvaluator(
            EnvironmentChoice environment,
            Controller controller,
            int trials,
            int batch,
            int workers,
            BooleanSupplier stopped) {
        this.stopped = stopped;
        this.environment = environment;
        this.controller = controller;
        spec = environment.create().spec();
        grouping = new Grouping(trials, Math.min(batch, trials));
        GraphSession.Built<PopulationGraph> built = GraphSession.build((graph, tf) ->
                new PopulationGraph(graph, tf, controller, spec.observation().size(), grouping.groupSize()));
        session = built.session();
        graph = built.operations();
        int threads = Math.min(workers, grouping.count());
        pool = new WorkerPool(threads, environment.name(), environment.classes());
        batches = new TrialBatch[threads];
    }

    /**
     * Tries a generation.
     *
     * @param plan of as many trials as there are in a generation
     * @return the trials in order; empty once stopped
     * @throws dev.ganglion.environments.NumericException if an action, an observation or a reward is not finite
     */
    public Optional<List<Trial>> evaluate(TrialPlan plan) {
        List<Trial> trials = pool.run((worker, worlds) -> runBatches(plan, worker, worlds)).stream()
                .flatMap(List::stream)
                .toList();
        return stopped.getAsBoolean() ? Optional.empty() : Optional.of(trials);
    }

    private List<Trial> runBatches(TrialPlan plan, int worker, WorldLoader worlds) {
        TrialBatch batch = batch(worker, worlds);
        List<Trial> trials = new ArrayList<>();
        int to = grouping.firstOfWorker(worker + 1, pool.size());
        for (int group = grouping.firstOfWorker(worker, pool.size()); group < to && !stopped.getAsBoolean(); group++) {
            trials.addAll(batch.run(plan, grouping.first(group), grouping.size(group), stopped));
        }
        return trials;
    }

    private TrialBatch batch(int worker, WorldLoader worlds) {
        TrialBatch batch = batches[worker];
        if (batch == null) {
            int size = grouping.groupSize();
            List<Environment> bodies = Stream.generate(() -> worlds.create(environment))
                    .limit(size)
                    .toList();
            PopulationActor actor = new PopulationActor(
                    session, graph, controller, spec.observation().size(), size);
            batch = new TrialBatch(controller, actor, mode(), bodies);
            batches[worker] = batch;
        }
        return batch;
    }

    private ActionDistribution mode() {
        return spec.action() instanceof Discrete
                ? new Categorical(controller.outputs())
                : new DiagonalGaussian(new double[controller.outputs()]);
    }

    /** Waits until the workers' threads have ended, and frees what they used. */
    @Override
    public void close() {
        pool.close();
        for (TrialBatch batch : batches) {
            if (batch != null) {
                batch.close();
            }
        }
        session.close();
    }
}
