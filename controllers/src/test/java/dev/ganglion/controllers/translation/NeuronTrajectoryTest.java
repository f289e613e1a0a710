package dev.ganglion.controllers.translation;

import static dev.ganglion.controllers.circuit.Circuits.conductance;
import static dev.ganglion.controllers.circuit.Circuits.free;
import static dev.ganglion.controllers.circuit.Circuits.neuron;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.AdaptiveIntegrateAndFire;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Izhikevich;
import dev.ganglion.controllers.circuit.LeakyIntegrateAndFire;
import dev.ganglion.controllers.circuit.LeakyIntegrator;
import dev.ganglion.controllers.circuit.LiquidTimeConstant;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Single neurons with a constant input, and pairs of them, against what is known of them by hand. */
class NeuronTrajectoryTest {
    private static final EnvironmentSpec BODY = SwimmerSpecs.swimmer(2);
    private static final int OBSERVATION = BODY.observation().size();

    private static CircuitController controller(
            List<Neuron> neurons, List<Synapse> synapses, List<WeightGroup> groups, Dynamics dynamics) {
        List<OutputPort> outputs = IntStream.range(0, 2)
                .mapToObj(joint -> new OutputPort("joint/" + joint + "/torque", 0, List.of()))
                .toList();
        Circuit circuit = new Circuit("test", neurons, synapses, groups, outputs, Optional.of(dynamics));
        return new CircuitController("test", new SignalBinding("test", BODY).bind(circuit));
    }

    /** States after each of some inner steps of one neuron with a constant input, from its initial state. */
    private static List<float[]> trajectory(Receiver model, double input, double stepSeconds, int steps) {
        CircuitController controller = controller(
                List.of(neuron("drive", new Source.Constant(input)), neuron("n", model)),
                List.of(Synapse.chemical("drive", "n", "w")),
                List.of(free("w", 1)),
                new Dynamics(1, stepSeconds));
        List<float[]> states = new ArrayList<>();
        try (ControllerHarness harness = new ControllerHarness(controller, OBSERVATION)) {
            float[][] state = harness.initialStates(1, RandomStreams.named(1, "state"));
            for (int step = 0; step < steps; step++) {
                state = harness.run(new float[1][OBSERVATION], state, RawParameters.initial(controller, 1))
                        .state();
                states.add(state[0]);
            }
        }
        return states;
    }

    /** τ of two steps, θ = ½, and a transmitter that is the spike itself. */
    private static LeakyIntegrateAndFire discrete() {
        return new LeakyIntegrateAndFire(Constant.of(0.01), Constant.of(0.5), Constant.of(0.005), Constant.of(1));
    }

    @Test
    void integrateAndFire_constantInput_isTheGoldenSequence() {
        // By hand, and the same as BrainCog's LIFNode gives: v + (0.55 − v)/2 is 0.275, 0.4125, 0.48125 and then
        // 0.515625, which is above ½ and is reset.
        List<float[]> states = trajectory(discrete(), 0.55, 0.005, 12);

        for (int step = 0; step < states.size(); step++) {
            float[] expected = new float[][] {{0.275f, 0}, {0.4125f, 0}, {0.48125f, 0}, {0, 1}}[step % 4];
            then(states.get(step)).as("step %d", step).containsExactly(expected, within(1e-6f));
        }
    }

    @Test
    void integrateAndFire_strongInput_firesAtEveryStep() {
        then(trajectory(discrete(), 1.2, 0.005, 8))
                .allSatisfy(state -> then(state).containsExactly(0, 1));
    }

    @Test
    void integrateAndFire_belowThreshold_neverFires() {
        then(trajectory(discrete(), 0.49, 0.005, 30))
                .allSatisfy(state -> then(state[1]).isZero());
    }

    @Test
    void adaptiveIntegrateAndFire_constantInput_isByHand() {
        // e^(−step/τ) = ½, so v takes half of what is missing to 1; e^(−step/τ_a) = ½; θ = 0.4 and β = 0.5.
        // 1: v = 0.5 ≥ 0.4 fires, a = 0.5. 2: v = 0.5 < 0.9, a = 0.25. 3: v = 0.75 ≥ 0.65 fires, a = 0.625.
        // 4: v = 0.5 < 1.025, a = 0.3125. 5: v = 0.75 ≥ 0.7125 fires, a = 0.65625. 6: v = 0.5, a = 0.328125.
        double halving = 0.001 / Math.log(2);
        Receiver model = new AdaptiveIntegrateAndFire(
                Constant.of(halving),
                Constant.of(0.4),
                Constant.of(0.5),
                Constant.of(halving),
                Constant.of(0.001),
                Constant.of(1));
        float[][] expected = {
            {0, 0.5f, 1}, {0.5f, 0.25f, 0}, {0, 0.625f, 1}, {0.5f, 0.3125f, 0}, {0, 0.65625f, 1}, {0.5f, 0.328125f, 0}
        };

        List<float[]> states = trajectory(model, 1, 0.001, expected.length);

        for (int step = 0; step < expected.length; step++) {
            then(states.get(step)).as("step %d", step).containsExactly(expected[step], within(1e-5f));
        }
    }

    @Test
    void leakyIntegrator_constantInput_approachesItExponentially() {
        // v(t) = 0.8 (1 − e^(−t/τ)) with τ = 0.1 s; Euler steps of 0.1 ms are 1e-4 of it off at most.
        Receiver model = new LeakyIntegrator(Constant.of(0.1), Constant.of(1), Constant.of(0));
        List<float[]> states = trajectory(model, 0.8, 1e-4, 500);

        then((double) states.get(499)[0]).isCloseTo(0.8 * (1 - Math.exp(-0.5)), within(3e-4));
    }

    @Test
    void liquidTimeConstant_constantInput_approachesItsReversalAtTheRateOfAllConductances() {
        // C dv/dt = 0.2 (0 − v) + 0.6 (1 − v): v∞ = 0.75, and the time constant is C / 0.8.
        Receiver model = new LiquidTimeConstant(
                Constant.of(0.08), Constant.of(0.2), Constant.of(0), Constant.of(8), Constant.of(0.5));
        List<float[]> states = trajectory(model, 0.6, 1e-4, 500);

        then((double) states.get(499)[0]).isCloseTo(0.75 * (1 - Math.exp(-0.5)), within(3e-4));
    }

    @Test
    void izhikevich_regularSpiking_firesAsFastAsInSmallSteps() {
        // Regular spiking cell of Izhikevich (2003) with a = 0.02, b = 0.2, c = −65, d = 8 and a current of 10. The
        // expected count is that of the plain Euler method in steps of 0.01 ms in double precision.
        Receiver model = new Izhikevich(
                Constant.of(0.02),
                Constant.of(0.2),
                Constant.of(-65),
                Constant.of(8),
                Constant.of(10),
                Constant.of(1e-4),
                Constant.of(1));
        long fired = trajectory(model, 1, 1e-4, 5000).stream()
                .filter(state -> state[2] > 0)
                .count();

        then(fired).isEqualTo(spikes(10, 500, 0.01));
    }

    private static long spikes(double current, double milliseconds, double step) {
        double v = -65;
        double u = 0.25 * v;
        long fired = 0;
        for (double t = 0; t < milliseconds; t += step) {
            double next = v + step * (0.04 * v * v + 5 * v + 140 - u + current);
            u += step * 0.02 * (0.2 * v - u);
            v = next;
            if (v >= 30) {
                v = -65;
                u += 8;
                fired++;
            }
        }
        return fired;
    }

    @ParameterizedTest
    @ValueSource(strings = {"izhikevich", "lif", "alif"})
    void firing_noInput_never(String name) {
        then(trajectory(NeuronModels.named(name), 1e-6, 0.003, 100))
                .allSatisfy(state -> then(state[state.length - 1]).isZero());
    }

    @Test
    void izhikevich_strongInhibitionAtCoarseSteps_staysBelowThreshold() {
        then(trajectory(NeuronModels.named("izhikevich"), -20, 0.01, 50)).allSatisfy(state -> {
            then(state[0]).isBetween(-0.27f, 0f);
            then(state[2]).isZero();
        });
    }

    // A leaky integrator's charge is τ v, so that Σ τ v changes by leak alone, whatever flows between the neurons.
    @Test
    void gapJunctions_betweenLeakyIntegrators_conserveCurrent() {
        RandomGenerator random = RandomStreams.named(3, "junctions");
        int cells = 6;
        double[] timeConstants =
                IntStream.range(0, cells).mapToDouble(i -> 0.05 + 0.03 * i).toArray();
        List<Neuron> neurons = IntStream.range(0, cells)
                .mapToObj(i -> neuron(
                        "n" + i, new LeakyIntegrator(Constant.of(timeConstants[i]), Constant.of(1), Constant.of(0))))
                .toList();
        List<Synapse> synapses = new ArrayList<>();
        for (int one = 0; one < cells; one++) {
            for (int other = one + 1; other < cells; other++) {
                synapses.add(Synapse.electrical("n" + one, "n" + other, "g").withGain(random.nextDouble(0.1, 0.5)));
            }
        }
        double step = 0.005;
        CircuitController controller =
                controller(neurons, synapses, List.of(conductance("g", 0.7)), new Dynamics(1, step));
        float[][] state = {new float[cells]};
        for (int i = 0; i < cells; i++) {
            state[0][i] = (float) random.nextGaussian();
        }
        try (ControllerHarness harness = new ControllerHarness(controller, OBSERVATION)) {
            for (int time = 0; time < 20; time++) {
                double expected = 0;
                double spread = 0;
                for (int i = 0; i < cells; i++) {
                    expected += (timeConstants[i] - step) * state[0][i];
                    spread += Math.abs(state[0][i]);
                }
                state = harness.run(new float[1][OBSERVATION], state, RawParameters.initial(controller, 1))
                        .state();
                double charge = 0;
                double nextSpread = 0;
                for (int i = 0; i < cells; i++) {
                    charge += timeConstants[i] * state[0][i];
                    nextSpread += Math.abs(state[0][i]);
                }
                then(charge).isCloseTo(expected, within(1e-7));
                then(nextSpread).isLessThan(spread);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctrnn", "lif", "alif", "izhikevich", "ltc", "tanh"})
    void gapJunctions_farTooStrongForTheStep_neverThrowVoltagesApart(String name) {
        int spokes = 12;
        List<Neuron> neurons = new ArrayList<>();
        List<Synapse> synapses = new ArrayList<>();
        neurons.add(neuron("hub", NeuronModels.named(name)));
        for (int i = 0; i < spokes; i++) {
            neurons.add(neuron("n" + i, NeuronModels.named(name)));
            synapses.add(Synapse.electrical("hub", "n" + i, "g"));
        }
        CircuitController controller =
                controller(neurons, synapses, List.of(conductance("g", 50)), new Dynamics(3, 0.03));
        float[][] state;
        try (ControllerHarness harness = new ControllerHarness(controller, OBSERVATION)) {
            state = harness.initialStates(1, RandomStreams.named(1, "state"));
            state[0][0] = 0.05f;
            for (int time = 0; time < 30; time++) {
                state = harness.run(new float[1][OBSERVATION], state, RawParameters.initial(controller, 1))
                        .state();
            }
        }
        for (int i = 0; i <= spokes; i++) {
            then(state[0][i]).isBetween(-0.1f, 0.1f);
        }
    }

    // Voltages that are alike everywhere drive no current: the step is the one without junctions.
    @ParameterizedTest
    @ValueSource(strings = {"ctrnn", "lif", "alif", "izhikevich"})
    void gapJunctions_betweenEqualVoltages_carryNothing(String name) {
        List<Neuron> pair = List.of(neuron("a", NeuronModels.named(name)), neuron("b", NeuronModels.named(name)));
        Dynamics dynamics = new Dynamics(2, 0.01);
        CircuitController joined =
                controller(pair, List.of(Synapse.electrical("a", "b", "g")), List.of(conductance("g", 2)), dynamics);
        CircuitController apart = controller(pair, List.of(), List.of(), dynamics);
        try (ControllerHarness one = new ControllerHarness(joined, OBSERVATION);
                ControllerHarness other = new ControllerHarness(apart, OBSERVATION)) {
            float[][] state = one.initialStates(1, RandomStreams.named(1, "state"));
            state[0][0] = 0.03f;
            state[0][1] = 0.03f;
            float[][] sensed = new float[1][OBSERVATION];

            then(one.run(sensed, state, RawParameters.initial(joined, 1)).state()[0])
                    .containsExactly(
                            other.run(sensed, state, RawParameters.initial(apart, 1))
                                    .state()[0],
                            within(1e-6f));
        }
    }
}
