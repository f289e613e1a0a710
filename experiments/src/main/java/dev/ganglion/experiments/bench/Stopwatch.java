package dev.ganglion.experiments.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall-clock time and the processor time of all threads of the process, native ones included. */
final class Stopwatch {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private long wallNanos;
    private long coreNanos;

    /** A stopwatch that runs. */
    Stopwatch() {
        restart();
    }

    /** Starts from zero again. */
    void restart() {
        wallNanos = System.nanoTime();
        coreNanos = SYSTEM.getProcessCpuTime();
    }

    /** Wall-clock seconds since the start. */
    double seconds() {
        return (System.nanoTime() - wallNanos) * 1e-9;
    }

    /** The rate at which steps were taken since the start. */
    Rate rate(long steps) {
        return new Rate(steps / seconds(), (SYSTEM.getProcessCpuTime() - coreNanos) * 1e-3 / steps);
    }
}
