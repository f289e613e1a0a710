package dev.ganglion.environments.stream;

import io.reactivex.rxjava3.annotations.BackpressureKind;
import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Emitter;
import io.reactivex.rxjava3.core.Flowable;
import java.util.function.IntFunction;

/** Experience collected by acting in many environments side by side. */
public final class Experience {
    private Experience() {}

    /**
     * The experience that actors make in environments, as a stream of batches without end.
     *
     * <p>The flow is cold: each subscription has environments and worker threads of its own, opened with the first
     * request. The same plan and actors give the same bits for any number of workers. The flow ends by cancellation or
     * error only, and then its threads have ended and no actor acts any more: cancelling waits for that, which takes
     * about one step since a batch under way is left unfinished. (An actor that cancels does not wait for itself.)
     *
     * <dl>
     *   <dt><b>Backpressure:</b>
     *   <dd>Honoured: the environments step only for batches that were requested; {@code request(1)} is one batch.
     *   <dt><b>Scheduler:</b>
     *   <dd>None: a batch is collected while the requesting thread waits, and emitted on that thread. Actors act on
     *       the workers' threads.
     *   <dt><b>Errors:</b>
     *   <dd>One {@link ExperienceException} that names the environment and the episode's seed, that of the group with
     *       the lowest index if several fail in one batch; an {@link
     *       dev.ganglion.environments.options.InvalidInputException} remains one.
     * </dl>
     *
     * <p>Every batch has new arrays, so a subscriber may keep it. Within a worker, steps reuse their arrays.
     *
     * @param plan what to collect, and from where
     * @param actors the actor of each group, asked for once per group and subscription, in order, by the thread that
     *     requests the first batch. Whoever made them closes them, after the flow has ended, for instance with {@link
     *     Flowable#using} where {@code eager} is false
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<StepBatch> stream(ExperiencePlan plan, IntFunction<? extends GroupActor> actors) {
        return Flowable.defer(() -> {
            ExperienceSource source = new ExperienceSource(plan, actors);
            return Flowable.generate(() -> source, Experience::emitNext, ExperienceSource::close)
                    .doOnCancel(source::close);
        });
    }

    private static void emitNext(ExperienceSource source, Emitter<StepBatch> emitter) {
        source.next().ifPresent(emitter::onNext);
    }
}
