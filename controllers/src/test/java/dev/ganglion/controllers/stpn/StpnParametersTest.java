package dev.ganglion.controllers.stpn;

import static dev.ganglion.controllers.GoldenNumbers.doubles;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.PlainSpecs;
import dev.ganglion.controllers.RawParameters;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StpnParametersTest {
    // Counts from the authors' configurations: associative retrieval has 37 inputs and 37 outputs, the maze 17 inputs
    // and 4 logits beside a value, the inverted pendulum 4 inputs (its readout is not counted, so 2 × 65 is added).
    @ParameterizedTest
    @CsvSource({
        "37, 37, 'stpn:hidden=11', 2039",
        "37, 37, 'stpn:feedforward,hidden=13', 1974",
        "17, 5, 'stpn:hidden=55,normalisation=post,clamp=1', 12215",
        "4, 2, 'stpn:feedforward,hidden=64,normalisation=none,clamp=0.1', 962",
        "37, 37, 'stpn:match=2000', 2039",
        "37, 37, 'stpn:feedforward,match=2000', 1974",
    })
    void parameters_ofTheAuthorsSettings_areAsManyAsPublished(int inputs, int outputs, String name, int expected) {
        Controller controller = Controllers.parse(name).bind(PlainSpecs.choice(inputs, outputs));

        then(ParameterCount.of(controller)).isEqualTo(expected);
    }

    @Test
    void initialise_parameters_areDrawnAsInTheSource() {
        Controller controller = Controllers.parse("stpn:hidden=16").bind(PlainSpecs.choice(9, 2));
        RawParameters parameters = RawParameters.initial(controller, 3);

        then(extremes(parameters, StpnCell.WEIGHTS)).containsExactly(new double[] {-0.25, 0.25}, within(0.01));
        then(extremes(parameters, StpnCell.RETENTION)).containsExactly(new double[] {0, 1}, within(0.02));
        then(extremes(parameters, StpnCell.PLASTICITY))
                .containsExactly(new double[] {-0.00025, 0.00025}, within(0.00001));
        then(controller.initialState(RandomStreams.named(1, "x")))
                .hasSize(16 + 16 * 25)
                .containsOnly(0);
        then(controller.state().kind()).isEqualTo(StateSpec.Kind.TRAINED);
        then(controller.state().names()).contains("hidden/15", "efficacy/15/24");
    }

    private static double[] extremes(RawParameters parameters, String block) {
        double[] sorted =
                Arrays.stream(doubles(parameters.block(block))).sorted().toArray();
        return new double[] {sorted[0], sorted[sorted.length - 1]};
    }

    @Test
    void bind_feedForwardWithPlasticHidden_isRefused() {
        thenThrownBy(() -> Controllers.parse("stpn:feedforward,plastic=hidden").bind(PlainSpecs.choice(3, 2)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("plastic=input");
    }
}
