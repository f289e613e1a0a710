package dev.ganglion.environments.render;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What many like quantities of a controller did in an episode, step by step: the activities of its neurons, or its plastic
 * weights.
 *
 * @param caption what they are
 * @param names names of the neurons, from head to tail, or of the weights
 * @param classes for each the class of like ones that it belongs to
 * @param stepSeconds simulated time of a step, in seconds
 * @param steps for each step the values at its end, in the unit of the model; at least one step
 */
public record Traces(
        String caption, List<String> names, List<String> classes, double stepSeconds, List<float[]> steps) {
    /** Share of the values other than zero that the colours tell apart; the few beyond are shown as the strongest. */
    private static final double TOLD_APART = 0.99;

    /** Copies the lists and checks that they fit each other. */
    public Traces {
        names = List.copyOf(names);
        classes = List.copyOf(classes);
        steps = List.copyOf(steps);
        int neurons = names.size();
        if (neurons == 0 || classes.size() != neurons || steps.isEmpty()) {
            throw new IllegalArgumentException("Traces of " + neurons + " quantities in " + classes.size()
                    + " classes over " + steps.size() + " steps cannot be shown");
        }
        if (steps.stream().anyMatch(step -> step.length != neurons)) {
            throw new IllegalArgumentException("Each step needs the values of " + neurons + " quantities");
        }
    }

    /** Time of all steps, in seconds. */
    public double seconds() {
        return steps.size() * stepSeconds;
    }

    /** The magnitude that is shown as the strongest; 1 if all are zero. */
    double scale() {
        double[] magnitudes = steps.stream()
                .flatMapToDouble(step -> IntStream.range(0, step.length).mapToDouble(i -> Math.abs(step[i])))
                .filter(magnitude -> magnitude > 0 && Double.isFinite(magnitude))
                .sorted()
                .toArray();
        return magnitudes.length == 0 ? 1 : magnitudes[(int) (TOLD_APART * (magnitudes.length - 1))];
    }

    /** Whether anything is below zero. */
    boolean isSigned() {
        for (float[] step : steps) {
            for (float activity : step) {
                if (activity < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The strongest value of a quantity within some steps, with its sign, so that no spike is lost between pixels. */
    double strongest(int neuron, int from, int to) {
        double strongest = 0;
        for (int step = from; step < to; step++) {
            double activity = steps.get(step)[neuron];
            strongest = Math.abs(activity) > Math.abs(strongest) ? activity : strongest;
        }
        return strongest;
    }
}
