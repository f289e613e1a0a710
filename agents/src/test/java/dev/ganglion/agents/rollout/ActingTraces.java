package dev.ganglion.agents.rollout;

import java.util.random.RandomGenerator;

/** Fills traces without anybody acting. */
public final class ActingTraces {
    private ActingTraces() {}

    /** Random outputs and states, with a random initial state at every start. */
    public static void fill(ActingTrace trace, RolloutShape shape, RandomGenerator random, boolean[] starts) {
        for (int time = 0; time < shape.steps(); time++) {
            trace.before(time, 0, normal(random, shape.environments() * shape.state()));
            trace.after(
                    time,
                    0,
                    normal(random, shape.environments() * shape.outputs()),
                    normal(random, shape.environments() * shape.state()));
            for (int environment = 0; environment < shape.environments(); environment++) {
                if (starts[time * shape.environments() + environment]) {
                    trace.begins(time, environment, normal(random, shape.state()));
                }
            }
        }
    }

    private static float[] normal(RandomGenerator random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
