package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.binding.SensorColumn;
import dev.ganglion.controllers.circuit.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The sense organs and pacemakers of a circuit.
 *
 * @param sensors the sense organs
 * @param oscillators the pacemakers
 */
record SourceBank(List<SensorColumn> sensors, List<Source.Oscillator> oscillators) {
    /** The different periods, in the order of the phases in the state. */
    List<Integer> periods() {
        return oscillators.stream().map(Source.Oscillator::period).distinct().toList();
    }

    /** Activities {@code [batch, sensors + oscillators]}; null if there are none. */
    @Nullable
    Operand<TFloat32> activity(Ops tf, Operand<TFloat32> observation, Operand<TFloat32> phases) {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        if (!sensors.isEmpty()) {
            parts.add(sensed(tf, observation));
        }
        if (!oscillators.isEmpty()) {
            parts.add(rhythm(tf, phases));
        }
        if (parts.isEmpty()) {
            return null;
        }
        return parts.size() == 1 ? parts.get(0) : tf.concat(parts, tf.constant(-1));
    }

    /**
     * The phases one step later.
     *
     * <p>Written without a remainder, which has no gradient in TensorFlow Java, so that it may stand on any path.
     */
    Operand<TFloat32> advance(Ops tf, Operand<TFloat32> phases) {
        if (oscillators.isEmpty()) {
            return tf.identity(phases);
        }
        float[] lengths = floats(periods().stream().mapToDouble(Integer::doubleValue));
        Operand<TFloat32> next = tf.math.add(phases, tf.constant(1f));
        return tf.math.mul(next, tf.dtypes.cast(tf.math.less(next, tf.constant(lengths)), TFloat32.class));
    }

    private Operand<TFloat32> sensed(Ops tf, Operand<TFloat32> observation) {
        int[] columns = sensors.stream().mapToInt(SensorColumn::column).toArray();
        Operand<TFloat32> signals = tf.gather(observation, tf.constant(columns), tf.constant(-1));
        Operand<TFloat32> activity = tf.math.div(signals, row(tf, SensorColumn::divisor));
        if (sensors.stream().anyMatch(sensor -> sensor.offset() != 0)) {
            activity = tf.math.add(activity, row(tf, SensorColumn::offset));
        }
        return tf.math.minimum(tf.math.maximum(activity, row(tf, SensorColumn::low)), row(tf, SensorColumn::high));
    }

    private Operand<TFloat32> row(Ops tf, ToDoubleFunction<SensorColumn> property) {
        return tf.constant(floats(sensors.stream().mapToDouble(property)));
    }

    private Operand<TFloat32> rhythm(Ops tf, Operand<TFloat32> phases) {
        List<Integer> periods = periods();
        int[] columns = oscillators.stream()
                .mapToInt(oscillator -> periods.indexOf(oscillator.period()))
                .toArray();
        Operand<TFloat32> phase =
                periods.size() == 1 ? phases : tf.gather(phases, tf.constant(columns), tf.constant(-1));
        float[] from = floats(oscillators.stream().mapToDouble(Source.Oscillator::from));
        float[] to = floats(oscillators.stream().mapToDouble(Source.Oscillator::to));
        return tf.dtypes.cast(
                tf.math.logicalAnd(
                        tf.math.greaterEqual(phase, tf.constant(from)), tf.math.less(phase, tf.constant(to))),
                TFloat32.class);
    }

    private static float[] floats(DoubleStream values) {
        double[] doubles = values.toArray();
        float[] floats = new float[doubles.length];
        IntStream.range(0, doubles.length).forEach(i -> floats[i] = (float) doubles[i]);
        return floats;
    }
}
