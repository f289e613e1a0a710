package dev.ganglion.controllers.parameter;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.Probe;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tensorflow.ndarray.Shape;

class EffectiveParametersTest {
    private static final WeightVector WEIGHTS = new WeightVector(
            "weights",
            Stream.of("prop/DB1", "prop/VB1", "propulsion", "osc")
                    .map(name -> new WeightGroup(
                            name, Sign.EXCITATORY, new InitialValue.Fixed(1), Parametrisation.EXPONENTIAL))
                    .toList());

    private static Probe effective(Map<String, Double> overrides) {
        return Probe.of(
                new float[] {0, 0, 0, 0},
                (tf, raw) -> EffectiveParameters.of(tf, List.of(WEIGHTS), Map.of("weights", raw), overrides)
                        .effective("weights"));
    }

    @Test
    void effective_withoutOverrides_isTheParametrisation() {
        then(effective(Map.of()).values()).containsExactly(1, 1, 1, 1);
    }

    @Test
    void effective_overriddenByName_takesAnyValueAndNoGradient() {
        Probe probe = effective(Map.of("osc", -2.5, "propulsion", 0.0));

        then(probe.values()).containsExactly(1, 1, 0, -2.5f);
        then(probe.gradient()).containsExactly(new float[] {1, 1, 0, 0}, within(1e-6f));
    }

    @Test
    void effective_overriddenByBeginning_setsAllThatBeginWithIt() {
        then(effective(Map.of("prop", 3.0)).values()).containsExactly(3, 3, 1, 1);
    }

    @Test
    void effective_overriddenByBeginningAndName_takesTheName() {
        then(effective(Map.of("prop", 3.0, "prop/VB1", 5.0)).values()).containsExactly(3, 5, 1, 1);
    }

    @Test
    void effective_ofAPopulation_isOverriddenInEveryCandidate() {
        Probe probe = Probe.of(
                new float[8],
                Shape.of(2, 4),
                (tf, raw) -> EffectiveParameters.of(tf, List.of(WEIGHTS), Map.of("weights", raw), Map.of("osc", 2.0))
                        .effective("weights"));

        then(probe.values()).containsExactly(1, 1, 1, 2, 1, 1, 1, 2);
    }

    @Test
    void of_unknownName_namesTheNearest() {
        thenThrownBy(() -> effective(Map.of("ocs", 1.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("There is no parameter 'ocs'; did you mean 'osc'?");
    }

    @Test
    void requireKnown_blockWithoutNames_isRefused() {
        List<ParameterBlock> blocks = List.of(DenseParameters.zeros("biases", 3));

        thenThrownBy(() -> EffectiveParameters.requireKnown(blocks, Map.of("prop", 1.0)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("'prop' cannot be set: the parameters of this controller have no names of their own");
    }

    @Test
    void effective_unknownBlock_isRefused() {
        thenThrownBy(() -> Probe.of(
                        new float[4],
                        (tf, raw) -> EffectiveParameters.of(tf, List.of(WEIGHTS), Map.of("weights", raw), Map.of())
                                .effective("biases")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("biases");
    }
}
