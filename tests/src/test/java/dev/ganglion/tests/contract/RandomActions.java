package dev.ganglion.tests.contract;

import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Space;
import java.util.random.RandomGenerator;

/** Uniformly random actions in any space; unlimited components come from a standard normal distribution. */
final class RandomActions {
    private RandomActions() {}

    static void fill(Space space, RandomGenerator random, float[] actions, int offset) {
        if (space instanceof Discrete discrete) {
            actions[offset] = random.nextInt(discrete.choices().size());
        } else if (space instanceof Box box) {
            for (int i = 0; i < box.size(); i++) {
                actions[offset + i] = component(box.signals().at(i), random);
            }
        }
    }

    private static float component(Signal signal, RandomGenerator random) {
        boolean limited = Double.isFinite(signal.low()) && Double.isFinite(signal.high());
        return (float) (limited ? random.nextDouble(signal.low(), signal.high()) : random.nextGaussian());
    }
}
