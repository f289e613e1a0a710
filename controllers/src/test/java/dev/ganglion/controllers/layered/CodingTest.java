package dev.ganglion.controllers.layered;

import static dev.ganglion.controllers.GoldenNumbers.floats;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Probe;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.LeakyIntegrateAndFire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Encoders, trains of spikes and units, against numbers worked out by hand. */
class CodingTest {
    @Test
    void encode_direct_isTheSignalItself() {
        then(new Encoder.Direct().units(4)).isEqualTo(4);
        then(Probe.of(new float[] {-7, 2}, Shape.of(1, 2), new Encoder.Direct()::encode)
                        .values())
                .containsExactly(-7, 2);
    }

    @Test
    void encode_onOff_hasAUnitForEitherSign() {
        Encoder encoder = new Encoder.OnOff(2);

        then(encoder.units(3)).isEqualTo(6);
        Probe probe = Probe.of(new float[] {1, -0.5f, 5}, Shape.of(1, 3), encoder::encode);
        then(probe.values()).containsExactly(floats(0.5, 0, 1, 0, 0.25, 0), within(1e-7f));
        then(probe.gradient()).containsExactly(floats(0.5, -0.5, 0), within(1e-7f));
    }

    /**
     * Five fields over ±3: their centres are 2 apart, μ = −4, −2, 0, 2, 4, and σ = 2 / 1.5. At 0 the distances are 3, 1.5,
     * 0 of them, exp(−4.5), exp(−1.125), 1; at 1 they are 3.75, 2.25, 0.75, exp(−7.03125), exp(−2.53125), exp(−0.28125).
     */
    @Test
    void encode_population_hasGaussianFieldsSideBySide() {
        Encoder encoder = new Encoder.Population(5, 3);

        then(encoder.units(2)).isEqualTo(10);
        then(Probe.of(new float[] {0, 1}, Shape.of(1, 2), encoder::encode).values())
                .containsExactly(
                        floats(
                                0.011108997,
                                0.324652467,
                                1,
                                0.324652467,
                                0.011108997,
                                0.000883824,
                                0.079559509,
                                0.754839602,
                                0.754839602,
                                0.079559509),
                        within(1e-6f));
    }

    @Test
    void encode_population_isTheSameForEachRowAndCandidate() {
        Encoder encoder = new Encoder.Population(3, 1);
        float[] signals = {0.1f, -0.4f, 0.8f, 0.2f};

        float[] rows = Probe.of(signals, Shape.of(4, 1), encoder::encode).values();

        then(Probe.of(signals, Shape.of(2, 2, 1), encoder::encode).values()).isEqualTo(rows);
        then(Probe.of(signals, Shape.of(1, 4), encoder::encode).values()).isEqualTo(rows);
    }

    @Test
    void population_ofTwoFields_isRefused() {
        thenThrownBy(() -> new Encoder.Population(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3");
    }

    @ParameterizedTest
    @CsvSource({"0.25,0001000100010001", "0.5,0101010101010101", "0.75,0111011101110111", "1,1111111111111111"})
    void spikeTrain_rate_isSpikesAtEvenDistances(float rate, String expected) {
        StringBuilder train = new StringBuilder();
        for (float spike : spikes(rate, 16).values()) {
            train.append((int) spike);
        }

        then(train.toString()).isEqualTo(expected);
    }

    @Test
    void spikeTrain_gradient_isThatOfTheRate() {
        then(spikes(0.3f, 10).gradient()).containsExactly(10);
    }

    private static Probe spikes(float rate, int steps) {
        return Probe.of(new float[] {rate}, Shape.of(1, 1), (tf, rates) -> {
            List<Operand<TFloat32>> spikes = new ArrayList<>();
            Operand<TFloat32> charge = tf.constant(new float[][] {{0}});
            for (int step = 0; step < steps; step++) {
                SpikeTrain train = SpikeTrain.step(tf, rates, charge);
                spikes.add(train.spikes());
                charge = train.charge();
            }
            return tf.concat(spikes, tf.constant(1));
        });
    }

    /** v ← v + (I − v) / 2 from 0 with θ = ½: 0.275, 0.4125, 0.48125, 0.515625 and a spike, and again. */
    @Test
    void modelled_constantInput_firesEveryFourthStep() {
        Units units = new Units.Modelled(
                new LeakyIntegrateAndFire(Constant.of(0.01), Constant.of(0.5), Constant.of(0.005), Constant.of(1)),
                0.005);

        then(run(units, 0.55f, 12)).containsExactly(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
        then(run(units, 1.2f, 3)).containsExactly(1, 1, 1);
    }

    /** v ← v + ¼ (I − v): 1 − ¾ⁿ of the input after n steps. */
    @Test
    void leaky_constantInput_approachesIt() {
        then(run(new Units.Leaky(0.25, Units.Response.LINEAR), 2, 3))
                .containsExactly(floats(0.5, 0.875, 1.15625), within(1e-6f));
        then(run(new Units.Leaky(0.25, Units.Response.TANH), 2, 2))
                .containsExactly(floats(Math.tanh(0.5), Math.tanh(0.875)), within(1e-6f));
    }

    private static float[] run(Units units, float input, int steps) {
        return Probe.of(new float[] {input}, Shape.of(1, 1), (tf, drive) -> activities(tf, units, drive, steps))
                .values();
    }

    private static Operand<TFloat32> activities(Ops tf, Units units, Operand<TFloat32> drive, int steps) {
        Units.Stepped stepped = units.in(tf);
        List<Operand<TFloat32>> variables = new ArrayList<>();
        units.variables().forEach(name -> variables.add(tf.constant(new float[][] {{0}})));
        List<Operand<TFloat32>> now = variables;
        List<Operand<TFloat32>> activities = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            Units.Moved moved = stepped.step(now, drive);
            activities.add(moved.activity());
            now = moved.variables();
        }
        return tf.concat(activities, tf.constant(1));
    }
}
