package dev.ganglion.environments.vector;

/**
 * How environments stand in groups that act together, and how groups are dealt out to workers or lanes.
 *
 * <p>Groups are contiguous and of one fixed size; only the last may be smaller. They do not depend on the number of
 * workers, because the last bits of a matrix product depend on the batch that is multiplied: what is computed together
 * must stay together.
 *
 * @param environments number of environments
 * @param groupSize environments in a group
 */
public record Grouping(int environments, int groupSize) {
    /** Checks that both are at least 1. */
    public Grouping {
        if (environments < 1 || groupSize < 1) {
            throw new IllegalArgumentException(
                    "Groups need at least one environment each, not " + environments + " in groups of " + groupSize);
        }
    }

    /** Number of groups. */
    public int count() {
        return (environments - 1) / groupSize + 1;
    }

    /** Index of a group's first environment. */
    public int first(int group) {
        return group * groupSize;
    }

    /** Number of environments in a group. */
    public int size(int group) {
        return Math.min(groupSize, environments - first(group));
    }

    /**
     * Index of the first group that a worker or lane takes; it takes all groups up to the first of the next one. Shares
     * differ by at most one group.
     *
     * @param worker its index, from 0; the number of them all gives {@link #count()}
     * @param workers how many share the groups
     */
    public int firstOfWorker(int worker, int workers) {
        return Math.toIntExact((long) worker * count() / workers);
    }
}
