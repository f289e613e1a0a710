package dev.ganglion.tests.fuzz;

import java.lang.management.ManagementFactory;

/**
 * Ends the process, naming the case, if a case uses the processor for longer than any may. Time of the processor, not of
 * the clock, so that a busy machine is no reason.
 */
final class Watchdog {
    private static final long LONGEST_NANOS = 20_000_000_000L;
    private static final int STUCK = 3;

    private final Thread watched = Thread.currentThread();
    private volatile String current = "nothing";
    private volatile long began;

    /** Watches the calling thread from now on. */
    Watchdog() {
        Thread thread = new Thread(this::watch, "watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    /** A case begins. */
    void begins(String name) {
        began = used();
        current = name;
    }

    private long used() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(watched.getId());
    }

    private void watch() {
        try {
            while (watched.isAlive()) {
                watched.join(500);
                if (used() - began > LONGEST_NANOS) {
                    System.out.println("STUCK in " + current);
                    for (StackTraceElement frame : watched.getStackTrace()) {
                        System.out.println("\tat " + frame);
                    }
                    Runtime.getRuntime().halt(STUCK);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
