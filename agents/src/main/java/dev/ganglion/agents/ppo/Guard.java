package dev.ganglion.agents.ppo;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets one thread in at a time, and closes what it guards when nobody is in.
 *
 * <p>Whoever is in may be the one that closes, as it steps environments while it waits; and a helper that closes may be what
 * whoever is in waits for. Neither waits: it is closed when the one that is in leaves.
 */
final class Guard implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final BooleanSupplier mustNotWait;
    private final Runnable close;
    private volatile boolean closing;
    private boolean closed;

    /**
     * Nobody is in.
     *
     * @param mustNotWait whether the calling thread must not wait for whoever is in
     * @param close called once
     */
    Guard(BooleanSupplier mustNotWait, Runnable close) {
        this.mustNotWait = mustNotWait;
        this.close = close;
    }

    /** Does something within; nothing once it is to be closed. */
    void within(Runnable work) {
        within(
                () -> {
                    work.run();
                    return true;
                },
                false);
    }

    /** Does something within; something else instead once it is to be closed. */
    <T> T within(Supplier<T> work, T instead) {
        lock.lock();
        try {
            return closing ? instead : work.get();
        } finally {
            lock.unlock();
            if (closing) {
                close();
            }
        }
    }

    /** Closes at once, or when whoever is in leaves; waits for that where it may. Closing again does nothing. */
    @Override
    public void close() {
        closing = true;
        // Who is in and misses that it is to be closed holds the lock no more; so one of both closes.
        if (lock.isHeldByCurrentThread() || !entered()) {
            return;
        }
        try {
            if (!closed) {
                closed = true;
                close.run();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean entered() {
        if (mustNotWait.getAsBoolean()) {
            return lock.tryLock();
        }
        lock.lock();
        return true;
    }
}
