package dev.ganglion.experiments.run;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.config.RunConfig;
import io.reactivex.rxjava3.annotations.BackpressureKind;
import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Flowable;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Training that leaves a run directory behind. */
public final class RecordedTraining {
    private RecordedTraining() {}

    /**
     * A run from its beginning, in a directory made for it by {@link RunDirectory#create}.
     *
     * <p>The flow is cold: subscribing trains. Each event has been written down when it is emitted; the directory is
     * complete when the flow ends in whatever way, and then it can be gone on with.
     *
     * <dl>
     *   <dt><b>Backpressure:</b>
     *   <dd>Honoured: nothing is simulated until an event is requested.
     *   <dt><b>Scheduler:</b>
     *   <dd>None: events come on the thread that requests them; environments step on that and others.
     *   <dt><b>Errors:</b>
     *   <dd>{@link InvalidInputException} if the directory cannot be written, or what the learner refuses; any other
     *       failure of the learner as a {@link FailedRunException}, once it has left a {@link FailureDump}.
     * </dl>
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<TrainingEvent> begin(RunConfig config, RunDirectory directory) {
        return begin(config, directory, () -> false);
    }

    /**
     * A run that goes on from a checkpoint of its own; what was written down beyond it is dropped. Otherwise as {@link
     * #begin}.
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<TrainingEvent> goOn(RunConfig config, RunDirectory directory, Checkpoint from) {
        return goOn(config, directory, from, () -> false);
    }

    /**
     * A run from its beginning that completes after the first update after which it is asked to stop; so an error in
     * writing its last checkpoint comes to the subscriber, as it can't to one that has cancelled. Otherwise as {@link
     * #begin(RunConfig, RunDirectory)}.
     *
     * @param stop asked after each update, by the thread that requests events
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<TrainingEvent> begin(RunConfig config, RunDirectory directory, BooleanSupplier stop) {
        return record(directory, config, null, stop, InstantSource.system());
    }

    /**
     * A run that goes on from a checkpoint of its own until it is asked to stop. Otherwise as {@link
     * #begin(RunConfig, RunDirectory, BooleanSupplier)}.
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<TrainingEvent> goOn(
            RunConfig config, RunDirectory directory, Checkpoint from, BooleanSupplier stop) {
        return record(directory, config, from, stop, InstantSource.system());
    }

    /** A run from its beginning, or from a checkpoint if there is one, by another clock. */
    static Flowable<TrainingEvent> record(
            RunDirectory directory,
            RunConfig config,
            @Nullable Checkpoint from,
            BooleanSupplier stop,
            InstantSource clock) {
        return Flowable.using(
                () -> new Recording(directory.lock(), new Recorder(directory, config, clock)),
                recording -> config.plan()
                        .learner()
                        .provider()
                        .train(config.plan(), from)
                        .doOnNext(recording.recorder()::record)
                        .takeUntil(
                                (TrainingEvent event) -> event instanceof TrainingEvent.Updated && stop.getAsBoolean())
                        .onErrorResumeNext(
                                error -> Flowable.error(recording.recorder().explain(error))),
                Recording::close,
                true);
    }

    /** The directory is let go of once everything is written, in that order also where a subscriber cancels. */
    private record Recording(RunDirectory.Lock lock, Recorder recorder) {
        void close() {
            try (lock) {
                recorder.close();
            }
        }
    }
}
