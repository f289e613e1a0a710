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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A run from one end to the other, as the command line does it: the policy is watched, trained and watched again, and
 * pictures are drawn.
 */
public final class TrainingSession {
    private final RunConfig config;
    private final RunDirectory directory;
    private final Watching watching;
    private final SessionListener listener;
    private final double earlierSeconds;

    private Optional<Summary.Score> before;
    private int parameters;
    private long began;
    private Optional<Checkpoint> last = Optional.empty();
    private boolean finished;

    private TrainingSession(
            RunConfig config,
            RunDirectory directory,
            Watching watching,
            Optional<Summary> earlier,
            SessionListener listener) {
        this.config = config;
        this.directory = directory;
        this.watching = watching;
        this.listener = listener;
        before = earlier.flatMap(Summary::before);
        earlierSeconds = earlier.map(Summary::seconds).orElse(0.0);
    }

    /**
     * Trains a new run.
     *
     * @param watching how the policy is watched before and after
     * @param stop asked after each update and before and after watching whether to stop there
     * @return what stands in the run's summary at the end
     * @throws InvalidInputException if the directory holds something already or cannot be written
     */
    public static Summary train(
            RunConfig config, Path path, Watching watching, SessionListener listener, BooleanSupplier stop) {
        RunDirectory directory = RunDirectory.create(path, config);
        return new TrainingSession(config, directory, watching, Optional.empty(), listener)
                .run(RecordedTraining.begin(config, directory, stop), stop);
    }

    /**
     * Trains a new run that begins with parameters from elsewhere.
     *
     * @param beginning the run before its first step, and where that came from
     * @param watching how the policy is watched before and after
     * @param stop asked after each update and before and after watching whether to stop there
     * @return what stands in the run's summary at the end
     * @throws InvalidInputException if the directory holds something already or cannot be written
     */
    public static Summary trainFrom(
            RunConfig config,
            Beginning beginning,
            Path path,
            Watching watching,
            SessionListener listener,
            BooleanSupplier stop) {
        RunDirectory directory = RunDirectory.create(path, config);
        TrainingSession session = new TrainingSession(config, directory, watching, Optional.empty(), listener);
        session.writeDown(() -> beginning.origin().write(directory.origin()));
        return session.run(RecordedTraining.goOn(config, directory, beginning.checkpoint(), stop), stop);
    }

    /**
     * Goes on with a run.
     *
     * @param steps environment steps of the run in all
     * @param watching how the policy is watched afterwards
     * @param stop asked after each update and before and after watching whether to stop there
     * @return what stands in the run's summary at the end
     * @throws InvalidInputException if the run has taken that many steps and finished
     */
    public static Summary resume(
            Run run, long steps, Watching watching, SessionListener listener, BooleanSupplier stop) {
        // One that was killed while it was watched for the first time has a checkpoint, but no summary.
        Optional<Summary> earlier =
                run.checkpoint().steps() == 0 && !Files.exists(run.directory().summary())
                        ? Optional.empty()
                        : Optional.of(Summary.read(run.directory().summary()));
        // A run that was killed while it was watched for the last time has taken all its steps, but has no result.
        boolean isConcluded = earlier.map(Summary::status).equals(Optional.of(Summary.Status.FINISHED))
                || stepsBeforeLastUpdate(run.checkpoint()) >= steps;
        if (run.checkpoint().steps() >= steps && isConcluded) {
            throw new InvalidInputException(run.directory().path() + " has taken "
                    + run.checkpoint().steps() + " steps already; to go on, give more, such as --steps "
                    + (run.checkpoint().steps() + run.config().plan().steps()));
        }
        RunConfig config = run.config().withSteps(steps);
        return new TrainingSession(config, run.directory(), watching, earlier, listener)
                .run(RecordedTraining.goOn(config, run.directory(), run.checkpoint(), stop), stop);
    }

    /** A run's last update may take it beyond the steps that were wanted; all of its updates are of one length. */
    private static long stepsBeforeLastUpdate(Checkpoint checkpoint) {
        return checkpoint.steps() - checkpoint.steps() / Math.max(1, checkpoint.update());
    }

    /**
     * Trains a run from its beginning that was stopped before its first checkpoint; see {@link
     * RunDirectory#isUnbegun}.
     *
     * @param watching how the policy is watched before and after
     * @param stop asked after each update and before and after watching whether to stop there
     * @return what stands in the run's summary at the end
     * @throws InvalidInputException if it was to begin with what another run had learned
     */
    public static Summary begin(
            RunConfig config,
            RunDirectory directory,
            Watching watching,
            SessionListener listener,
            BooleanSupplier stop) {
        if (Files.exists(directory.origin())) {
            throw new InvalidInputException(directory.path() + " was stopped before its first checkpoint, and with it"
                    + " went what it was to begin with; transfer it again, into another directory");
        }
        return new TrainingSession(config, directory, watching, Optional.empty(), listener)
                .run(RecordedTraining.begin(config, directory, stop), stop);
    }

    private Summary run(Flowable<TrainingEvent> events, BooleanSupplier stop) {
        listener.begins(config, directory.path());
        events.doOnNext(this::take).blockingSubscribe();
        Checkpoint checkpoint = last.orElseThrow();
        double seconds = earlierSeconds + (System.nanoTime() - began) * 1e-9;
        if (!finished || stop.getAsBoolean()) {
            return write(Summary.Status.INTERRUPTED, checkpoint, seconds, Optional.empty());
        }
        Optional<Summary.Score> after =
                checkpoint.steps() == 0 && before.isPresent() ? before : Optional.of(evaluate(checkpoint));
        if (stop.getAsBoolean()) {
            return write(Summary.Status.INTERRUPTED, checkpoint, seconds, Optional.empty());
        }
        listener.draws();
        Summary summary = summary(Summary.Status.FINISHED, checkpoint, seconds, after);
        writeDown(() -> Pictures.drawCurve(directory, config, summary));
        if (watching.isFilmed()) {
            writeDown(() -> Pictures.drawFilm(directory, config, checkpoint));
        }
        // Last of all, so that a run that says it is finished lacks nothing.
        writeDown(() -> summary.write(directory.summary()));
        return summary;
    }

    private void writeDown(Runnable writing) {
        try {
            writing.run();
        } catch (InvalidInputException e) {
            throw directory.leavingIntact(e);
        }
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
        listener.evaluates(watching.episodes());
        Evaluation evaluation = Evaluator.evaluate(
                config.plan().environment(),
                new Behaviour.Trained(config.plan().controller(), checkpoint),
                new EvaluationPlan(
                        watching.episodes(),
                        watching.seed(),
                        0,
                        Map.of(),
                        config.plan().workers()));
        return Summary.Score.of(evaluation);
    }

    private Summary write(Summary.Status status, Checkpoint checkpoint, double seconds, Optional<Summary.Score> after) {
        Summary summary = summary(status, checkpoint, seconds, after);
        writeDown(() -> summary.write(directory.summary()));
        return summary;
    }

    private Summary summary(
            Summary.Status status, Checkpoint checkpoint, double seconds, Optional<Summary.Score> after) {
        return Summary.of(config, new Summary.Progress(status, parameters, checkpoint.steps(), seconds), before, after);
    }
}
