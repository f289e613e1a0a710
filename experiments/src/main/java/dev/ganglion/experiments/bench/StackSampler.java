package dev.ganglion.experiments.bench;

import dev.ganglion.environments.vector.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks at the stacks of all threads every few milliseconds while it is open. A thread in native code counts as busy,
 * which the flight recorder's samples of Java code would miss. Looking costs a pause of well under a tenth of a
 * millisecond.
 */
final class StackSampler implements AutoCloseable {
    private static final long PERIOD_NANOS = 5_000_000;
    private static final int DEPTH = 96;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<TimeShares.Work, Long> counts = new EnumMap<>(TimeShares.Work.class);
    private final Thread thread = new Thread(this::look, "bench-sampler");
    private volatile boolean closed;
    private long moments;

    /** Begins to look. */
    StackSampler() {
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        while (!closed) {
            LockSupport.parkNanos(PERIOD_NANOS);
            moments++;
            for (ThreadInfo info : threads.dumpAllThreads(false, false, DEPTH)) {
                if (info.getThreadState() == Thread.State.RUNNABLE && info.getThreadId() != thread.getId()) {
                    TimeShares.Work work = TimeShares.work(() -> Arrays.stream(info.getStackTrace())
                            .map(StackTraceElement::getClassName)
                            .iterator());
                    if (work != null) {
                        counts.merge(work, 1L, Long::sum);
                    }
                }
            }
        }
    }

    /**
     * Stops looking.
     *
     * @param workers threads that could have been busy at each moment
     */
    TimeShares stop(int workers) {
        close();
        return TimeShares.of(counts, moments, workers);
    }

    @Override
    public void close() {
        closed = true;
        Threads.join(thread);
    }
}
