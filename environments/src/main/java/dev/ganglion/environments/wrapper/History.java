package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.StepStatus;

/** An environment that remembers its last observations; before the first step all of them are the first. */
abstract class History extends Wrapped {
    private final float[] newest;
    private final float[][] past;
    private int now;

    /**
     * An environment with a memory.
     *
     * @param length number of observations remembered, the present one among them
     */
    History(Environment inner, int length) {
        super(inner);
        newest = new float[inner.spec().observation().size()];
        past = new float[length][newest.length];
    }

    /** Writes what is observed of the past. */
    abstract void observe(float[] observation, int offset);

    /** Writes the observation of some steps ago from an index on. */
    final void recall(int stepsAgo, float[] observation, int offset) {
        int at = Math.floorMod(now - stepsAgo, past.length);
        System.arraycopy(past[at], 0, observation, offset, newest.length);
    }

    @Override
    public final void reset(long seed, float[] observation, int offset) {
        super.reset(seed, newest, 0);
        for (float[] moment : past) {
            System.arraycopy(newest, 0, moment, 0, newest.length);
        }
        now = 0;
        observe(observation, offset);
    }

    @Override
    public final StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
        StepStatus status = super.step(action, actionOffset, newest, 0);
        now = (now + 1) % past.length;
        System.arraycopy(newest, 0, past[now], 0, newest.length);
        observe(observation, observationOffset);
        return status;
    }
}
