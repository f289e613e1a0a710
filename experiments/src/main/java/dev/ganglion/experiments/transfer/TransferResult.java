package dev.ganglion.experiments.transfer;

import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.experiments.statistics.StepsToThreshold;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of moving a policy to another body or task.
 *
 * @param policy what was moved
 * @param source what it earns where it was trained
 * @param zeroShot what it earns on the target without further training
 * @param untrained what the same controller earns there untrained
 * @param training what further training came to; empty if there was none, or it was interrupted
 */
public record TransferResult(
        TransferredPolicy policy,
        Evaluation source,
        Evaluation zeroShot,
        Evaluation untrained,
        Optional<FineTuning> training) {
    /**
     * The zero-shot return over the source's. Empty unless the source earns more than nothing: of other returns a ratio
     * says nothing.
     */
    public OptionalDouble ratio() {
        return source.mean() > 0 ? OptionalDouble.of(zeroShot.mean() / source.mean()) : OptionalDouble.empty();
    }

    /** How much more the policy earns at first than an untrained one. */
    public double jumpStart() {
        return zeroShot.mean() - untrained.mean();
    }

    /**
     * Fine-tuning beside training from scratch, for as many steps.
     *
     * @param tuned the policy that was moved
     * @param scratch one that began untrained
     */
    public record FineTuning(Arm tuned, Arm scratch) {
        /**
         * Area between the learning curves over the number of steps: by how much the moved policy's return was above the
         * other's, mean over training. Empty if too few steps were taken for an episode to end.
         */
        public OptionalDouble area() {
            return tuned.meanReturn.isPresent() && scratch.meanReturn.isPresent()
                    ? OptionalDouble.of(tuned.meanReturn.getAsDouble() - scratch.meanReturn.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    /**
     * One of the two trainings.
     *
     * @param directory of the run
     * @param steps environment steps it took
     * @param after mean return after training, without noise
     * @param meanReturn mean return over training, with exploration noise; empty if no episode ended
     * @param toSource steps until an update's episodes earned as much as the policy does at the source
     */
    public record Arm(Path directory, long steps, double after, OptionalDouble meanReturn, StepsToThreshold toSource) {}
}
