package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.tensor.Columns;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Squeeze;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * The pacemakers of a circuit: a table of their activities over one period, read at the phase.
 *
 * @param oscillators the pacemakers; those of one period stand side by side
 */
record OscillatorBank(List<Source.Oscillator> oscillators) {
    /** Copies the list. */
    OscillatorBank {
        oscillators = List.copyOf(oscillators);
    }

    /** The different periods, in the order of the phases in the state. */
    List<Integer> periods() {
        return oscillators.stream().map(Source.Oscillator::period).distinct().toList();
    }

    /**
     * What they do.
     *
     * @param phases {@code [batch, periods]} in control steps, each from 0 to below its period
     * @return {@code [batch, oscillators]}
     */
    Operand<TFloat32> activity(Ops tf, Operand<TFloat32> phases) {
        List<Operand<TFloat32>> parts = new ArrayList<>();
        List<Integer> periods = periods();
        for (int i = 0; i < periods.size(); i++) {
            Operand<TFloat32> phase = periods.size() == 1 ? phases : Columns.pick(tf, phases, i);
            Operand<TFloat32> rows =
                    tf.gather(table(tf, periods.get(i)), tf.dtypes.cast(phase, TInt32.class), tf.constant(0));
            parts.add(tf.squeeze(rows, Squeeze.axis(List.of((long) Columns.lastAxis(phases)))));
        }
        return Columns.join(tf, parts);
    }

    /** Activities over a period, {@code [period, oscillators of it]}. */
    private Operand<TFloat32> table(Ops tf, int period) {
        List<Source.Oscillator> members = oscillators.stream()
                .filter(oscillator -> oscillator.period() == period)
                .toList();
        float[] activities = new float[period * members.size()];
        for (int step = 0; step < period; step++) {
            for (int i = 0; i < members.size(); i++) {
                activities[step * members.size() + i] = members.get(i).isActiveAt(step) ? 1 : 0;
            }
        }
        return tf.reshape(tf.constant(activities), tf.constant(Shape.of(period, members.size())));
    }

    /**
     * The phases one step later.
     *
     * <p>Written without a remainder, which has no gradient in TensorFlow Java, so that it may stand on any path.
     */
    Operand<TFloat32> advance(Ops tf, Operand<TFloat32> phases) {
        float[] lengths = new float[periods().size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = periods().get(i);
        }
        Operand<TFloat32> ends = lengths.length == 1 ? tf.constant(lengths[0]) : tf.constant(lengths);
        Operand<TFloat32> next = tf.math.add(phases, tf.constant(1f));
        return tf.math.mul(next, tf.dtypes.cast(tf.math.less(next, ends), TFloat32.class));
    }
}
