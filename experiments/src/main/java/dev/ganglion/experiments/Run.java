package dev.ganglion.experiments;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.checkpoint.CheckpointStore;
import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.run.RecordedTraining;
import dev.ganglion.experiments.run.RunDirectory;
import io.reactivex.rxjava3.annotations.BackpressureKind;
import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Flowable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run that was trained before, opened from its directory.
 *
 * @param directory where it lies
 * @param config what it was trained with
 * @param checkpoint the policy it has learned
 * @param warnings what a user should be told: that a checkpoint was damaged and another was taken
 */
public record Run(RunDirectory directory, RunConfig config, Checkpoint checkpoint, List<String> warnings) {
    /** Seed of evaluations unless said otherwise: all runs are watched in the same episodes. */
    public static final long EVALUATION_SEED = 1;

    /** Copies the warnings. */
    public Run {
        warnings = List.copyOf(warnings);
    }

    /**
     * Opens a run with its latest checkpoint.
     *
     * @throws InvalidInputException if there is none, or it is damaged or of another version
     */
    public static Run open(Path directory) {
        return open(directory, CheckpointStore::latest);
    }

    /**
     * Opens a run with the checkpoint of the update whose episodes earned most.
     *
     * @throws InvalidInputException if there is none, or it is damaged or of another version
     */
    public static Run openBest(Path directory) {
        return open(directory, CheckpointStore::best);
    }

    private static Run open(Path path, Choice choice) {
        RunDirectory directory = RunDirectory.open(path);
        RunConfig config = RunConfig.read(directory.config());
        CheckpointStore.Loaded loaded = choice.load(directory.checkpoints());
        config.requireSameRun(loaded.checkpoint(), loaded.file());
        return new Run(directory, config, loaded.checkpoint(), loaded.warnings());
    }

    /**
     * Goes on training until so many steps have been taken in all, recorded in the same directory.
     *
     * <p>A run that was stopped and goes on to the steps it was planned for ends with the same bits as one that was not
     * stopped. Otherwise as {@link Training#into}.
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public Flowable<TrainingEvent> resume(long steps) {
        return RecordedTraining.goOn(config.withSteps(steps), directory, checkpoint);
    }

    /** The same run going on with another number of threads, which does not change its result. */
    public Run withWorkers(int workers) {
        return new Run(directory, config.withWorkers(workers), checkpoint, warnings);
    }

    /** What the policy earns over so many episodes without noise. */
    public Evaluation evaluate(int episodes) {
        return evaluate(new EvaluationPlan(
                episodes, EVALUATION_SEED, 0, Map.of(), Runtime.getRuntime().availableProcessors()));
    }

    /** What the policy earns. */
    public Evaluation evaluate(EvaluationPlan plan) {
        return Evaluator.evaluate(config.plan().environment(), behaviour(), plan);
    }

    /** The trained controller, to be watched in whatever environment it fits. */
    public Behaviour behaviour() {
        return new Behaviour.Trained(config.plan().controller(), checkpoint);
    }

    /** A new environment of the kind it was trained in, for one thread. */
    public Environment environment() {
        return config.plan().environment().create();
    }

    /** The policy, ready to act; to be closed by the caller. */
    public Policy policy() {
        return Policy.trained(config.plan().controller(), environment().spec(), checkpoint, Map.of());
    }

    /** Which checkpoint to take. */
    @FunctionalInterface
    private interface Choice {
        CheckpointStore.Loaded load(CheckpointStore store);
    }
}
