package dev.ganglion.experiments.transfer;

import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.config.Presets;
import dev.ganglion.experiments.config.RunConfig;

/**
 * A policy to be moved, and where to.
 *
 * @param source the run that learned it
 * @param target the body and task to move it to
 * @param isPartial whether to bind what fits if not everything does
 * @param evaluation how it is watched, on both bodies
 * @param steps environment steps of further training, and of training from scratch; 0 for none
 */
public record TransferPlan(
        Run source, EnvironmentChoice target, boolean isPartial, EvaluationPlan evaluation, long steps) {
    /** The source's configuration with the target in the place of its environment. */
    RunConfig config() {
        TrainingPlan plan = source.config().plan();
        TrainingPlan moved = new TrainingPlan(
                target,
                plan.controller(),
                plan.learner(),
                Math.max(steps, 1),
                plan.seed(),
                plan.environments(),
                evaluation.workers());
        return new RunConfig(moved, Presets.NONE, source.config().version());
    }
}
