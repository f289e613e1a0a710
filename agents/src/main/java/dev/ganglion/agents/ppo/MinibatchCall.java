package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostIndices;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;

/** The gradient step on a minibatch of so many chunks of a rollout, laid out once and taken for many minibatches. */
final class MinibatchCall implements AutoCloseable {
    private final PpoGraph graph;
    private final RolloutTensors tensors;
    private final HostIndices chunks;
    private final PreparedCall call;
    private final float[] numbers;

    /**
     * A step on a rollout's minibatches of one size.
     *
     * @param count chunks of a minibatch
     * @param both whether the controller learns too, not the critic alone
     */
    MinibatchCall(
            GraphSession session, PpoGraph graph, RolloutTensors tensors, HostTensor rates, int count, boolean both) {
        this.graph = graph;
        this.tensors = tensors;
        chunks = new HostIndices(count);
        numbers = new float[both ? PpoGraph.NUMBERS : PpoGraph.CRITIC_NUMBERS];
        PreparedCall.Builder builder = session.call()
                .feed(graph.minibatch.chunks, chunks.tensor())
                .feed(graph.rates, rates.tensor())
                .feed(graph.oldLogStd, tensors.oldLogStd().tensor())
                .fetch(both ? graph.numbers : graph.criticNumbers)
                .target(both ? graph.step : graph.criticStep);
        if (both) {
            graph.ratios.forEach(builder::fetch);
        }
        tensors.feed(builder::feed, graph.minibatch);
        call = builder.prepare();
    }

    /** A step of both; what it reports. */
    StepReport both(int[] minibatch, float clip) {
        run(minibatch);
        MinibatchRatios ratios = graph.ratiosOf(call, 1, tensors, minibatch);
        return new StepReport(ratios.report(clip), numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    /** A step of the critic alone; its loss and the norm of its gradient, to be read before the next. */
    float[] criticAlone(int[] minibatch) {
        run(minibatch);
        return numbers;
    }

    private void run(int[] minibatch) {
        chunks.write(minibatch);
        call.run();
        call.read(0, numbers);
    }

    @Override
    public void close() {
        call.close();
        chunks.close();
    }
}
