package dev.ganglion.agents.population;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

class ParameterDependenceTest {
    private static Placeholder<TFloat32> placeholder(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    private static List<String> inputs(
            Graph graph, Operand<TFloat32> parameter, Operand<TFloat32> changing, Operand<TFloat32> result) {
        return new ParameterDependence(graph, List.of(parameter), List.of(changing))
                .inputsOf(List.of(result)).stream()
                        .map(input -> input.op().name())
                        .toList();
    }

    @Test
    void inputsOf_aResult_areTheLastThatDependOnParametersAlone() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> parameter = placeholder(tf, 3);
            Placeholder<TFloat32> changing = placeholder(tf, 3);
            Operand<TFloat32> scaled = tf.math.mul(tf.math.exp(parameter), tf.constant(2f));
            Operand<TFloat32> unused = tf.math.neg(parameter);
            Operand<TFloat32> sum = tf.math.add(changing, scaled);
            Operand<TFloat32> twice = tf.math.mul(tf.math.add(sum, tf.constant(1f)), scaled);

            then(inputs(graph, parameter, changing, tf.identity(twice)))
                    .containsExactly(scaled.op().name())
                    .doesNotContain(unused.op().name());
        }
    }

    @Test
    void inputsOf_aResultOfParametersAlone_areItsOwn() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> parameter = placeholder(tf, 3);
            Operand<TFloat32> power = tf.math.exp(parameter);

            then(inputs(graph, parameter, placeholder(tf, 3), tf.identity(power)))
                    .containsExactly(power.op().name());
        }
    }

    @Test
    void inputsOf_whatIsNoFloat_orOfUnknownShape_isComputedInEachStep() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> parameter = placeholder(tf, 3);
            Placeholder<TFloat32> changing = placeholder(tf, 4);
            Operand<TFloat32> rounded = tf.math.floor(parameter);
            Operand<TInt32> places = tf.dtypes.cast(rounded, TInt32.class);
            Operand<TFloat32> picked = tf.gather(changing, places, tf.constant(0));
            Operand<TFloat32> positive = tf.booleanMask(rounded, tf.math.greater(rounded, tf.constant(0f)));

            then(inputs(graph, parameter, changing, tf.identity(picked)))
                    .containsExactly(rounded.op().name());
            then(positive.shape().hasUnknownDimension()).isTrue();
            then(inputs(graph, parameter, changing, tf.math.add(tf.identity(picked), positive)))
                    .allSatisfy(
                            name -> then(graph.operation(name).output(0).shape().hasUnknownDimension())
                                    .isFalse());
        }
    }
}
