package dev.ganglion.agents.evolution;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import io.reactivex.rxjava3.annotations.BackpressureKind;
import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Emitter;
import io.reactivex.rxjava3.core.Flowable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A training run by a search as a stream of events. */
final class EvolutionFlow {
    private EvolutionFlow() {}

    /**
     * The events of a run; it ends with the first generation that reaches the plan's steps.
     *
     * <dl>
     *   <dt><b>Backpressure:</b>
     *   <dd>Honoured: a generation is tried when its event is requested.
     *   <dt><b>Scheduler:</b>
     *   <dd>None: events come on the thread that requests them; environments step on threads of their own.
     *   <dt><b>Errors:</b>
     *   <dd>{@link dev.ganglion.environments.NumericException} that names what is not finite, in which candidate's
     *       episode.
     * </dl>
     *
     * @param model what to train
     * @param from where to go on, or null to begin
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    static <S extends SearchState> Flowable<TrainingEvent> of(
            Supplier<EvolutionModel<S>> model, @Nullable Checkpoint from) {
        return Flowable.using(
                () -> new EvolutionRun<>(model.get(), from), EvolutionFlow::events, EvolutionRun::close, false);
    }

    private static <S extends SearchState> Flowable<TrainingEvent> events(EvolutionRun<S> run) {
        Flowable<TrainingEvent> generations = Flowable.generate(emitter -> emitNext(run, emitter));
        return Flowable.concat(Flowable.just(run.started()), generations, Flowable.fromCallable(run::finished))
                .doOnCancel(run::stop);
    }

    private static void emitNext(EvolutionRun<?> run, Emitter<TrainingEvent> emitter) {
        if (run.isFinished()) {
            emitter.onComplete();
        } else {
            run.next().ifPresent(emitter::onNext);
        }
    }
}
