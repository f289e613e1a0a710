package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import java.util.stream.IntStream;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TInt32;

/**
 * The policy at the beginning of an update, seen at the steps of a rollout that was acted with an older one.
 *
 * @param logProbabilities logarithms of the probabilities of the actions taken, {@code [chunk, step]}
 * @param outputs the controller's outputs, {@code [chunk, step, output]}
 */
record ProximalPolicy(float[] logProbabilities, float[] outputs) {
    /**
     * The policy whose parameters are in the graph.
     *
     * @param tensors the rollout
     * @param rates numbers of {@link GradientStep#RATES}, of which none matters
     */
    static ProximalPolicy of(
            PpoModel model, GraphSession session, PpoGraph graph, RolloutTensors tensors, HostTensor rates) {
        int chunks = model.layout().chunks();
        int length = model.layout().length();
        int width = model.shape().outputs();
        ProximalPolicy policy = new ProximalPolicy(new float[chunks * length], new float[chunks * length * width]);
        int parts = model.minibatches();
        for (int i = 0; i < parts; i++) {
            int from = (int) ((long) chunks * i / parts);
            int to = (int) ((long) chunks * (i + 1) / parts);
            try (TInt32 indices = TInt32.vectorOf(IntStream.range(from, to).toArray())) {
                Session.Runner runner = session.runner()
                        .feed(graph.minibatch.chunks, indices)
                        .feed(graph.rates, rates.tensor())
                        .feed(graph.oldLogStd, tensors.oldLogStd().tensor())
                        .fetch(graph.logProbabilities)
                        .fetch(graph.outputs);
                tensors.feed(runner::feed, graph.minibatch);
                try (Result result = runner.run()) {
                    policy.take(Results.floats(result.get(0)), Results.floats(result.get(1)), from * length);
                }
            }
        }
        return policy;
    }

    private void take(float[] someLogProbabilities, float[] someOutputs, int at) {
        int width = outputs.length / logProbabilities.length;
        System.arraycopy(someLogProbabilities, 0, logProbabilities, at, someLogProbabilities.length);
        System.arraycopy(someOutputs, 0, outputs, at * width, someOutputs.length);
    }
}
