package dev.ganglion.agents.ppo;

import dev.ganglion.environments.NumericException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the gradient steps of one update reported: means over those that were taken. */
final class UpdateReport {
    private final List<StepReport> policySteps = new ArrayList<>();
    private @Nullable StepReport first;
    private @Nullable StepReport latest;
    private int steps;
    private int skipped;
    private double valueLoss;
    private double epochDivergence;
    private int epochSteps;

    /** Begins to count anew what {@link #epochDivergence} is the mean of. */
    void beginEpoch() {
        epochDivergence = 0;
        epochSteps = 0;
    }

    /** Takes note of a step of controller and critic, which was skipped if its gradient was not finite. */
    void both(StepReport step) {
        latest = step;
        if (first == null) {
            first = step;
        }
        if (!Double.isFinite(step.gradientNorm())) {
            skipped++;
            return;
        }
        policySteps.add(step);
        steps++;
        valueLoss += step.valueLoss();
        epochDivergence += step.ratios().divergence();
        epochSteps++;
    }

    /**
     * Takes note of a step of the critic alone, which was skipped if its gradient was not finite.
     *
     * @param loss the critic's loss
     * @param gradientNorm norm of its gradient
     */
    void criticAlone(double loss, double gradientNorm) {
        if (!Double.isFinite(gradientNorm)) {
            skipped++;
            return;
        }
        steps++;
        valueLoss += loss;
    }

    /** What the latest step of the controller reported. */
    StepReport latest() {
        return Objects.requireNonNull(latest);
    }

    /** Mean over the controller's steps; NaN if all were skipped. */
    double mean(ToDoubleFunction<StepReport> number) {
        return policySteps.stream().mapToDouble(number).average().orElse(Double.NaN);
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
        return first == null ? Double.NaN : first.ratios().differing();
    }

    /** Largest deviation of a ratio from 1 in the first minibatch, where the policy is still the one that acted. */
    double firstRatioDeviation() {
        return first == null ? Double.NaN : first.ratios().deviation();
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
        return policySteps.size();
    }
}
