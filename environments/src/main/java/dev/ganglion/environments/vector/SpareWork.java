package dev.ganglion.environments.vector;

import java.util.function.BooleanSupplier;

/** Work that any thread may go on with while it waits for something else, and leave off again. */
public interface SpareWork {
    /**
     * Goes on with it until nothing is left for the calling thread. For any number of threads side by side.
     *
     * @param pause asked again and again; whether to leave off for now
     * @return whether anything was done
     */
    boolean work(BooleanSupplier pause);

    /** Share that has been done or begun, in [0, 1]; 1 once all is done. */
    double progress();

    /** No work at all. */
    static SpareWork none() {
        return new SpareWork() {
            @Override
            public boolean work(BooleanSupplier pause) {
                return false;
            }

            @Override
            public double progress() {
                return 1;
            }
        };
    }
}
