package dev.ganglion.environments.vector;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Threads that work side by side: the owner's and its helpers'. It is the same crew for all that a run does, so that no more
 * threads are busy than were asked for, each at the processor where it was before.
 *
 * <p>All methods are for the owner, one thread at a time, but for {@link #spare} and {@link
 * #isCurrentThreadAHelper}.
 */
public final class Crew implements AutoCloseable {
    private final List<Helper> helpers;
    private final Spare spare = new Spare();

    /**
     * A crew whose threads begin with their first tasks.
     *
     * @param size number of threads with the owner's, at least 1
     * @param name what they work on; the helpers' threads are called {@code NAME worker 1} and so on
     */
    public Crew(int size, String name) {
        helpers = IntStream.range(1, size)
                .mapToObj(i -> new Helper(name + " worker " + i, size, spare))
                .toList();
    }

    /** Number of threads, with the owner's. */
    public int size() {
        return 1 + helpers.size();
    }

    /** All but the owner. */
    public List<Helper> helpers() {
        return helpers;
    }

    /** Whether the calling thread is a helper's. */
    public boolean isCurrentThreadAHelper() {
        return helpers.stream().anyMatch(Helper::isCurrentThread);
    }

    /**
     * What the owner and its helpers are to do whenever they wait for each other, until it is replaced. With a count of 0,
     * for any thread.
     *
     * @param count how many helpers are woken for it, the first ones; without helpers nobody does it
     * @param work {@link SpareWork#none} for nothing
     */
    public void spare(int count, SpareWork work) {
        spare.work = work;
        helpers.stream().limit(count).forEach(Helper::wake);
    }

    /** Share of the spare work that has been done or begun, in [0, 1]; 1 if there is none. */
    public double spareProgress() {
        return spare.progress();
    }

    /**
     * Hands the same task to some helpers, the first ones, and waits for nothing.
     *
     * @param count how many; none if not above 0, all if there are no more
     */
    public void start(int count, Runnable task) {
        helpers.stream().limit(Math.max(0, count)).forEach(helper -> helper.start(task));
    }

    /** Waits until all helpers are done, and throws what the first one threw that threw anything. */
    public void await() {
        RuntimeException failure = null;
        for (Helper helper : helpers) {
            try {
                helper.await();
            } catch (RuntimeException | Error e) {
                failure = Failures.combined(failure, e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /**
     * Does something for each index, on all threads, and waits until all is done.
     *
     * @throws RuntimeException the failure of the lowest index; others' are suppressed in it
     */
    public void forEach(int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        @Nullable Throwable[] failures = new @Nullable Throwable[count];
        Runnable task = () -> {
            for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                try {
                    work.accept(i);
                } catch (RuntimeException | Error e) {
                    failures[i] = e;
                }
            }
        };
        try {
            start(count - 1, task);
            task.run();
        } finally {
            await();
        }
        RuntimeException failure = null;
        for (Throwable one : failures) {
            failure = one == null ? failure : Failures.combined(failure, one);
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends the helpers' threads, once their tasks are done, and waits for that; closing again does nothing. */
    @Override
    public void close() {
        helpers.forEach(Helper::close);
    }

    /** What all threads of a crew find when they wait. */
    private static final class Spare implements SpareWork {
        private volatile SpareWork work = SpareWork.none();

        @Override
        public boolean work(BooleanSupplier pause) {
            try {
                return work.work(pause);
            } catch (RuntimeException | Error e) {
                work = SpareWork.none();
                throw e;
            }
        }

        @Override
        public double progress() {
            return work.progress();
        }
    }
}
