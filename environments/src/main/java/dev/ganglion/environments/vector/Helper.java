package dev.ganglion.environments.vector;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that works beside its owner's: tasks are handed over and done one after the other, in that order.
 *
 * <p>A task may take some hundred microseconds; to wake a thread that sleeps may take as long, and the system may wake it on
 * the very processor that its owner is at. So whoever waits looks again and again before it sleeps, and a hand-over costs a
 * microsecond. After a while it lets others have the processor between two looks.
 *
 * <p>All methods are for the owner, one thread at a time, but for {@link #isCurrentThread}.
 */
public final class Helper implements AutoCloseable {
    private static final int ROOM = 4;

    private final @Nullable Runnable[] tasks = new @Nullable Runnable[ROOM];
    private final Wait forTasks = new Wait();
    private final Wait forResults = new Wait();
    private final Thread thread;
    private volatile long given;
    private volatile long done;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /** A helper whose thread begins with the first task. */
    public Helper(String name) {
        thread = new Thread(this::work, name);
        thread.setDaemon(true);
    }

    /**
     * Hands over a task.
     *
     * @throws IllegalStateException if this was closed, or as many tasks wait as there is room for
     */
    public void start(Runnable task) {
        long number = given;
        if (closed || number - done >= ROOM) {
            throw new IllegalStateException(closed ? "The helper was closed" : "Too many tasks wait");
        }
        if (number == 0) {
            thread.start();
        }
        tasks[(int) (number % ROOM)] = task;
        given = number + 1;
        forTasks.wake();
    }

    /** Whether all tasks are done. */
    public boolean isIdle() {
        return done == given;
    }

    /** Waits until all tasks are done, and throws what one of them threw; an interruption does not end it. */
    public void await() {
        forResults.until(this::isIdle);
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Whether the calling thread is this helper's own. */
    public boolean isCurrentThread() {
        return Thread.currentThread() == thread;
    }

    private void work() {
        while (true) {
            long number = done;
            forTasks.until(() -> given > number || closed);
            if (given == number) {
                return;
            }
            int at = (int) (number % ROOM);
            Runnable task = Objects.requireNonNull(tasks[at]);
            tasks[at] = null;
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            done = number + 1;
            forResults.wake();
        }
    }

    /** Ends the thread once its tasks are done, and waits for that unless it is the calling one; closing again does nothing. */
    @Override
    public void close() {
        closed = true;
        forTasks.wake();
        if (!isCurrentThread()) {
            Threads.join(thread);
        }
    }

    /** What a thread waits for, and another brings about. */
    private static final class Wait {
        private static final int LOOKS = 64;
        private static final long YIELDING_NANOS = Runtime.getRuntime().availableProcessors() > 1 ? 20_000 : 0;
        private static final long SLEEPING_NANOS = 1_000_000;

        private volatile @Nullable Thread sleeper;

        /** Right for any scheduler: where yielding does nothing, it looks on. */
        @SuppressWarnings("ThreadPriorityCheck")
        void until(BooleanSupplier met) {
            long began = System.nanoTime();
            for (long waited = 0; waited < SLEEPING_NANOS; waited = System.nanoTime() - began) {
                for (int i = 0; i < LOOKS; i++) {
                    if (met.getAsBoolean()) {
                        return;
                    }
                    Thread.onSpinWait();
                }
                if (waited >= YIELDING_NANOS) {
                    Thread.yield();
                }
            }
            sleeper = Thread.currentThread();
            boolean interrupted = false;
            while (!met.getAsBoolean()) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
            sleeper = null;
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        void wake() {
            Thread sleeping = sleeper;
            if (sleeping != null) {
                LockSupport.unpark(sleeping);
            }
        }
    }
}
