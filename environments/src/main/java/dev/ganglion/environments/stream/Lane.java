package dev.ganglion.environments.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Groups of environments whose classes come from one loader, and how far they have come in a batch. One thread at a time
 * steps them, whichever it is.
 */
final class Lane {
    private final List<EnvironmentGroup> groups;
    private final List<StepBatch.Ending> endings = new ArrayList<>();
    private int group;
    private int time;
    private @Nullable Throwable failure;

    /** A lane whose groups have all been opened. */
    Lane(List<EnvironmentGroup> groups) {
        this.groups = groups;
    }

    /** The first of its groups. */
    EnvironmentGroup first() {
        return groups.get(0);
    }

    /** Begins anew with a batch. */
    void begin() {
        endings.clear();
        group = 0;
        time = 0;
    }

    /** Whether all groups have taken all steps, or one has failed. */
    boolean isFinished() {
        return group == groups.size() || failure != null;
    }

    /** Steps that groups have still to take. */
    long stepsLeft(BatchBuilder batch) {
        return (long) (groups.size() - group) * batch.steps() - time;
    }

    /**
     * Takes steps until all are taken, or one fails.
     *
     * @param pause asked before each step; whether to leave off for now
     */
    void work(BatchBuilder batch, BooleanSupplier pause) {
        try {
            while (!isFinished()) {
                time = groups.get(group).collect(batch, time, pause, endings);
                if (time < batch.steps()) {
                    return;
                }
                group++;
                time = 0;
            }
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /** The episodes that ended, by group, then time, then environment. */
    List<StepBatch.Ending> endings() {
        return endings;
    }

    /** Why it could not go on; null if it could. */
    @Nullable
    Throwable failure() {
        return failure;
    }
}
