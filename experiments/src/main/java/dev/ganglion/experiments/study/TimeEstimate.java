package dev.ganglion.experiments.study;

import dev.ganglion.experiments.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How long cells will take, from how fast others were: of the same arm in the same environment if there are any, else of
 * the same arm, else of all.
 */
public final class TimeEstimate {
    private final List<Known> known = new ArrayList<>();

    /** Takes in a cell that has finished. */
    public void learn(Cell cell, Summary summary) {
        if (summary.stepsPerSecond() > 0) {
            known.add(new Known(cell.arm(), cell.environment(), summary.stepsPerSecond()));
        }
    }

    /** Seconds that a cell takes, empty if nothing is known yet. */
    public OptionalDouble seconds(Cell cell) {
        OptionalDouble secondsPerStep =
                mean(rate -> rate.arm.equals(cell.arm()) && rate.environment.equals(cell.environment()));
        if (secondsPerStep.isEmpty()) {
            secondsPerStep = mean(rate -> rate.arm.equals(cell.arm()));
        }
        if (secondsPerStep.isEmpty()) {
            secondsPerStep = mean(rate -> true);
        }
        return secondsPerStep.isPresent()
                ? OptionalDouble.of(
                        secondsPerStep.getAsDouble() * cell.config().plan().steps())
                : OptionalDouble.empty();
    }

    /**
     * Seconds that cells take side by side, empty if nothing is known yet.
     *
     * @param jobs how many side by side
     */
    public OptionalDouble seconds(List<Cell> cells, int jobs) {
        double sum = 0;
        for (Cell cell : cells) {
            OptionalDouble seconds = seconds(cell);
            if (seconds.isEmpty()) {
                return seconds;
            }
            sum += seconds.getAsDouble();
        }
        return OptionalDouble.of(sum / jobs);
    }

    private OptionalDouble mean(Predicate<Known> filter) {
        return known.stream()
                .filter(filter)
                .mapToDouble(rate -> 1 / rate.stepsPerSecond)
                .average();
    }

    /** How fast a cell was. */
    private record Known(String arm, String environment, double stepsPerSecond) {}
}
