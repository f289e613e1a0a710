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
    public boolean both(int[] minibatch, float[] stepRates, double learned, UpdateReport report) {
        rates.write(stepRates);
        StepReport step = call(new Kind(minibatch.length, true)).both(minibatch, stepRates[GradientStep.CLIP]);
        report.both(step);
        return Double.isFinite(step.gradientNorm());
    }

    @Override
    public boolean criticAlone(int[] minibatch, float[] stepRates, UpdateReport report) {
        rates.write(stepRates);
        float[] numbers = call(new Kind(minibatch.length, false)).criticAlone(minibatch);
        report.criticAlone(numbers[0], numbers[1]);
        return Float.isFinite(numbers[1]);
    }

    private MinibatchCall call(Kind kind) {
        return calls.computeIfAbsent(
                kind, any -> new MinibatchCall(session, graph, tensors, rates, any.chunks, any.both));
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
