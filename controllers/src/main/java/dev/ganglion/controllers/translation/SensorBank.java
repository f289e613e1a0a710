package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.binding.SensorColumn;
import dev.ganglion.controllers.tensor.Products;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/*
 * Picking and scaling the signals is one product with a constant matrix: picking columns one by one took five times as
 * long for a batch of 4,096. Limits that all organs share are scalars, since TensorFlow is several times slower at
 * comparing with a row.
 */

/**
 * The sense organs of a circuit.
 *
 * @param observationSize length of the observation
 * @param sensors where they look and how they answer
 */
record SensorBank(int observationSize, List<SensorColumn> sensors) {
    /** Copies the list. */
    SensorBank {
        sensors = List.copyOf(sensors);
    }

    /**
     * What they tell.
     *
     * @param observation {@code [batch, observation]}
     * @return {@code [batch, sensors]}
     */
    Operand<TFloat32> activity(Ops tf, Operand<TFloat32> observation) {
        float[] scales = new float[observationSize * sensors.size()];
        for (int i = 0; i < sensors.size(); i++) {
            scales[sensors.get(i).column() * sensors.size() + i] =
                    (float) (1 / sensors.get(i).divisor());
        }
        Operand<TFloat32> matrix =
                tf.reshape(tf.constant(scales), tf.constant(Shape.of(observationSize, sensors.size())));
        Operand<TFloat32> answer = Products.product(tf, observation, matrix);
        if (sensors.stream().anyMatch(sensor -> sensor.offset() != 0)) {
            answer = tf.math.add(answer, row(tf, SensorColumn::offset));
        }
        Operand<TFloat32> bounded = tf.math.maximum(answer, row(tf, SensorColumn::low));
        return tf.math.minimum(bounded, row(tf, SensorColumn::high));
    }

    private Operand<TFloat32> row(Ops tf, ToDoubleFunction<SensorColumn> property) {
        float[] values = new float[sensors.size()];
        boolean allAlike = true;
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) property.applyAsDouble(sensors.get(i));
            allAlike &= values[i] == values[0];
        }
        return allAlike ? tf.constant(values[0]) : tf.constant(values);
    }
}
