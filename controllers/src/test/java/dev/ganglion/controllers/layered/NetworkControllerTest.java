package dev.ganglion.controllers.layered;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerHarness;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkControllerTest {
    private static Controller bind(String name) {
        return LayeredSpecs.bind(name, 3, 2);
    }

    /** The quadruped of Najarro and Risi (2020): 28 signals, layers of 128 and 64, 8 actions. */
    @Test
    void parameters_networkOfTheSource_haveAsManyCoefficientsAsPublished() {
        Controller controller = LayeredSpecs.bind("plastic:hidden=128x64", 28, 8);

        then(controller.state().size()).isEqualTo(12_288);
        then(ParameterCount.of(controller)).isEqualTo(61_440);
        then(controller.beginsAtRest()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "plastic:hidden=5;coefficients=shared,10",
        "plastic:hidden=5;rule=hebb,25",
        "plastic:hidden=5;rule=hebb;initial=trained;biases=on,57",
        "plastic:hidden=5;rule=static;initial=trained,25",
        "plastic:hidden=5;rule=three-factor;coefficients=shared,14",
        "spiking:hidden=5,32",
        "spiking:hidden=5;encoder=rate;decoder=rate,59",
        "spiking:hidden=5;encoder=population;fields=4;biases=off,70"
    })
    void parameters_options_areAsManyAsTheyAskFor(String name, int parameters) {
        then(ParameterCount.of(bind(name.replace(';', ',')))).isEqualTo(parameters);
    }

    @Test
    void initialState_randomWeights_areNewForEachEpisodeAndWithinTheirRange() {
        Controller controller = bind("plastic:hidden=5,initial-range=0.3");
        float[] first = controller.initialState(RandomStreams.named(1, "state"));

        then(first).isEqualTo(controller.initialState(RandomStreams.named(1, "state")));
        then(first).isNotEqualTo(controller.initialState(RandomStreams.named(2, "state")));
        for (PlasticWeights weights : controller.plasticWeights()) {
            then(weights.meaning()).isEqualTo(PlasticWeights.Meaning.WEIGHT);
            then(weights.largest(first)).isBetween(0.1f, 0.3f);
        }
    }

    @Test
    void initialState_ruleThatMakesItsWeightsAnew_holdsTheFirstOnesTwice() {
        Controller controller = bind("plastic:hidden=5,rule=neuromodulated");
        float[] state = controller.initialState(RandomStreams.named(1, "state"));
        List<String> names = controller.state().names();

        then(state[names.indexOf("layer-1/initial/1/4")])
                .isEqualTo(state[names.indexOf("layer-1/weights/1/4")])
                .isNotZero();
    }

    @Test
    void plasticWeights_trainedWeights_holdWhatWasAdded() {
        Controller controller = bind("plastic:hidden=5x4,initial=trained");

        then(controller.beginsAtRest()).isTrue();
        then(controller.plasticWeights())
                .containsExactly(
                        new PlasticWeights("layer-0/change", PlasticWeights.Meaning.CHANGE, 0, 5, 3),
                        new PlasticWeights("layer-1/change", PlasticWeights.Meaning.CHANGE, 15, 4, 5),
                        new PlasticWeights("layer-2/change", PlasticWeights.Meaning.CHANGE, 35, 2, 4));
        then(controller.parameters().stream().map(ParameterBlock::name)).contains("layer-0/weights");
    }

    @Test
    void state_rateNetworkThatStays_isNone() {
        Controller controller = bind("plastic:rule=static,initial=trained");

        then(controller.state()).isEqualTo(StateSpec.none());
        then(controller.plasticWeights()).isEmpty();
    }

    @Test
    void neurons_everyLayer_areNamedByLayerAndPlace() {
        then(bind("plastic:hidden=2").neurons().stream().map(neuron -> neuron.name() + " of " + neuron.cellClass()))
                .containsExactly(
                        "layer-0/0 of layer-0", "layer-0/1 of layer-0", "layer-1/0 of layer-1", "layer-1/1 of layer-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plastic:rule=static|initial=trained",
                "plastic:decoder=rate|decoder=membrane, or neuron=lif",
                "plastic:rule=heb|hebb",
                "plastic:hidden=0|32x16",
                "plastic:clamp=-1|nearest is 0",
                "plastic:fields=2|nearest is 3",
                "spiking:neuron=rate|lif",
                "spiking:rule=hebb|no option"
            })
    void bind_whatCannotBe_isRefusedWithTheNearestAnswer(String name, String answer) {
        thenThrownBy(() -> bind(name)).isInstanceOf(InvalidInputException.class).hasMessageContaining(answer);
    }

    @Test
    void name_options_areTheOnesThatDiffer() {
        then(Controllers.parse("plastic:rule=abcd-lr,hidden=7").name()).isEqualTo("plastic:hidden=7");
    }

    /** Without the surrogate none would reach the weights in front of neurons that fire. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "spiking:hidden=6",
                "spiking:hidden=6x5,neuron=alif,encoder=population",
                "spiking:hidden=6,encoder=rate,decoder=rate"
            })
    void gradients_throughSpikes_reachTheFirstWeights(String name) {
        Controller controller = bind(name);
        try (ControllerHarness harness = new ControllerHarness(controller, 3)) {
            RawParameters gradients = harness.gradients(
                    new float[][] {{1.5f, -2, 1}},
                    new float[1][controller.state().size()],
                    new float[][] {{1, 0.5f}},
                    RawParameters.initial(controller, 1));

            float largest = 0;
            for (float gradient : gradients.block("layer-0/weights")) {
                largest = Math.max(largest, Math.abs(gradient));
            }
            then(largest).isPositive();
        }
    }

    /** A signal of +3 makes its first unit fire in every inner step, so that the sum of two rates can be counted. */
    @Test
    void translate_rateDecoder_isTheDifferenceOfTwoRates() {
        Controller controller = LayeredSpecs.bind("spiking:hidden=1,encoder=rate,decoder=rate,biases=off", 1, 1);
        RawParameters strong = RawParameters.initial(controller, 1);
        strong.block("layer-0/weights")[0] = 2;
        strong.block("layer-0/weights")[1] = 0;
        strong.block("layer-1/weights")[0] = 2;
        strong.block("layer-1/weights")[1] = 0.55f;
        try (ControllerHarness harness = new ControllerHarness(controller, 1)) {
            ControllerHarness.Outcome outcome = harness.run(
                    new float[][] {{3}}, new float[1][controller.state().size()], strong);

            // Four spikes of the one unit, one of the other: v = 0.275, 0.4125, 0.48125, 0.515625.
            then(outcome.output()[0]).containsExactly(0.75f);
        }
    }
}
