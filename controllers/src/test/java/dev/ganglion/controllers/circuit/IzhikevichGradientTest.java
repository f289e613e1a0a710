package dev.ganglion.controllers.circuit;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Probe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class IzhikevichGradientTest {
    private static final double STEP_SECONDS = 0.0005;
    private static final float RECOVERY = -16.25f / 95;

    @Test
    void step_whereTheParabolaFalls_hasTheExactGradient() {
        // V = −75, U = −16.25, step 0.5 ms: f = 6.25, f' = −1, D = 1 − 0.5 f' = 1.5, D' = −0.04, and
        // dV'/dV = 1 + 0.5 f'/D − 0.5 f D'/D² = 1 − 0.33333 + 0.05556.
        then(Probe.of(new float[] {voltage(-75)}, IzhikevichGradientTest::after).gradient())
                .containsExactly(new float[] {0.722222f}, within(1e-4f));
    }

    @Test
    void step_whereTheParabolaRises_hasTheGradientOfAnIntegrator() {
        float[] rising = {voltage(-60), voltage(-50), voltage(-20)};

        then(Probe.of(rising, IzhikevichGradientTest::after).gradient())
                .containsExactly(new float[] {1, 1, 1}, within(1e-5f));
    }

    @Test
    void step_whereTheParabolaRises_hasTheValueOfTheEquation() {
        // V = −50, U = −16.25: f = 100 − 250 + 140 + 16.25 = 6.25, V' = −50 + 0.5 · 6.25.
        then(Probe.of(new float[] {voltage(-50)}, IzhikevichGradientTest::after).values())
                .containsExactly(new float[] {voltage(-46.875f)}, within(1e-5f));
    }

    private static float voltage(float millivolts) {
        return (millivolts + 65) / 95;
    }

    private static Operand<TFloat32> after(Ops tf, Operand<TFloat32> voltage) {
        Izhikevich model = Izhikevich.usual();
        Map<String, Operand<TFloat32>> constants = new HashMap<>();
        model.constants()
                .forEach(named ->
                        constants.put(named.name(), tf.constant((float) ((Constant.Fixed) named.value()).value())));
        Operand<TFloat32> zero = tf.zerosLike(voltage);
        Operand<TFloat32> recovery = tf.math.add(zero, tf.constant(RECOVERY));
        return model.step(
                        new MembraneGraph(tf, STEP_SECONDS, constants),
                        List.of(voltage, recovery, zero),
                        new Drive(zero, () -> zero, null))
                .get(0);
    }
}
