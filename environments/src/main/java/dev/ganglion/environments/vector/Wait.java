package dev.ganglion.environments.vector;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a thread waits for, and another brings about; one thread at a time waits.
 *
 * <p>What is waited for may take some hundred microseconds; to wake a thread that sleeps may take as long, and the system may
 * wake it on the very processor that the other is at, and leave it there for milliseconds. So whoever waits does spare work
 * if there is any, else looks again and again before it sleeps, and a hand-over costs a microsecond. After a while it lets
 * others have the processor between two looks, but not sooner: two threads that yield to each other on one processor both
 * seem to have run just now, and the system moves neither of them to a processor that idles.
 */
public final class Wait {
    private static final int LOOKS = 64;
    private static final long YIELDING_NANOS = 2_000_000;
    private static final long SLEEPING_NANOS = 20_000_000;
    /** How long it sleeps while spare work is left for which there is no room now. */
    private static final long NAP_NANOS = 1_000_000;

    private static final SpareWork NOTHING = SpareWork.none();

    private final long yieldingNanos;
    private volatile @Nullable Thread sleeper;

    /**
     * Something to be waited for.
     *
     * @param threads how many threads are at work; with more than there are processors, whoever waits yields at once
     */
    public Wait(int threads) {
        yieldingNanos = threads > Runtime.getRuntime().availableProcessors() ? 0 : YIELDING_NANOS;
    }

    /** Waits until it is so; an interruption does not end it. */
    public void until(BooleanSupplier met) {
        until(met, NOTHING);
    }

    /**
     * Waits until it is so; an interruption does not end it.
     *
     * @param spare what to do meanwhile
     */
    public void until(BooleanSupplier met, SpareWork spare) {
        boolean interrupted = false;
        while (!lookUntil(met, spare)) {
            sleeper = Thread.currentThread();
            if (!met.getAsBoolean()) {
                if (spare.progress() == 1) {
                    LockSupport.park(this);
                } else {
                    LockSupport.parkNanos(this, NAP_NANOS);
                }
            }
            sleeper = null;
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks again and again for a while; whether it is so. */
    @SuppressWarnings("ThreadPriorityCheck") // right for any scheduler: where yielding does nothing, it looks on
    private boolean lookUntil(BooleanSupplier met, SpareWork spare) {
        long began = System.nanoTime();
        for (long waited = 0; waited < SLEEPING_NANOS; waited = System.nanoTime() - began) {
            if (met.getAsBoolean()) {
                return true;
            }
            if (spare.work(met)) {
                began = System.nanoTime();
                continue;
            }
            for (int i = 0; i < LOOKS; i++) {
                if (met.getAsBoolean()) {
                    return true;
                }
                Thread.onSpinWait();
            }
            if (waited >= yieldingNanos) {
                Thread.yield();
            }
        }
        return met.getAsBoolean();
    }

    /** Wakes who waits, to look again. */
    public void wake() {
        Thread sleeping = sleeper;
        if (sleeping != null) {
            LockSupport.unpark(sleeping);
        }
    }
}
