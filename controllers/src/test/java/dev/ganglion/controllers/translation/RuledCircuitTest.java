package dev.ganglion.controllers.translation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.SwimmerSpecs;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Circuits;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Circuits whose synapses follow a rule, against circuits that are known to do the same. */
class RuledCircuitTest {
    private static final EnvironmentSpec BODY = SwimmerSpecs.swimmer(3);
    private static final int BATCH = 3;
    private static final int STEPS = 4;
    private static final float LIMIT = 0.2f;

    private static CircuitController controller(long seed, SynapseModel synapses) {
        Circuit circuit = Circuits.recurrent(
                3,
                RandomStreams.named(seed, "wiring"),
                random -> NeuronModels.named(List.of("tanh", "ctrnn", "lif").get(random.nextInt(3))),
                random -> random.nextInt(4) == 0 ? new SynapseModel.Static() : synapses,
                new Dynamics(3, 0.03));
        return new CircuitController("random", new SignalBinding("random", BODY).bind(circuit));
    }

    /** What a controller does in each row of some steps. */
    private static float[][][] life(CircuitController controller, RawParameters raw, long seed) {
        RandomGenerator random = RandomStreams.named(seed, "senses");
        float[][][] outputs = new float[STEPS][][];
        try (ControllerHarness harness =
                new ControllerHarness(controller, BODY.observation().size())) {
            float[][] state = harness.initialStates(BATCH, RandomStreams.named(1, "state"));
            for (int step = 0; step < STEPS; step++) {
                float[][] sensed = new float[BATCH][BODY.observation().size()];
                for (float[] row : sensed) {
                    for (int i = 0; i < row.length; i++) {
                        row[i] = (float) random.nextGaussian();
                    }
                }
                ControllerHarness.Outcome outcome = harness.run(sensed, state, raw);
                outputs[step] = outcome.output();
                state = outcome.state();
            }
        }
        return outputs;
    }

    /** Short-term plasticity that forgets nothing is Hebb's rule. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void step_hebb_isShortTermPlasticityThatKeepsEverything(long seed) {
        CircuitController ruled = controller(
                seed, new SynapseModel.Plastic(PlasticityRules.named("hebb"), List.of(Constant.of(0.8)), 0.5, LIMIT));
        CircuitController shortTerm =
                controller(seed, new SynapseModel.ShortTerm(Constant.of(1), Constant.of(0.4), LIMIT, false));

        then(ruled.state()).isEqualTo(shortTerm.state());
        RawParameters raw = RawParameters.initial(ruled, 1);
        float[][][] expected = life(shortTerm, raw, seed);
        float[][][] actual = life(ruled, raw, seed);
        for (int step = 0; step < STEPS; step++) {
            for (int row = 0; row < BATCH; row++) {
                then(actual[step][row])
                        .as("seed %s, step %s", seed, step)
                        .containsExactly(expected[step][row], within(1e-6f));
            }
        }
    }

    /** Without a third factor nothing is learned; with one, something is. */
    @ParameterizedTest
    @ValueSource(strings = {"neuromodulated", "three-factor"})
    void step_thirdFactorOfZero_leavesTheWeightsAlone(String rule) {
        SynapseModel usual = new SynapseModel.Plastic(
                PlasticityRules.named(rule),
                SynapseModel.Plastic.learned(PlasticityRules.named(rule)).coefficients(),
                1,
                1);
        CircuitController ruled = controller(4, usual);
        RawParameters raw = RawParameters.initial(ruled, 1);
        float[][][] modulated = life(ruled, raw, 4);
        Arrays.fill(raw.block(ThirdFactor.BLOCK), 0);

        float[][][] unmodulated = life(ruled, raw, 4);

        float[][][] unlearned = life(controller(4, new SynapseModel.Static()), raw, 4);
        for (int row = 0; row < BATCH; row++) {
            then(unmodulated[STEPS - 1][row]).containsExactly(unlearned[STEPS - 1][row], within(1e-5f));
            then(modulated[STEPS - 1][row]).isNotEqualTo(unmodulated[STEPS - 1][row]);
        }
    }

    /** A circuit of two halves that do not touch: what one senses changes no synapse of the other, whatever the rule. */
    @ParameterizedTest
    @ValueSource(strings = {"hebb", "oja", "abcd-lr", "stdp"})
    void step_localRule_changesNoSynapseOfOtherNeurons(String rule) {
        CircuitController ruled = new CircuitController(
                "halves",
                new SignalBinding("halves", BODY)
                        .bind(Halves.circuit(SynapseModel.Plastic.learned(PlasticityRules.named(rule)))));
        RawParameters raw = RawParameters.initial(ruled, 3);
        float[][] first = state(ruled, raw, 0.4f);
        float[][] second = state(ruled, raw, -0.7f);

        List<String> names = ruled.state().names();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).contains(">right")) {
                then(second[0][i]).as(names.get(i)).isEqualTo(first[0][i]);
            }
        }
        int sensing = names.indexOf("efficacy/bend>left");
        then(second[0][sensing]).isNotEqualTo(first[0][sensing]);
    }

    private static float[][] state(CircuitController controller, RawParameters raw, float bend) {
        try (ControllerHarness harness =
                new ControllerHarness(controller, BODY.observation().size())) {
            float[][] sensed = new float[1][BODY.observation().size()];
            sensed[0][0] = bend;
            sensed[0][1] = 0.3f;
            float[][] state = harness.initialStates(1, RandomStreams.named(1, "state"));
            for (int step = 0; step < STEPS; step++) {
                state = harness.run(sensed, state, raw).state();
            }
            return state;
        }
    }
}
