package dev.ganglion.environments.stream;

import dev.ganglion.environments.vector.Grouping;
import dev.ganglion.environments.vector.WorkerPool;
import dev.ganglion.environments.vector.WorldLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The workers and environments behind one subscription. They are opened with the first batch. */
final class ExperienceSource implements AutoCloseable {
    private final ExperiencePlan plan;
    private final IntFunction<? extends GroupActor> actors;
    private final WorkerPool pool;
    private final Object collecting = new Object();
    private List<List<EnvironmentGroup>> groupsByWorker = List.of();
    private long nextBatch;
    private volatile boolean stopped;

    ExperienceSource(ExperiencePlan plan, IntFunction<? extends GroupActor> actors) {
        this.plan = plan;
        this.actors = actors;
        nextBatch = plan.firstBatch();
        int workers = Math.min(plan.workers(), plan.grouping().count());
        pool = new WorkerPool(
                workers, plan.environment().name(), plan.environment().classes());
    }

    /** The next batch, or empty if the source is closed before it is complete. */
    Optional<StepBatch> next() {
        synchronized (collecting) {
            if (stopped) {
                return Optional.empty();
            }
            try {
                if (groupsByWorker.isEmpty()) {
                    open();
                }
                return collect();
            } catch (RuntimeException e) {
                close();
                throw e;
            } catch (Error e) {
                close();
                throw ExperienceException.at(
                        "Collecting batch " + nextBatch + " of " + plan.environment() + " failed", e);
            }
        }
    }

    private void open() {
        Grouping grouping = plan.grouping();
        List<GroupActor> actorOfGroup = IntStream.range(0, grouping.count())
                .<GroupActor>mapToObj(actors)
                .toList();
        groupsByWorker = pool.run((worker, worlds) -> openGroups(worker, worlds, actorOfGroup));
    }

    private List<EnvironmentGroup> openGroups(int worker, WorldLoader worlds, List<GroupActor> actorOfGroup) {
        Grouping grouping = plan.grouping();
        int from = grouping.firstOfWorker(worker, pool.size());
        int to = grouping.firstOfWorker(worker + 1, pool.size());
        return IntStream.range(from, to)
                .mapToObj(group -> new EnvironmentGroup(plan, group, actorOfGroup.get(group), worlds))
                .toList();
    }

    private Optional<StepBatch> collect() {
        BatchBuilder batch = new BatchBuilder(plan, groupsByWorker.get(0).get(0).spec(), nextBatch);
        List<List<StepBatch.Ending>> endings = pool.run((worker, worlds) -> groupsByWorker.get(worker).stream()
                .flatMap(group -> group.collect(batch, () -> stopped).stream())
                .toList());
        if (stopped) {
            return Optional.empty();
        }
        nextBatch++;
        return Optional.of(batch.build(endings.stream().flatMap(List::stream).toList()));
    }

    /**
     * Leaves the batch under way and waits until the workers' threads have ended. A worker's own call does not wait;
     * another call has to follow it.
     */
    @Override
    public void close() {
        stopped = true;
        if (!pool.isCurrentThreadAWorker()) {
            synchronized (collecting) {
                pool.close();
            }
        }
    }
}
