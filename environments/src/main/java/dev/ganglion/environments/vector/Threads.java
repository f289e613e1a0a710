package dev.ganglion.environments.vector;

/** What threads have to do with each other. */
public final class Threads {
    private Threads() {}

    /** Waits until a thread has ended, if it ever began. An interruption does not end the wait; it is handed on afterwards. */
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
