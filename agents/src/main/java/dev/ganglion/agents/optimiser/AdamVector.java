package dev.ganglion.agents.optimiser;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * A vector of parameters in a graph, with the moments by which Adam moves it.
 *
 * <p>Kingma and Ba 2015, "Adam: a method for stochastic optimization", in the form of section 2's last paragraph:
 * {@code θ ← θ − α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε)}. The step size and the powers of β are fed, not kept in the graph:
 * kept there, as the framework's own Adam keeps them, nothing orders their update after their use, and four runs of
 * one seed gave three results.
 */
public final class AdamVector {
    private final Variable<TFloat32> values;
    private final Variable<TFloat32> mean;
    private final Variable<TFloat32> square;
    private final Placeholder<TFloat32> loaded;
    private final List<Op> assignments;
    private final int size;

    /** Adds a vector of that size, without values until {@link #load}. */
    public AdamVector(Ops tf, int size) {
        this.size = size;
        Shape shape = Shape.of(size);
        values = tf.variable(shape, TFloat32.class);
        mean = tf.variable(shape, TFloat32.class);
        square = tf.variable(shape, TFloat32.class);
        loaded = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
        assignments = List.of(tf.assign(values, loaded), tf.assign(mean, loaded), tf.assign(square, loaded));
    }

    /** The parameters, {@code [size]}. */
    public Operand<TFloat32> values() {
        return values;
    }

    /**
     * Adds one step against a gradient.
     *
     * @param tf where to add; its control dependencies come before the step
     * @param gradient {@code [size]}
     * @param rates the fed step size and powers
     * @param decay constants β₁, β₂ and ε
     */
    public Op step(Ops tf, Operand<TFloat32> gradient, Rates rates, Decay decay) {
        return tf.train.applyAdam(
                values,
                mean,
                square,
                rates.beta1Power(),
                rates.beta2Power(),
                rates.stepSize(),
                tf.constant((float) decay.beta1()),
                tf.constant((float) decay.beta2()),
                tf.constant((float) decay.epsilon()),
                gradient);
    }

    /** Sets parameters and moments. */
    public void load(GraphSession session, Content content) {
        List<float[]> vectors = List.of(content.values(), content.mean(), content.square());
        for (int i = 0; i < vectors.size(); i++) {
            try (HostTensor fed = HostTensor.of(vectors.get(i), size)) {
                session.runner()
                        .feed(loaded, fed.tensor())
                        .addTarget(assignments.get(i))
                        .run()
                        .close();
            }
        }
    }

    /** Sets the parameters and leaves the moments. */
    public void loadValues(GraphSession session, float[] newValues) {
        try (HostTensor fed = HostTensor.of(newValues, size)) {
            session.runner()
                    .feed(loaded, fed.tensor())
                    .addTarget(assignments.get(0))
                    .run()
                    .close();
        }
    }

    /** Reads parameters and moments. */
    public Content read(GraphSession session) {
        try (Reader reader = reader(session)) {
            return reader.read();
        }
    }

    /** What reads parameters and moments again and again; to be closed by the caller. */
    public Reader reader(GraphSession session) {
        return new Reader(session.call().fetch(values).fetch(mean).fetch(square).prepare(), size);
    }

    /** Reads parameters and moments. */
    public static final class Reader implements AutoCloseable {
        private final PreparedCall call;
        private final int size;

        private Reader(PreparedCall call, int size) {
            this.call = call;
            this.size = size;
        }

        /** What they are now. */
        public Content read() {
            call.run();
            Content content = new Content(new float[size], new float[size], new float[size]);
            call.read(0, content.values);
            call.read(1, content.mean);
            call.read(2, content.square);
            return content;
        }

        @Override
        public void close() {
            call.close();
        }
    }

    /**
     * What the vector and its moments hold.
     *
     * @param values parameters θ
     * @param mean first moment m
     * @param square second moment v
     */
    public record Content(float[] values, float[] mean, float[] square) {
        /** Parameters that have not been moved yet. */
        public static Content fresh(float[] values) {
            return new Content(values, new float[values.length], new float[values.length]);
        }
    }

    /**
     * What is fed at each step, as scalars.
     *
     * @param stepSize α
     * @param beta1Power β₁ᵗ at the t-th step, from 1
     * @param beta2Power β₂ᵗ
     */
    public record Rates(Operand<TFloat32> stepSize, Operand<TFloat32> beta1Power, Operand<TFloat32> beta2Power) {}

    /**
     * Constants of Adam.
     *
     * @param beta1 decay of the first moment
     * @param beta2 decay of the second moment
     * @param epsilon added to the root of the second moment
     */
    public record Decay(double beta1, double beta2, double epsilon) {}
}
