package dev.ganglion.controllers.plasticity;

import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.g;
import static dev.ganglion.controllers.GoldenNumbers.matrix;
import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlasticityRuleTest {
    private static final float TOLERANCE = 1e-6f;

    /** Presynaptic and postsynaptic activities of 2 × 3 synapses, rows postsynaptic. */
    private static final float[] PRE = {0.2f, -0.4f, 0.6f, 0.2f, -0.4f, 0.6f};

    private static final float[] POST = {0.5f, 0.5f, 0.5f, -0.1f, -0.1f, -0.1f};

    private static final List<RuleRun.Moment> ONCE = List.of(new RuleRun.Moment(PRE, POST, new float[6]));

    static Stream<PlasticityRule> rules() {
        return PlasticityRules.all().stream();
    }

    private static double[] weights() {
        return Arrays.stream(matrix(2, 3, 6)).map(value -> 0.2 * value).toArray();
    }

    private static RuleRun abcd(AbcdRule.Form form) {
        return new RuleRun(new AbcdRule(form), 1, 1)
                .from(weights())
                .with("a", matrix(2, 3, 1))
                .with("b", matrix(2, 3, 2))
                .with("c", matrix(2, 3, 3))
                .with("d", matrix(2, 3, 4))
                .with("rate", matrix(2, 3, 5))
                .with("d-out", matrix(2, 3, 7));
    }

    // The golden numbers were computed in double precision with NumPy from the published equations.
    @Test
    void abcd_goldenVector_changesAsPublished() {
        then(abcd(AbcdRule.Form.ABCD_LR).run(ONCE).get(0).learned())
                .containsExactly(
                        floats(0.1007436032, 0.2249724241, -0.0349429444, 0.12571759, 0.1869507808, 0.005456933),
                        within(TOLERANCE));
    }

    @Test
    void oja_goldenVector_changesAsPublished() {
        RuleRun oja = new RuleRun(new Oja(), 1, 1).from(weights()).with("rate", matrix(2, 3, 5));

        then(oja.run(ONCE).get(0).learned())
                .containsExactly(
                        floats(-0.0512954425, 0.0578553667, 0.0161730843, -0.0100974489, 0.0133494691, -0.0007330079),
                        within(TOLERANCE));
    }

    @ParameterizedTest
    @EnumSource(AbcdRule.Form.class)
    void abcd_everyForm_hasTheTermsOfItsName(AbcdRule.Form form) {
        float[] learned = abcd(form).run(ONCE).get(0).learned();

        for (int i = 0; i < 6; i++) {
            int row = i / 3;
            int column = i % 3;
            double pre = PRE[i];
            double post = POST[i];
            double both = g(row, column, 1) * pre * post;
            double single = g(row, column, 2) * pre + g(row, column, 3) * post;
            double always = g(row, column, 4);
            double rate = g(row, column, 5);
            double outside = g(row, column, 7);
            double expected = switch (form) {
                case A -> both;
                case AD -> both + always;
                case AD_LR -> rate * (both + always);
                case ABC -> both + single;
                case ABC_LR -> rate * (both + single);
                case ABCD -> both + single + always;
                case ABCD_LR -> rate * (both + single + always);
                case ABCD_LR_D_OUT -> rate * (both + single) + outside;
                case ABCD_LR_D_IN_AND_OUT -> rate * (both + single + always) + outside;
            };
            then((double) learned[i]).isCloseTo(expected, within((double) TOLERANCE));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a,1",
        "ad,2",
        "ad-lr,3",
        "abc,3",
        "abc-lr,4",
        "abcd,4",
        "abcd-lr,5",
        "abcd-lr-d-out,5",
        "abcd-lr-d-in-and-out,6"
    })
    void abcd_everyForm_hasAsManyCoefficientsAsPublished(String name, int coefficients) {
        then(PlasticityRules.named(name).coefficients()).hasSize(coefficients);
    }

    @Test
    void hebb_stepSize_scalesTheChange() {
        RuleRun hebb = new RuleRun(new Hebbian(), 1, 0.5).with("rate", 2);

        then(hebb.run(List.of(RuleRun.Moment.of(0.3, -0.5, 0))).get(0).learned())
                .containsExactly(new float[] {-0.15f}, within(TOLERANCE));
    }

    // A spike at each neuron, a number of steps of 5 ms apart; τ₊ = 20 ms, τ₋ = 10 ms, A₊ = 0.5, A₋ = 0.25.
    @ParameterizedTest
    @CsvSource({"0,0.5", "1,0.3894003915", "4,0.1839397206", "-1,-0.1516326649", "-4,-0.0338338208"})
    void spikeTiming_pairOfSpikes_isWorthItsInterval(int lead, double change) {
        RuleRun rule = new RuleRun(new SpikeTiming(), 0.005, 1)
                .with("potentiation", 0.5)
                .with("depression", 0.25)
                .with("pre-decay", 0.02)
                .with("post-decay", 0.01);
        List<RuleRun.Moment> moments = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            moments.add(RuleRun.Moment.of(step == 5 ? 1 : 0, step == 5 + lead ? 1 : 0, 0));
        }

        then(rule.run(moments).get(11).learned()).containsExactly(new float[] {(float) change}, within(TOLERANCE));
    }

    // By hand: with η = 0.5, α = 2, m = 1 and a coincidence of 0.8 in the first step and none after it, E is 0.4, 0.2,
    // 0.1 and H the sum of the eligibilities before: 0, 0.4, 0.6.
    @Test
    void neuromodulated_coincidence_actsAStepLaterAndThroughTheModulator() {
        RuleRun rule =
                new RuleRun(new Neuromodulated(), 1, 1).with("strength", 2).with("renewal", 0.5);

        List<RuleRun.After> after =
                rule.run(List.of(RuleRun.Moment.of(0.8, 1, 1), RuleRun.Moment.of(0, 1, 1), RuleRun.Moment.of(0, 1, 1)));

        then(after.stream().map(step -> step.learned()[0])).containsExactly(0f, 0.8f, 1.2f);
        then(after.get(2).memories().get(1)).containsExactly(new float[] {0.1f}, within(TOLERANCE));
    }

    @Test
    void neuromodulated_strongModulator_staysWithinOne() {
        RuleRun rule =
                new RuleRun(new Neuromodulated(), 1, 1).with("strength", 0.5).with("renewal", 1);

        List<RuleRun.After> after =
                rule.run(List.of(RuleRun.Moment.of(1, 1, 0), RuleRun.Moment.of(1, 1, -7), RuleRun.Moment.of(1, 1, 0)));

        then(after.get(2).learned()[0]).isEqualTo(-0.5f);
    }

    // MSTDPET without lag and clip: W = 0.3, η = 0.1, pairs worth 0.5 in step 1, r = 1 in step 3 only, τ_e = 40 steps,
    // τ_w
    // = 2e7 steps; computed in double precision from the equations.
    @Test
    void threeFactor_goldenSequence_changesWhenTheThirdFactorComes() {
        RuleRun rule = new RuleRun(new ThreeFactor(), 1, 1)
                .from(0.3)
                .with("rate", 0.1)
                .with("potentiation", 1)
                .with("depression", 1)
                .with("eligibility-decay", 40)
                .with("weight-decay", 2e7)
                .with("pre-decay", 1e-3)
                .with("post-decay", 1e-3);

        List<RuleRun.After> after = rule.run(List.of(
                RuleRun.Moment.of(0, 0, 0),
                RuleRun.Moment.of(0.5, 1, 0),
                RuleRun.Moment.of(0, 0, 0),
                RuleRun.Moment.of(0, 0, 1),
                RuleRun.Moment.of(0, 0, 0)));

        double[] eligibility = {0, 0.0125, 0.0121913739, 0.0118903678, 0.0115967936};
        for (int step = 0; step < eligibility.length; step++) {
            then((double) after.get(step).memories().get(2)[0]).isCloseTo(eligibility[step], within(1e-8));
        }
        then(0.3 + after.get(3).learned()[0]).isCloseTo(0.3011889768, within(1e-8));
    }

    /** Whether a rule looks at what it says, at nothing else, and never at another synapse. */
    @ParameterizedTest
    @MethodSource("rules")
    void step_anyRule_looksAtWhatItDeclares(PlasticityRule rule) {
        long seed = 11;
        RandomGenerator random = RandomStreams.named(seed, rule.name());
        float[] base = steps(rule, random, null);
        Set<Factor> moved = EnumSet.noneOf(Factor.class);
        for (Factor factor : Factor.values()) {
            float[] changed = steps(rule, RandomStreams.named(seed, rule.name()), factor);
            then(changed[1]).as("the synapse beside, seed %s", seed).isEqualTo(base[1]);
            if (Math.abs(changed[0] - base[0]) > 1e-5f) {
                moved.add(factor);
            }
        }

        then(moved).as("seed %s", seed).isEqualTo(rule.reads());
    }

    /** F of two synapses after some steps, with one factor of the first different throughout. */
    private static float[] steps(PlasticityRule rule, RandomGenerator random, @Nullable Factor changed) {
        RuleRun run = new RuleRun(rule, 0.01, 1);
        for (Coefficient coefficient : rule.coefficients()) {
            run.with(coefficient.name(), random.nextDouble(0.3, 0.6), random.nextDouble(0.3, 0.6));
        }
        run.from(changed == Factor.WEIGHT ? 0.9 : 0.2, 0.3);
        List<RuleRun.Moment> moments = new ArrayList<>();
        for (int step = 0; step < 4; step++) {
            moments.add(new RuleRun.Moment(
                    two(random, changed == Factor.PRE),
                    two(random, changed == Factor.POST),
                    two(random, changed == Factor.THIRD)));
        }
        return run.run(moments).get(3).learned();
    }

    private static float[] two(RandomGenerator random, boolean isChanged) {
        float first = 0.2f + 0.5f * random.nextFloat();
        return new float[] {isChanged ? first + 0.25f : first, 0.2f + 0.5f * random.nextFloat()};
    }

    @Test
    void named_unknownRule_isRefusedWithTheNearest() {
        thenThrownBy(() -> PlasticityRules.named("heb"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("There is no plasticity rule 'heb'; did you mean 'hebb'?");
    }
}
