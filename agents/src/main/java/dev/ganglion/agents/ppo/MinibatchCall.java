package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostIndices;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;

/** The gradient step on a minibatch of so many chunks of a rollout, laid out once and taken for many minibatches. */
final class MinibatchCall implements AutoCloseable {
    private final HostIndices chunks;
    private final PreparedCall call;
    private final float[] report;

    /**
     * A step on a rollout's minibatches of one size.
     *
     * @param count chunks of a minibatch
     * @param both whether the controller learns too, not the critic alone
     */
    MinibatchCall(
            GraphSession session, PpoGraph graph, RolloutTensors tensors, HostTensor rates, int count, boolean both) {
        chunks = new HostIndices(count);
        report = new float[both ? PpoGraph.Report.values().length : PpoGraph.CRITIC_REPORT];
        PreparedCall.Builder builder = session.call()
                .feed(graph.minibatch.chunks, chunks.tensor())
                .feed(graph.rates, rates.tensor())
                .feed(graph.oldLogStd, tensors.oldLogStd().tensor())
                .fetch(both ? graph.report : graph.criticReport)
                .target(both ? graph.step : graph.criticStep);
        tensors.feed(builder::feed, graph.minibatch);
        call = builder.prepare();
    }

    /**
     * Takes the step.
     *
     * @param minibatch indices of its chunks
     * @return what the step reports, to be read before the next
     */
    float[] step(int[] minibatch) {
        chunks.write(minibatch);
        call.run();
        call.read(0, report);
        return report;
    }

    @Override
    public void close() {
        call.close();
        chunks.close();
    }
}
