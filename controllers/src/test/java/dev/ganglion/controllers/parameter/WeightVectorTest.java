package dev.ganglion.controllers.parameter;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.Probe;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.ndarray.Shape;

class WeightVectorTest {
    private static final InitialValue ZERO = new InitialValue.Fixed(0);

    /** Every parametrisation with both signs, in mixed order. */
    private static WeightVector mixed() {
        List<WeightGroup> groups = new ArrayList<>();
        for (String kind : List.of("EXPONENTIAL", "FREE", "CLAMP", "STRAIGHT_THROUGH", "EXPONENTIAL", "CLAMP")) {
            for (Sign sign : List.of(Sign.EXCITATORY, Sign.INHIBITORY)) {
                groups.add(new WeightGroup("w" + groups.size(), sign, ZERO, Parametrisation.valueOf(kind)));
            }
        }
        return new WeightVector("weights", groups);
    }

    @Test
    void effective_inAGraph_isThatOutsideOfOne() {
        WeightVector weights = mixed();
        float[] raw = new float[weights.size()];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (i % 5 - 2) * 0.7f;
        }

        Probe probe = Probe.of(raw, weights::effective);

        then(probe.values()).containsExactly(weights.effective(raw), within(1e-6f));
    }

    @Test
    void effective_ofAPopulation_isThatOfEachCandidate() {
        WeightVector weights = mixed();
        int size = weights.size();
        float[] raw = new float[3 * size];
        for (int i = 0; i < raw.length; i++) {
            raw[i] = (i % 11 - 5) * 0.3f;
        }

        Probe probe = Probe.of(raw, Shape.of(3, size), weights::effective);

        for (int candidate = 0; candidate < 3; candidate++) {
            float[] own = Arrays.copyOfRange(raw, candidate * size, (candidate + 1) * size);
            then(Arrays.copyOfRange(probe.values(), candidate * size, (candidate + 1) * size))
                    .containsExactly(weights.effective(own), within(1e-6f));
        }
    }

    @ParameterizedTest
    // dw/dω by hand at sω = −0.7 and 0.7; the clamp's is 1 or 0, the exponential's its own value.
    @CsvSource({"FREE, 1, 1", "CLAMP, 0, 1", "STRAIGHT_THROUGH, 1, 1", "EXPONENTIAL, 0.49658530, 2.01375271"})
    void gradient_onEitherSide_isTheDefinition(Parametrisation kind, float below, float above) {
        for (Sign sign : List.of(Sign.EXCITATORY, Sign.INHIBITORY)) {
            WeightVector weights = new WeightVector(
                    "weights", List.of(new WeightGroup("a", sign, ZERO, kind), new WeightGroup("b", sign, ZERO, kind)));

            Probe probe = Probe.of(new float[] {-0.7f * sign.value(), 0.7f * sign.value()}, weights::effective);

            then(probe.gradient()).containsExactly(new float[] {below, above}, within(1e-6f));
        }
    }

    @Test
    void initialise_sameStream_isTheSame() {
        WeightVector weights = new WeightVector(
                "weights",
                List.of(new WeightGroup(
                        "a", Sign.EXCITATORY, new InitialValue.Uniform(0, 1), Parametrisation.EXPONENTIAL)));

        then(weights.initialise(RandomStreams.named(1, "a")))
                .isEqualTo(weights.initialise(RandomStreams.named(1, "a")));
        then(weights.initialise(RandomStreams.named(1, "a")))
                .isNotEqualTo(weights.initialise(RandomStreams.named(2, "a")));
    }

    @Test
    void group_ofOpenSignThatIsClamped_isRefused() {
        thenThrownBy(() -> new WeightGroup("a", Sign.UNKNOWN, ZERO, Parametrisation.CLAMP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be free");
    }

    @Test
    void group_beginningWithTheOtherSign_isRefused() {
        thenThrownBy(() -> new WeightGroup("a", Sign.INHIBITORY, new InitialValue.Uniform(0, 1), Parametrisation.CLAMP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("INHIBITORY");
    }

    @Test
    void vector_withANameTwice_isRefused() {
        WeightGroup group = new WeightGroup("a", Sign.EXCITATORY, ZERO, Parametrisation.CLAMP);

        thenThrownBy(() -> new WeightVector("weights", List.of(group, group)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }
}
