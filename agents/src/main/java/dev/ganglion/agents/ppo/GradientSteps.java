package dev.ganglion.agents.ppo;

/** Takes gradient steps on minibatches of one rollout. To be closed before the rollout's tensors. */
interface GradientSteps extends AutoCloseable {
    /**
     * A step of controller and critic; none if a gradient is not finite.
     *
     * @param minibatch indices of its chunks
     * @param rates numbers of {@link GradientStep#RATES}
     * @return the numbers of {@link PpoGraph.Report}, to be read before the next step
     */
    float[] both(int[] minibatch, float[] rates);

    /**
     * A step of the critic while the controller stays; none if the gradient is not finite.
     *
     * @param minibatch indices of its chunks
     * @param rates numbers of {@link GradientStep#RATES}
     * @return the critic's loss and the norm of its gradient, to be read before the next step
     */
    float[] criticAlone(int[] minibatch, float[] rates);

    /** Waits for the last step to be over. */
    void finish();

    @Override
    void close();
}
