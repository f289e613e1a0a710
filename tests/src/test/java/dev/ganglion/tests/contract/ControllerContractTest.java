package dev.ganglion.tests.contract;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Space;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the controller contract promises, for everything registered. */
class ControllerContractTest {
    /** States reach 4, whose last bit is 5e-7, and a normalisation divides by what several of them add up to. */
    private static final float LAST_BITS = 5e-6f;

    private static final String CHOICES = "dev.ganglion.tests.contract.RegisteredControllers#choices";
    private static final String BOUND = "dev.ganglion.tests.contract.RegisteredControllers#bound";
    private static final String VARIANTS = "dev.ganglion.tests.contract.RegisteredControllers#variants";
    private static final int BATCH = 5;

    private static float[] observations(RegisteredControllers.Case on) {
        RandomGenerator random = RandomStreams.named(5, "observations");
        float[] values = new float[BATCH * on.observations()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource(CHOICES)
    void choice_everyController_isDescribedAndFoundByItsName(ControllerChoice choice) {
        then(choice.provider().name()).matches("[a-z0-9-]+");
        then(choice.provider().summary()).endsWith(".");
        then(choice.provider().options().list())
                .allMatch(option -> option.help().endsWith("."));
        then(Controllers.parse(choice.name()).name()).isEqualTo(choice.name());
        then(RegisteredControllers.bound().map(on -> on.choice().name())).contains(choice.name());
    }

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void bind_everyVariant_declaresConsistently(RegisteredControllers.Case on) {
        Controller controller = on.bind();
        Space action = on.environment().action();

        then(controller.name()).isEqualTo(on.choice().name());
        then(controller.outputs())
                .isEqualTo(action instanceof Discrete choice ? choice.choices().size() : action.size());
        then(controller.initialState(RandomStreams.named(1, "state")))
                .hasSize(controller.state().size());
        then(controller.state().names()).doesNotHaveDuplicates();
        then(controller.parameters().stream().map(ParameterBlock::name)).doesNotHaveDuplicates();
        then(controller.parameters().stream().flatMap(block -> block.elements().stream()))
                .doesNotHaveDuplicates();
        then(controller.parameters())
                .allMatch(
                        block -> block.elements().isEmpty() || block.elements().size() == block.size());
    }

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void initialise_sameSeed_givesTheSameFiniteValues(RegisteredControllers.Case on) {
        for (ParameterBlock block : on.bind().parameters()) {
            float[] values = block.initialise(RandomStreams.named(3, block.name()));

            then(values).hasSize(block.size()).isEqualTo(block.initialise(RandomStreams.named(3, block.name())));
            then(block.effective(values)).hasSize(block.size());
            then(allFinite(values)).as("raw values of %s", block.name()).isTrue();
            then(allFinite(block.effective(values)))
                    .as("values of %s", block.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void translate_anyVariant_isPureAndTreatsEachRowByItself(RegisteredControllers.Case on) {
        Controller controller = on.bind();
        float[] observations = observations(on);
        try (ControllerSteps steps = new ControllerSteps(controller, on.observations(), 2, false)) {
            float[] states = steps.initialStates(BATCH);

            ControllerSteps.Outcome first = steps.run(BATCH, observations, states);

            then(first.output()).hasSize(BATCH * controller.outputs());
            then(first.state()).hasSize(BATCH * controller.state().size());
            then(allFinite(first.output())).isTrue();
            then(allFinite(first.state())).isTrue();
            steps.run(BATCH, new float[observations.length], states);
            ControllerSteps.Outcome again = steps.run(BATCH, observations, states);
            then(again.output()).isEqualTo(first.output());
            then(again.state()).isEqualTo(first.state());
            for (int row = 0; row < BATCH; row++) {
                ControllerSteps.Outcome alone = steps.run(1, row(observations, row), row(states, row));
                then(alone.output()).containsExactly(row(first.output(), row), within(LAST_BITS));
                then(alone.state()).containsExactly(row(first.state(), row), within(LAST_BITS));
            }
        }
    }

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void unrolled_anyVariant_doesWhatTranslateDoes(RegisteredControllers.Case on) {
        Controller controller = on.bind();
        then(controller.stateParts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(controller.state().size());
        try (ControllerSteps whole = new ControllerSteps(controller, on.observations(), 3, false);
                ControllerSteps inParts = ControllerSteps.inParts(controller, on.observations(), 3)) {
            float[] states = whole.initialStates(BATCH);

            ControllerSteps.Outcome outcome = inParts.run(BATCH, observations(on), states);

            ControllerSteps.Outcome expected = whole.run(BATCH, observations(on), states);
            then(outcome.output()).containsExactly(expected.output(), within(LAST_BITS));
            then(outcome.state()).containsExactly(expected.state(), within(LAST_BITS));
        }
    }

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void beginsAtRest_anyVariant_saysWhetherEveryInitialStateIsZero(RegisteredControllers.Case on) {
        Controller controller = on.bind();
        int size = controller.state().size();
        boolean atRest = true;
        for (int seed = 0; seed < 20; seed++) {
            float[] initial = controller.initialState(RandomStreams.named(seed, "state"));
            atRest &= Arrays.equals(initial, new float[size]);
        }

        then(controller.beginsAtRest()).isEqualTo(atRest);
    }

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void gradient_anyVariant_isFiniteForEveryParameter(RegisteredControllers.Case on) {
        Controller controller = on.bind();
        // What an eligibility holds after the first step changes a weight in the second, which acts in the third.
        try (ControllerSteps steps = new ControllerSteps(controller, on.observations(), 3, true)) {
            Map<String, float[]> gradients = steps.gradients(BATCH, observations(on), steps.initialStates(BATCH));

            for (ParameterBlock block : controller.parameters()) {
                then(gradients).containsKey(block.name());
                float[] gradient = gradients.getOrDefault(block.name(), new float[0]);
                then(gradient).hasSize(block.size());
                then(allFinite(gradient)).as("gradient of %s", block.name()).isTrue();
            }
            then(gradients.values()).anyMatch(gradient -> !Arrays.equals(gradient, new float[gradient.length]));
        }
    }

    @ParameterizedTest
    @MethodSource(BOUND)
    void state_thatMovesByItself_ignoresWhatIsSensed(RegisteredControllers.Case on) {
        Controller controller = on.bind();
        boolean byItself = controller.state().kind() != StateSpec.Kind.TRAINED;
        try (ControllerSteps steps = new ControllerSteps(controller, on.observations(), 2, false)) {
            float[] states = steps.initialStates(BATCH);
            float[] sensing = steps.run(BATCH, observations(on), states).state();
            float[] numb = steps.run(BATCH, new float[BATCH * on.observations()], states)
                    .state();

            then(Arrays.equals(sensing, numb)).isEqualTo(byItself);
        }
    }

    private static float[] row(float[] rows, int row) {
        int columns = rows.length / BATCH;
        return Arrays.copyOfRange(rows, row * columns, (row + 1) * columns);
    }

    private static boolean allFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
