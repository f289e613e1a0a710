package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import java.util.HashMap;
import java.util.Map;

/** Gradient steps in one piece, on the caller's thread. */
final class WholeSteps implements GradientSteps {
    private final GraphSession session;
    private final PpoGraph graph;
    private final RolloutTensors tensors;
    private final HostTensor rates;
    private final Map<Kind, MinibatchCall> calls = new HashMap<>();

    /**
     * Steps on a rollout.
     *
     * @param rates where step sizes are written before they are fed
     */
    WholeSteps(GraphSession session, PpoGraph graph, RolloutTensors tensors, HostTensor rates) {
        this.session = session;
        this.graph = graph;
        this.tensors = tensors;
        this.rates = rates;
    }

    @Override
    public float[] both(int[] minibatch, float[] stepRates) {
        return step(new Kind(minibatch.length, true), minibatch, stepRates);
    }

    @Override
    public float[] criticAlone(int[] minibatch, float[] stepRates) {
        return step(new Kind(minibatch.length, false), minibatch, stepRates);
    }

    private float[] step(Kind kind, int[] minibatch, float[] stepRates) {
        rates.write(stepRates);
        return calls.computeIfAbsent(
                        kind, any -> new MinibatchCall(session, graph, tensors, rates, any.chunks, any.both))
                .step(minibatch);
    }

    @Override
    public void finish() {}

    @Override
    public void close() {
        calls.values().forEach(MinibatchCall::close);
        calls.clear();
    }

    /**
     * What tells one call from another.
     *
     * @param chunks size of a minibatch
     * @param both whether the controller learns too
     */
    private record Kind(int chunks, boolean both) {}
}
