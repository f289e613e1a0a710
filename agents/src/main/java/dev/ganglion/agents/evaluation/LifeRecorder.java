package dev.ganglion.agents.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Takes note of a {@link Life} while it is lived. */
final class LifeRecorder {
    private final int window;
    private final double[] returns;
    private final List<Double> largestWeights = new ArrayList<>();
    private int steps;
    private boolean hasFailed;

    /**
     * A life that begins.
     *
     * @param window steps of a window
     * @param windows their number
     */
    LifeRecorder(int window, int windows) {
        this.window = window;
        this.returns = new double[windows];
    }

    /** A step was lived, with this reward and this largest weight after it. */
    void step(double reward, OptionalDouble largestWeight) {
        int at = steps / window;
        returns[at] += reward;
        if (largestWeight.isPresent()) {
            double weight = largestWeight.getAsDouble();
            if (at == largestWeights.size()) {
                largestWeights.add(weight);
            } else {
                largestWeights.set(at, Math.max(largestWeights.get(at), weight));
            }
        }
        steps++;
    }

    /** It has ended before its time. */
    void fail() {
        hasFailed = true;
    }

    /** Whether its last window is over. */
    boolean isComplete() {
        return steps == window * returns.length;
    }

    Life life() {
        return new Life(window, Arrays.stream(returns).boxed().toList(), largestWeights, steps, hasFailed);
    }
}
