package dev.ganglion.environments.stream;

import dev.ganglion.environments.vector.Crew;
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
     * <p>The flow is cold: each subscription has environments and threads of its own, opened with the first request. The
     * thread that requests batches is one of the workers. The same plan and actors give the same bits for any number of workers. The flow ends by cancellation or
     * error only, and then its threads have ended and no actor acts any more: cancelling waits for that, which takes
     * about one step since a batch under way is left unfinished. (An actor that cancels does not wait for itself.)
     *
     * <dl>
     *   <dt><b>Backpressure:</b>
     *   <dd>Honoured: the environments step only for batches that were requested; {@code request(1)} is one batch.
     *   <dt><b>Scheduler:</b>
     *   <dd>None: a batch is emitted on the thread that requests it, which collects it together with the other workers.
     *       Actors act on the workers' threads.
     *   <dt><b>Errors:</b>
     *   <dd>One {@link ExperienceException} that names the environment and the episode's seed, that of the group with
     *       the lowest index if several fail in one batch; an {@link
     *       dev.ganglion.environments.options.InvalidInputException} remains one.
     * </dl>
     *
     * <p>Every batch has new arrays, so a subscriber may keep it. Within a group, steps reuse their arrays.
     *
     * @param plan what to collect, and from where
     * @param actors the actor of each group, asked for once per group and subscription, in order, by the thread that
     *     requests the first batch. Whoever made them closes them, after the flow has ended, for instance with {@link
     *     Flowable#using} where {@code eager} is false
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<StepBatch> stream(ExperiencePlan plan, IntFunction<? extends GroupActor> actors) {
        return Flowable.defer(() -> emitted(new ExperienceSource(
                plan, actors, new Crew(plan.workers(), plan.environment().name()), true)));
    }

    /**
     * The same with a crew that has other things to do as well.
     *
     * @param plan what to collect, and from where; its number of workers does not count
     * @param actors the actor of each group
     * @param crew owned by the thread that requests batches. It is not closed, but no helper is busy for the flow any more
     *     once that has ended
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<StepBatch> stream(ExperiencePlan plan, IntFunction<? extends GroupActor> actors, Crew crew) {
        return Flowable.defer(() -> emitted(new ExperienceSource(plan, actors, crew, false)));
    }

    private static Flowable<StepBatch> emitted(ExperienceSource source) {
        return Flowable.generate(() -> source, Experience::emitNext, ExperienceSource::close)
                .doOnCancel(source::close);
    }

    /**
     * So many batches of the same experience, of which each is collected by the crew's helpers while the subscriber is busy
     * with the one before.
     *
     * <p>It differs from {@link #stream} in this: as soon as a batch is complete, {@code between} is called, and then the
     * next one is begun before this one is emitted. So what an actor does in a batch depends on what {@code between} has
     * told it, never on how far the subscriber has come meanwhile. When the subscriber asks for the next batch, its thread
     * works on that too until it is complete; without helpers nothing is done before. The bits are the same for a crew of
     * any size.
     *
     * <dl>
     *   <dt><b>Backpressure:</b>
     *   <dd>Honoured: no more than one batch is collected that was not requested.
     *   <dt><b>Scheduler:</b>
     *   <dd>None: batches are emitted on the thread that requests them. Actors act on that thread and on the helpers', on that
     *       thread also within the subscriber's {@code onNext}, whenever it waits for the crew.
     *   <dt><b>Errors:</b>
     *   <dd>Those of {@link #stream}, each in the place of the batch that failed. If the flow is cancelled before that,
     *       they go to {@link io.reactivex.rxjava3.plugins.RxJavaPlugins#onError}.
     * </dl>
     *
     * <p>An actor that cancels on a helper's thread does not wait for the other helpers: the crew's owner has to close the
     * crew before it closes the actors.
     *
     * @param plan what to collect, and from where; its number of workers does not count
     * @param batches how many; none is begun beyond them
     * @param actors the actor of each group
     * @param crew as in {@link #stream(ExperiencePlan, IntFunction, Crew)}
     * @param between called on the requesting thread between two batches, and after the last
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    public static Flowable<StepBatch> ahead(
            ExperiencePlan plan, long batches, IntFunction<? extends GroupActor> actors, Crew crew, Runnable between) {
        return Flowable.defer(() -> {
            ExperienceSource source = new ExperienceSource(plan, actors, crew, false);
            return Flowable.<StepBatch, OneAhead>generate(
                            () -> new OneAhead(source, batches, between), OneAhead::emit, any -> source.close())
                    .doOnCancel(source::close);
        });
    }

    private static void emitNext(ExperienceSource source, Emitter<StepBatch> emitter) {
        source.next().ifPresent(emitter::onNext);
    }
}
