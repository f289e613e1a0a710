package dev.ganglion.environments.stream;

import dev.ganglion.environments.vector.Crew;
import dev.ganglion.environments.vector.Grouping;
import dev.ganglion.environments.vector.SpareWork;
import dev.ganglion.environments.vector.WorldLoader;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The environments behind one subscription, and the crew that steps them. They are opened with the first batch. */
final class ExperienceSource implements AutoCloseable {
    private final ExperiencePlan plan;
    private final IntFunction<? extends GroupActor> actors;
    private final Crew crew;
    private final boolean ownsCrew;
    private final Object collecting = new Object();
    private List<Lane> lanes = List.of();
    private @Nullable BatchUnderWay underWay;
    private long nextBatch;
    private volatile boolean stopped;

    /**
     * A source without environments yet.
     *
     * @param crew who steps them
     * @param ownsCrew whether it is closed with this
     */
    ExperienceSource(ExperiencePlan plan, IntFunction<? extends GroupActor> actors, Crew crew, boolean ownsCrew) {
        this.plan = plan;
        this.actors = actors;
        this.crew = crew;
        this.ownsCrew = ownsCrew;
        nextBatch = plan.firstBatch();
    }

    /** The next batch, collected by the calling thread and its helpers; empty if it is closed before it is complete. */
    Optional<StepBatch> next() {
        synchronized (collecting) {
            return stopped ? Optional.empty() : closedOnFailure(this::complete);
        }
    }

    /** Lets the helpers begin with the next batch, for which nobody has asked yet. */
    void begin() {
        synchronized (collecting) {
            if (!stopped && underWay == null) {
                closedOnFailure(() -> begun(laneCount()));
            }
        }
    }

    private <T> T closedOnFailure(Supplier<T> part) {
        try {
            return part.get();
        } catch (RuntimeException e) {
            close();
            throw e;
        } catch (Error e) {
            close();
            throw ExperienceException.at("Collecting batch " + nextBatch + " of " + plan.environment() + " failed", e);
        }
    }

    private int laneCount() {
        return Math.min(crew.size(), plan.grouping().count());
    }

    /** The next batch, on which so many helpers work while they have nothing else to do. */
    private BatchUnderWay begun(int helpers) {
        if (lanes.isEmpty()) {
            open();
        }
        BatchBuilder arrays = new BatchBuilder(plan, lanes.get(0).first().spec(), nextBatch);
        BatchUnderWay batch = new BatchUnderWay(lanes, arrays, crew.size(), () -> stopped);
        underWay = batch;
        crew.spare(helpers, batch);
        return batch;
    }

    private void open() {
        List<GroupActor> actorOfGroup = IntStream.range(0, plan.grouping().count())
                .<GroupActor>mapToObj(actors)
                .toList();
        Lane[] opened = new Lane[laneCount()];
        crew.forEach(opened.length, lane -> opened[lane] = open(lane, actorOfGroup));
        lanes = List.of(opened);
    }

    private Lane open(int lane, List<GroupActor> actorOfGroup) {
        WorldLoader worlds = new WorldLoader(plan.environment().classes());
        Grouping grouping = plan.grouping();
        int from = grouping.firstOfWorker(lane, laneCount());
        int to = grouping.firstOfWorker(lane + 1, laneCount());
        return new Lane(IntStream.range(from, to)
                .mapToObj(group -> new EnvironmentGroup(plan, group, actorOfGroup.get(group), worlds))
                .toList());
    }

    /** The batch under way, or a new one, once it is complete; empty if it has been left unfinished. */
    private Optional<StepBatch> complete() {
        BatchUnderWay batch = underWay == null ? begun(laneCount() - 1) : underWay;
        batch.workToTheEnd();
        crew.spare(0, SpareWork.none());
        underWay = null;
        if (stopped) {
            batch.giveUp();
            return Optional.empty();
        }
        StepBatch complete = batch.complete();
        nextBatch++;
        return Optional.of(complete);
    }

    /**
     * Leaves the batch under way and waits until nobody works on it any more. A helper's own call does not wait; another
     * call has to follow it. A failure in a batch that nobody will ask for goes to RxJava's error handler.
     */
    @Override
    public void close() {
        stopped = true;
        if (!crew.isCurrentThreadAHelper()) {
            synchronized (collecting) {
                BatchUnderWay left = underWay;
                underWay = null;
                if (left != null) {
                    left.end();
                    crew.spare(0, SpareWork.none());
                    left.giveUp();
                }
                if (ownsCrew) {
                    crew.close();
                }
            }
        }
    }
}
