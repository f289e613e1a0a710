package dev.ganglion.controllers;

import java.util.function.BiFunction;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * What a piece of graph makes of a tensor.
 *
 * @param values its values, flattened
 * @param gradient gradient of their sum with respect to the input, flattened
 */
public record Probe(float[] values, float[] gradient) {
    /** Runs an elementwise or other function of a vector. */
    public static Probe of(float[] input, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> function) {
        return of(input, Shape.of(input.length), function);
    }

    /** Runs a function of a tensor given row-major. */
    public static Probe of(float[] input, Shape shape, BiFunction<Ops, Operand<TFloat32>, Operand<TFloat32>> function) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
            Output<TFloat32> y = tf.identity(function.apply(tf, x)).asOutput();
            Output<?> gradient = graph.addGradients(y, new Output<?>[] {x.asOutput()})[0];
            try (Session session = new Session(graph);
                    TFloat32 fed = TFloat32.tensorOf(shape)) {
                fed.asRawTensor().data().asFloats().write(input);
                try (Result result =
                        session.runner().feed(x, fed).fetch(y).fetch(gradient).run()) {
                    return new Probe(flat((TFloat32) result.get(0)), flat((TFloat32) result.get(1)));
                }
            }
        }
    }

    private static float[] flat(TFloat32 tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }
}
