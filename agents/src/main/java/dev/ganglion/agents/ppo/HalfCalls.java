package dev.ganglion.agents.ppo;

import dev.ganglion.agents.ppo.PpoGraph.Report;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostIndices;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;
import java.util.List;

/** One half of the gradient step on minibatches of one size, laid out once; for one thread at a time. */
final class HalfCalls implements AutoCloseable {
    private final HostIndices chunks;
    private final PreparedCall gradient;
    private final PreparedCall step;
    private final float[] report;

    /**
     * A half of the step.
     *
     * @param half which
     * @param names what it reports before half the square of its gradient
     * @param fed what the calls are fed
     * @param count chunks of a minibatch
     */
    HalfCalls(GraphSession session, PpoGraph graph, StepHalves.Half half, List<Report> names, Fed fed, int count) {
        chunks = new HostIndices(count);
        report = new float[names.size() + 1];
        PreparedCall.Builder builder = session.call()
                .feed(graph.minibatch.chunks, chunks.tensor())
                .feed(graph.rates, fed.gradientRates.tensor())
                .feed(graph.oldLogStd, fed.tensors.oldLogStd().tensor())
                .fetch(half.report())
                .target(half.gradient());
        fed.tensors.feed(builder::feed, graph.minibatch);
        gradient = builder.prepare();
        step = session.call()
                .feed(graph.rates, fed.stepRates.tensor())
                .feed(graph.halves.halfSquares, fed.halfSquares.tensor())
                .target(half.step())
                .prepare();
    }

    /** Computes the gradient of a minibatch and keeps it. */
    void gradient(int[] minibatch) {
        chunks.write(minibatch);
        gradient.run();
        gradient.read(0, report);
    }

    /** What the gradient's computation reported; half the square of the gradient is the last. */
    float[] report() {
        return report;
    }

    /** Half the square of the gradient. */
    float halfSquare() {
        return report[report.length - 1];
    }

    /** Moves the parameters by the gradient that was kept. */
    void step() {
        step.run();
    }

    @Override
    public void close() {
        gradient.close();
        step.close();
        chunks.close();
    }

    /**
     * What both halves are fed, written while nothing runs that is fed with it.
     *
     * @param tensors the rollout, which is not closed with this
     * @param gradientRates numbers of {@link GradientStep#RATES} for gradients; not closed with this
     * @param stepRates the same for steps
     * @param halfSquares half the squares of both gradients, for steps
     */
    record Fed(RolloutTensors tensors, HostTensor gradientRates, HostTensor stepRates, HostTensor halfSquares)
            implements AutoCloseable {
        @Override
        public void close() {
            stepRates.close();
            halfSquares.close();
        }
    }
}
