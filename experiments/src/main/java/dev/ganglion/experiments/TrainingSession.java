package dev.ganglion.experiments;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.run.RecordedTraining;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.Summary;
import io.reactivex.rxjava3.core.Flowable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A run from one end to the other, as the command line does it: the policy is watched, trained and watched again, and
 * pictures are drawn.
 */
public final class TrainingSession {
    /** Episodes in which the policy is watched before and after. */
    public static final int EPISODES = 10;

    private final RunConfig config;
    private final RunDirectory directory;
    private final SessionListener listener;
    private final double earlierSeconds;

    private Optional<Summary.Score> before;
    private int parameters;
    private long began;
    private Optional<Checkpoint> last = Optional.empty();
    private boolean finished;

    private TrainingSession(
            RunConfig config, RunDirectory directory, Optional<Summary> earlier, SessionListener listener) {
        this.config = config;
        this.directory = directory;
        this.listener = listener;
        before = earlier.flatMap(Summary::before);
        earlierSeconds = earlier.map(Summary::seconds).orElse(0.0);
    }

    /**
     * Trains a new run.
     *
     * @param stop asked after each update whether to stop there
     * @return what stands in the run's summary at the end
     * @throws InvalidInputException if the directory holds something already or cannot be written
     */
    public static Summary train(RunConfig config, Path path, SessionListener listener, BooleanSupplier stop) {
        RunDirectory directory = RunDirectory.create(path, config);
        return new TrainingSession(config, directory, Optional.empty(), listener)
                .run(RecordedTraining.begin(config, directory), stop);
    }

    /**
     * Trains a new run that begins with parameters from elsewhere.
     *
     * @param beginning the run before its first step
     * @param stop asked after each update whether to stop there
     * @return what stands in the run's summary at the end
     * @throws InvalidInputException if the directory holds something already or cannot be written
     */
    public static Summary trainFrom(
            RunConfig config, Checkpoint beginning, Path path, SessionListener listener, BooleanSupplier stop) {
        RunDirectory directory = RunDirectory.create(path, config);
        return new TrainingSession(config, directory, Optional.empty(), listener)
                .run(RecordedTraining.goOn(config, directory, beginning), stop);
    }

    /**
     * Goes on with a run.
     *
     * @param steps environment steps of the run in all
     * @param stop asked after each update whether to stop there
     * @return what stands in the run's summary at the end
     * @throws InvalidInputException if the run has taken that many steps already
     */
    public static Summary resume(Run run, long steps, SessionListener listener, BooleanSupplier stop) {
        if (run.checkpoint().steps() >= steps) {
            throw new InvalidInputException(run.directory().path() + " has taken "
                    + run.checkpoint().steps() + " steps already; to go on, give more, such as --steps "
                    + (run.checkpoint().steps() + run.config().plan().steps()));
        }
        RunConfig config = run.config().withSteps(steps);
        Optional<Summary> earlier = Optional.of(Summary.read(run.directory().summary()));
        return new TrainingSession(config, run.directory(), earlier, listener)
                .run(RecordedTraining.goOn(config, run.directory(), run.checkpoint()), stop);
    }

    private Summary run(Flowable<TrainingEvent> events, BooleanSupplier stop) {
        listener.begins(config, directory.path());
        events.doOnNext(this::take)
                .takeUntil(event -> event instanceof TrainingEvent.Updated && stop.getAsBoolean())
                .blockingSubscribe();
        Checkpoint checkpoint = last.orElseThrow();
        double seconds = earlierSeconds + (System.nanoTime() - began) * 1e-9;
        if (!finished) {
            return write(Summary.Status.INTERRUPTED, checkpoint, seconds, Optional.empty());
        }
        Optional<Summary.Score> after = Optional.of(evaluate(checkpoint));
        Summary summary = write(Summary.Status.FINISHED, checkpoint, seconds, after);
        listener.draws();
        Pictures.draw(directory, config, checkpoint, summary);
        return summary;
    }

    private void take(TrainingEvent event) {
        if (event instanceof TrainingEvent.Started started) {
            start(started);
        } else if (event instanceof TrainingEvent.Updated updated) {
            last = Optional.of(updated.checkpoint());
        } else if (event instanceof TrainingEvent.Finished end) {
            last = Optional.of(end.checkpoint());
            finished = true;
        }
        listener.trains(event);
    }

    private void start(TrainingEvent.Started started) {
        parameters = started.parameters();
        last = Optional.of(started.checkpoint());
        if (before.isEmpty() && started.steps() == 0) {
            before = Optional.of(evaluate(started.checkpoint()));
        }
        write(Summary.Status.RUNNING, started.checkpoint(), earlierSeconds, Optional.empty());
        began = System.nanoTime();
    }

    private Summary.Score evaluate(Checkpoint checkpoint) {
        listener.evaluates(EPISODES);
        Evaluation evaluation = Evaluator.evaluate(
                config.plan().environment(),
                new Behaviour.Trained(config.plan().controller(), checkpoint),
                new EvaluationPlan(
                        EPISODES,
                        Run.EVALUATION_SEED,
                        0,
                        Map.of(),
                        config.plan().workers()));
        return Summary.Score.of(evaluation);
    }

    private Summary write(Summary.Status status, Checkpoint checkpoint, double seconds, Optional<Summary.Score> after) {
        Summary summary = Summary.of(
                config, new Summary.Progress(status, parameters, checkpoint.steps(), seconds), before, after);
        summary.write(directory.summary());
        return summary;
    }
}
