package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import org.jspecify.annotations.Nullable;

/** Takes gradient steps on minibatches of what a rollout's tensors hold. To be closed before those. */
interface GradientSteps extends AutoCloseable {
    /**
     * The way of taking steps.
     *
     * @param rates where step sizes are written before they are fed
     * @param beside a second thread to learn on; null if there is none
     */
    static GradientSteps of(
            GraphSession session,
            PpoGraph graph,
            RolloutTensors tensors,
            HostTensor rates,
            @Nullable LearningBeside beside) {
        return beside == null
                ? new WholeSteps(session, graph, tensors, rates)
                : new SplitSteps(session, graph, tensors, rates, beside);
    }

    /**
     * A step of controller and critic; none if a gradient is not finite.
     *
     * @param minibatch indices of its chunks
     * @param rates numbers of {@link GradientStep#RATES}
     * @param learned share of the update's steps that lies behind, in [0, 1)
     * @param report is told of the step, at the latest when it is {@link #finish finished}
     * @return whether it was taken
     */
    boolean both(int[] minibatch, float[] rates, double learned, UpdateReport report);

    /**
     * A step of the critic while the controller stays; none if the gradient is not finite.
     *
     * @param minibatch indices of its chunks
     * @param rates numbers of {@link GradientStep#RATES}
     * @param report is told of the step
     * @return whether it was taken
     */
    boolean criticAlone(int[] minibatch, float[] rates, UpdateReport report);

    /** Waits for the last step to be over. */
    void finish();

    @Override
    void close();
}
