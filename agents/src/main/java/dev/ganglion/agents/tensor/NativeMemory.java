package dev.ganglion.agents.tensor;

/**
 * How memory outside the heap is watched.
 *
 * <p>JavaCPP, through which TensorFlow is called, asks the system for the process's resident size each time it allocates
 * something, a read of {@code /proc/self/statm}, to fail before the machine is short of memory. A call of a small network
 * allocates a dozen times: half of its processor time went there, more where the machine is
 * busy.
 */
final class NativeMemory {
    private static final String LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

    private NativeMemory() {}

    /** Leaves the resident size uncounted, unless a limit was set. Without effect once TensorFlow has been called. */
    static void leaveUncounted() {
        if (System.getProperty(LIMIT) == null) {
            System.setProperty(LIMIT, "0");
        }
    }
}
