package dev.ganglion.environments.vector;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A thread that works beside its owner's: tasks are handed over and done one after the other, in that order. A thread that
 * waits for the other, whichever of the two it is, does spare work meanwhile.
 *
 * <p>All methods are for the owner, one thread at a time, but for {@link #isCurrentThread}.
 */
public final class Helper implements AutoCloseable {
    private static final int ROOM = 4;

    private final @Nullable Runnable[] tasks = new @Nullable Runnable[ROOM];
    private final Wait forTasks;
    private final Wait forResults;
    private final SpareWork spare;
    private final Thread thread;
    private boolean begun;
    private volatile long given;
    private volatile long done;
    private volatile boolean closed;
    private volatile @Nullable Throwable failure;

    /** A helper whose thread begins with the first task. */
    public Helper(String name) {
        this(name, 2, SpareWork.none());
    }

    /**
     * A helper whose thread begins with the first task, or when it is woken.
     *
     * @param threads how many threads are at work
     * @param spare what to do while there is nothing else to do
     */
    Helper(String name, int threads, SpareWork spare) {
        this.spare = spare;
        forTasks = new Wait(threads);
        forResults = new Wait(threads);
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
        begin();
        tasks[(int) (number % ROOM)] = task;
        given = number + 1;
        forTasks.wake();
    }

    /** A thread that cannot be had leaves no task behind that nobody does. */
    private void begin() {
        if (!begun && !closed) {
            thread.start();
            begun = true;
        }
    }

    /** Lets it look for something to do. */
    void wake() {
        begin();
        forTasks.wake();
    }

    /** Whether all tasks are done. */
    public boolean isIdle() {
        return done == given;
    }

    /** Waits until all tasks are done, and throws what one of them threw; an interruption does not end it. */
    public void await() {
        forResults.until(this::isIdle, spare);
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
            try {
                forTasks.until(() -> given > number || closed, spare);
            } catch (RuntimeException | Error e) {
                failure = e;
                continue;
            }
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
}
