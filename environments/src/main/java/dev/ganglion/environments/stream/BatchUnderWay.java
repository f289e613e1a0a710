package dev.ganglion.environments.stream;

import dev.ganglion.environments.vector.Crew;
import dev.ganglion.environments.vector.Failures;
import dev.ganglion.environments.vector.Helper;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way through all lanes of a subscription. With fewer threads than lanes, threads change lanes, so that
 * all come to their ends at the same time and a thread that joins later finds something to do.
 */
final class BatchUnderWay {
    /** How long a thread stays in a lane at least: long beside the change, short beside a batch. */
    private static final long STAY_NANOS = 1_000_000;

    private final List<Lane> lanes;
    private final BatchBuilder batch;
    private final BooleanSupplier stopped;
    private final Set<Lane> taken = new HashSet<>();
    private int helpers;

    /**
     * Begins with a batch.
     *
     * @param stopped asked before each step; whether to leave the batch unfinished
     */
    BatchUnderWay(List<Lane> lanes, BatchBuilder batch, BooleanSupplier stopped) {
        this.lanes = lanes;
        this.batch = batch;
        this.stopped = stopped;
        lanes.forEach(Lane::begin);
    }

    /** Lets so many of a crew's helpers work on it, and waits for nothing. */
    void begin(Crew crew, int count) {
        for (Helper helper : crew.helpers().subList(0, Math.min(count, crew.size() - 1))) {
            entered(1);
            try {
                helper.start(this::help);
            } catch (RuntimeException | Error e) {
                entered(-1);
                throw e;
            }
        }
    }

    private void help() {
        try {
            work();
        } finally {
            entered(-1);
        }
    }

    private synchronized void entered(int more) {
        helpers += more;
        notifyAll();
    }

    /** Works until no lane is left to work in. For any number of threads side by side. */
    void work() {
        Lane lane = change(null);
        while (lane != null) {
            long until = System.nanoTime() + STAY_NANOS;
            lane.work(batch, () -> stopped.getAsBoolean() || System.nanoTime() - until > 0);
            lane = stopped.getAsBoolean() ? null : change(lane);
        }
    }

    /** Leaves a lane and takes the one with most to do of those that nobody is in. */
    private synchronized @Nullable Lane change(@Nullable Lane left) {
        if (left != null) {
            taken.remove(left);
        }
        Lane next = lanes.stream()
                .filter(lane -> !taken.contains(lane) && !lane.isFinished())
                .max(Comparator.comparingLong(lane -> lane.stepsLeft(batch)))
                .orElse(null);
        if (next != null) {
            taken.add(next);
        }
        return next;
    }

    /** Waits, on whichever thread, until no helper works on it any more; an interruption does not end it. */
    synchronized void awaitHelpers() {
        boolean interrupted = false;
        while (helpers > 0) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
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

    /** Hands failures that nobody will ask for to RxJava's error handler, once no thread works any more. */
    void giveUp() {
        lanes.stream().map(Lane::failure).flatMap(Stream::ofNullable).forEach(RxJavaPlugins::onError);
    }
}
