package dev.ganglion.environments.signal;

/**
 * A product of intervals: one real number per component of the signals, between each signal's limits.
 *
 * @param signals the signals, in the order of the vector
 */
public record Box(Signals signals) implements Space {
    @Override
    public int size() {
        return signals.size();
    }

    @Override
    public String component(int index) {
        return signals.at(index).name();
    }

    @Override
    public int outputs() {
        return size();
    }
}
