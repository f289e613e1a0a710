package dev.ganglion.controllers;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlasticWeightsTest {
    private static final EnvironmentSpec BODY = SwimmerSpecs.swimmer(3);

    private static Controller bind(String name) {
        return Controllers.parse(name).bind(BODY);
    }

    @ParameterizedTest
    @CsvSource({
        "'stpn:hidden=6',efficacy,CHANGE,6",
        "'stpn:hidden=6,feedforward=on',efficacy,CHANGE,6",
        "'fast-weights:hidden=5',fast,CHANGE,5",
        "'modplast:hidden=5',trace,TRACE,5"
    })
    void plasticWeights_layerOfUnits_isAMatrixWithARowForEach(
            String name, String weights, PlasticWeights.Meaning meaning, int rows) {
        Controller controller = bind(name);

        List<PlasticWeights> plastic = controller.plasticWeights();

        then(plastic).hasSize(1);
        PlasticWeights only = plastic.get(0);
        then(only.name()).isEqualTo(weights);
        then(only.meaning()).isEqualTo(meaning);
        then(only.rows()).isEqualTo(rows);
        for (int row = 0; row < only.rows(); row++) {
            for (int column = 0; column < only.columns(); column++) {
                then(controller.state().names().get(only.offset() + row * only.columns() + column))
                        .isEqualTo(weights + "/" + row + "/" + column);
            }
        }
        // Nothing else of the state is of that name.
        then(controller.state().names().stream()
                        .filter(value -> value.startsWith(weights + "/"))
                        .count())
                .isEqualTo(only.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ncap:synapse=hebb", "ncap:synapse=stp,neuron=lif", "ncap:synapse=three-factor"})
    void plasticWeights_circuit_isARowOfAllItsSynapsesByName(String name) {
        Controller controller = bind(name);

        List<PlasticWeights> plastic = controller.plasticWeights();

        then(plastic).hasSize(1);
        PlasticWeights only = plastic.get(0);
        then(only.meaning()).isEqualTo(PlasticWeights.Meaning.CHANGE);
        then(only.rows()).isEqualTo(1);
        List<String> names = controller.state().names().subList(only.offset(), only.offset() + only.size());
        then(names).allMatch(value -> value.matches("efficacy/.+>.+"));
        then(controller.state().names().stream()
                        .filter(value -> value.startsWith("efficacy/"))
                        .toList())
                .isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ncap", "mlp", "rnn", "gru"})
    void plasticWeights_synapsesThatStay_areNone(String name) {
        then(bind(name).plasticWeights()).isEmpty();
    }

    @Test
    void in_state_isWhatLiesAtItsPlace() {
        PlasticWeights weights = new PlasticWeights("w", PlasticWeights.Meaning.WEIGHT, 2, 2, 3);
        float[] state = new float[10];
        IntStream.range(0, state.length).forEach(i -> state[i] = -i);

        then(weights.in(state)).containsExactly(-2, -3, -4, -5, -6, -7);
        then(weights.largest(state)).isEqualTo(7);
        state[4] = Float.NaN;
        then(weights.largest(state)).isNaN();
    }

    @Test
    void in_initialState_isZeroWhereItIsAChange() {
        Controller controller = bind("ncap:synapse=hebb");
        float[] state = controller.initialState(RandomStreams.named(1, "state"));

        then(controller.plasticWeights().get(0).largest(state)).isZero();
    }

    @Test
    void plasticWeights_nowhere_areRefused() {
        thenThrownBy(() -> new PlasticWeights("w", PlasticWeights.Meaning.WEIGHT, 0, 0, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("w");
    }
}
