package dev.ganglion.agents.ppo;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostIndices;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;
import java.util.List;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/** One half of the gradient step on minibatches of one size, laid out once; for one thread at a time. */
final class HalfCalls implements AutoCloseable {
    private final HostIndices chunks;
    private final PreparedCall gradient;
    private final PreparedCall step;
    private final float[] numbers;

    /**
     * A half of the step.
     *
     * @param half which
     * @param size how many numbers it reports
     * @param beside what is fetched besides
     * @param fed what the calls are fed
     * @param count chunks of a minibatch
     */
    HalfCalls(
            GraphSession session,
            PpoGraph graph,
            StepHalves.Half half,
            int size,
            List<Output<TFloat32>> beside,
            Fed fed,
            int count) {
        chunks = new HostIndices(count);
        numbers = new float[size];
        PreparedCall.Builder builder = session.call()
                .feed(graph.minibatch.chunks, chunks.tensor())
                .feed(graph.rates, fed.gradientRates.tensor())
                .feed(graph.oldLogStd, fed.tensors.oldLogStd().tensor())
                .fetch(half.numbers())
                .target(half.gradient());
        beside.forEach(builder::fetch);
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
        gradient.read(0, numbers);
    }

    /** What the gradient's computation reported; half the square of the gradient is the last. */
    float[] numbers() {
        return numbers;
    }

    /** The call that computes the gradient, whose results from the second on are what was fetched besides. */
    PreparedCall gradient() {
        return gradient;
    }

    /** Half the square of the gradient. */
    float halfSquare() {
        return numbers[numbers.length - 1];
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
