package dev.ganglion.agents;

import dev.ganglion.environments.stream.StepBatch;
import java.util.List;
import java.util.Map;

/** What a training run tells its subscribers. */
public sealed interface TrainingEvent {
    /** Environment steps taken so far. */
    long steps();

    /**
     * The run is set up; nothing has been learned yet.
     *
     * @param steps steps taken so far, 0 unless resumed
     * @param checkpoint the policy before training
     * @param parameters number of trainable values of the controller (the critic's are not counted)
     */
    record Started(long steps, Checkpoint checkpoint, int parameters) implements TrainingEvent {}

    /**
     * One update of the learner.
     *
     * @param steps steps taken so far
     * @param update number of updates so far, from 1
     * @param metrics the update's metrics by name, such as {@code losses/value}, in a fixed order
     * @param episodes the episodes that ended during its rollout
     * @param checkpoint everything needed to go on from here
     */
    record Updated(
            long steps,
            long update,
            Map<String, Double> metrics,
            List<StepBatch.Ending> episodes,
            Checkpoint checkpoint)
            implements TrainingEvent {}

    /**
     * All steps have been taken.
     *
     * @param steps steps taken
     * @param checkpoint the final state
     */
    record Finished(long steps, Checkpoint checkpoint) implements TrainingEvent {}
}
