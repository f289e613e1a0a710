package dev.ganglion.agents.ppo;

import dev.ganglion.agents.ppo.PpoGraph.Report;
import dev.ganglion.environments.NumericException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What the gradient steps of one update reported: means over those that were taken. */
final class UpdateReport {
    private static final Set<Report> LOSSES = Set.of(Report.POLICY_LOSS, Report.VALUE_LOSS, Report.ENTROPY);

    private final Map<Report, Double> sums = new EnumMap<>(Report.class);
    private final Map<Report, Double> latest = new EnumMap<>(Report.class);
    private int steps;
    private int policySteps;
    private int skipped;
    private double valueLoss;
    private double firstRatioDeviation = Double.NaN;
    private double firstDiffering = Double.NaN;
    private double epochDivergence;
    private int epochSteps;

    /** Begins to count anew what {@link #epochDivergence} is the mean of. */
    void beginEpoch() {
        epochDivergence = 0;
        epochSteps = 0;
    }

    /** Takes note of a step of controller and critic; false if its gradient was not finite and it was skipped. */
    boolean both(float[] numbers) {
        int i = 0;
        for (Report name : Report.values()) {
            latest.put(name, (double) numbers[i++]);
        }
        if (policySteps == 0 && skipped == 0) {
            firstRatioDeviation = latest(Report.RATIO_DEVIATION);
            firstDiffering = latest(Report.DIFFERING);
        }
        if (!Double.isFinite(latest(Report.GRADIENT_NORM))) {
            skipped++;
            return false;
        }
        latest.forEach((name, value) -> sums.merge(name, value, Double::sum));
        steps++;
        policySteps++;
        valueLoss += latest(Report.VALUE_LOSS);
        epochDivergence += latest(Report.DIVERGENCE);
        epochSteps++;
        return true;
    }

    /** Takes note of a step of the critic alone; false if its gradient was not finite and it was skipped. */
    boolean criticAlone(float[] numbers) {
        if (!Float.isFinite(numbers[1])) {
            skipped++;
            return false;
        }
        steps++;
        valueLoss += numbers[0];
        return true;
    }

    /** The losses of the latest step of the controller that are not finite, with their values; empty if all are. */
    String badLosses() {
        return latest.entrySet().stream()
                .filter(entry -> LOSSES.contains(entry.getKey()) && !Double.isFinite(entry.getValue()))
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** What the latest step of the controller reported. */
    double latest(Report name) {
        return Objects.requireNonNull(latest.get(name));
    }

    /** Mean over the controller's steps; NaN if all were skipped. */
    double mean(Report name) {
        return sums.getOrDefault(name, Double.NaN) / policySteps;
    }

    /** Mean loss of the critic over all steps. */
    double valueLoss() {
        return valueLoss / steps;
    }

    /** Mean estimated divergence over the epoch's steps of the controller. */
    double epochDivergence() {
        return epochSteps == 0 ? 0 : epochDivergence / epochSteps;
    }

    /**
     * Share of the first minibatch's steps whose ratio is not 1. Replay may differ from the rollout in a last bit, which
     * moves a smooth controller's output by as little, but may add or remove a spike.
     */
    double firstDiffering() {
        return firstDiffering;
    }

    /** Largest deviation of a ratio from 1 in the first minibatch, where the policy is still the one that acted. */
    double firstRatioDeviation() {
        return firstRatioDeviation;
    }

    /**
     * Checks that something was learned.
     *
     * @param update number of the update, for the message
     * @throws NumericException if every step had to be skipped
     */
    void requireProgress(long update) {
        if (steps == 0 && skipped > 0) {
            throw new NumericException("No gradient of update " + update + " was finite; the last step reported "
                    + latest + ". A smaller learning-rate may help");
        }
    }

    /** Steps that were skipped because their gradient was not finite. */
    int skipped() {
        return skipped;
    }

    /** Steps of the controller that were taken. */
    int policySteps() {
        return policySteps;
    }
}
