package dev.ganglion.agents.toy;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.tensor.Products;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * {@code s' = tanh(x·A + s·B)}, output {@code s'·C}. Its initial state is random, so that a replay that confuses the
 * states of two episodes is found out.
 *
 * @param inputs components of an observation
 * @param units components of the state
 * @param outputs components of the output
 */
public record Leaky(int inputs, int units, int outputs) implements Controller {
    @Override
    public String name() {
        return "leaky";
    }

    @Override
    public List<ParameterBlock> parameters() {
        return List.of(dense("in", inputs, units), dense("recurrent", units, units), dense("out", units, outputs));
    }

    private static ParameterBlock dense(String name, int rows, int columns) {
        return new DenseParameters(name, List.of(rows, columns), random -> {
            float[] values = new float[rows * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (0.7 * random.nextGaussian());
            }
            return values;
        });
    }

    @Override
    public StateSpec state() {
        return new StateSpec(
                StateSpec.Kind.TRAINED,
                IntStream.range(0, units).mapToObj(i -> "unit/" + i).toList());
    }

    @Override
    public float[] initialState(RandomGenerator random) {
        float[] state = new float[units];
        for (int i = 0; i < units; i++) {
            state[i] = (float) random.nextGaussian();
        }
        return state;
    }

    @Override
    public boolean takesRawSignals() {
        return false;
    }

    @Override
    public Step translate(
            Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters) {
        Operand<TFloat32> next = tf.math.tanh(tf.math.add(
                Products.product(tf, observation, parameters.effective("in")),
                Products.product(tf, state, parameters.effective("recurrent"))));
        return new Step(Products.product(tf, next, parameters.effective("out")), next);
    }
}
