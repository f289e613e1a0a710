package dev.ganglion.environments.stream;

import dev.ganglion.environments.vector.Failures;
import dev.ganglion.environments.vector.SpareWork;
import dev.ganglion.environments.vector.Wait;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way through all lanes of a subscription. With fewer threads than lanes, threads change lanes, so that
 * all come to their ends at the same time and a thread that joins later finds something to do.
 */
final class BatchUnderWay implements SpareWork {
    /** How long a thread stays in a lane at least: long beside the change, short beside a batch. */
    private static final long STAY_NANOS = 1_000_000;

    private final List<Lane> lanes;
    private final BatchBuilder batch;
    private final BooleanSupplier stopped;
    private final Map<Thread, Lane> inside = new HashMap<>();
    private final Wait forOthers;
    private final AtomicLong begun = new AtomicLong();
    private final double stepsOfGroups;
    private volatile boolean nothingLeft;
    private boolean givenUp;

    /**
     * Begins with a batch.
     *
     * @param threads how many threads may work on it
     * @param stopped asked before each step; whether to leave the batch unfinished
     */
    BatchUnderWay(List<Lane> lanes, BatchBuilder batch, int threads, BooleanSupplier stopped) {
        forOthers = new Wait(threads);
        this.lanes = lanes;
        this.batch = batch;
        this.stopped = stopped;
        lanes.forEach(Lane::begin);
        stepsOfGroups = lanes.stream().mapToLong(lane -> lane.stepsLeft(batch)).sum();
    }

    @Override
    public boolean work(BooleanSupplier pause) {
        BooleanSupplier leave = () -> stopped.getAsBoolean() || pause.getAsBoolean();
        Lane lane = leave.getAsBoolean() ? null : entered();
        boolean any = lane != null;
        while (lane != null) {
            long until = System.nanoTime() + STAY_NANOS;
            try {
                lane.work(batch, () -> {
                    boolean leaves = leave.getAsBoolean() || System.nanoTime() - until > 0;
                    if (!leaves) {
                        begun.incrementAndGet();
                    }
                    return leaves;
                });
            } finally {
                left();
            }
            lane = leave.getAsBoolean() ? null : entered();
        }
        return any;
    }

    /** Half a step less than what has been begun, until all lanes have come to their ends or it is stopped. */
    @Override
    public double progress() {
        return nothingLeft || stopped.getAsBoolean() ? 1 : Math.max(0, begun.get() - 0.5) / stepsOfGroups;
    }

    /** Takes the lane with most to do of those that nobody is in; null if there is none. */
    private @Nullable Lane entered() {
        if (nothingLeft) {
            return null;
        }
        synchronized (this) {
            if (nothingLeft) {
                return null;
            }
            Lane next = null;
            for (Lane lane : lanes) {
                boolean free = !lane.isFinished() && !inside.containsValue(lane);
                if (free && (next == null || lane.stepsLeft(batch) > next.stepsLeft(batch))) {
                    next = lane;
                }
            }
            if (next != null) {
                inside.put(Thread.currentThread(), next);
            }
            return next;
        }
    }

    private void left() {
        synchronized (this) {
            inside.remove(Thread.currentThread());
            nothingLeft |= inside.isEmpty() && lanes.stream().allMatch(Lane::isFinished);
        }
        forOthers.wake();
    }

    /** Works until all lanes have come to their ends, or it is stopped and no other thread works on it. */
    void workToTheEnd() {
        forOthers.until(() -> nothingLeft || (stopped.getAsBoolean() && isAlone()), this);
    }

    private synchronized boolean isAlone() {
        return inside.isEmpty() || (inside.size() == 1 && inside.containsKey(Thread.currentThread()));
    }

    /** Lets no thread begin any more, and waits, on whichever thread, until no other works on it; an interruption does not end it. */
    void end() {
        synchronized (this) {
            nothingLeft = true;
        }
        forOthers.until(this::isAlone);
    }

    /**
     * The batch, once no thread works on it any more.
     *
     * @throws RuntimeException the failure in the first lane that failed; other lanes' are suppressed in it
     */
    StepBatch complete() {
        RuntimeException failure = null;
        for (Lane lane : lanes) {
            Throwable ofLane = lane.failure();
            failure = ofLane == null ? failure : Failures.combined(failure, ofLane);
        }
        if (failure != null) {
            throw failure;
        }
        return batch.build(
                lanes.stream().flatMap(lane -> lane.endings().stream()).toList());
    }

    /** Hands failures that nobody will ask for to RxJava's error handler, once no thread works any more; does so once. */
    void giveUp() {
        if (givenUp) {
            return;
        }
        givenUp = true;
        lanes.stream().map(Lane::failure).flatMap(Stream::ofNullable).forEach(RxJavaPlugins::onError);
    }
}
