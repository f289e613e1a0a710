package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One update of every registered controller. */
class RegisteredControllersTest {
    private static final List<EnvironmentChoice> BODIES =
            List.of(Environments.parse("swimmer/swim:joints=3"), Environments.parse("quadruped/walk"));

    static Stream<String> controllers() {
        return Controllers.all().stream().map(ControllerProvider::name);
    }

    /** The first body that a controller fits. */
    private static EnvironmentChoice body(ControllerChoice controller) {
        return BODIES.stream()
                .filter(candidate -> fits(controller, candidate))
                .findFirst()
                .orElseThrow();
    }

    private static boolean fits(ControllerChoice controller, EnvironmentChoice body) {
        try {
            controller.bind(body.create().spec());
            return true;
        } catch (InvalidInputException e) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("controllers")
    void firstRatio_isOne(String name) {
        ControllerChoice controller = Controllers.parse(name);

        TrainingEvent.Updated updated = update(controller, "chunk=8");

        boolean trained =
                controller.bind(body(controller).create().spec()).state().kind() == StateSpec.Kind.TRAINED;
        then(updated.metrics().get("losses/first_ratio_deviation")).isLessThan(trained ? 1e-4 : 1e-5);
        then(updated.metrics().get("losses/first_ratio_differing")).isZero();
        then(updated.metrics().get("losses/skipped_steps")).isZero();
    }

    /** Controllers without a state, with one that moves by itself, and with one that is trained. */
    @ParameterizedTest
    @ValueSource(strings = {"mlp:hidden=8", "ncap", "gru:hidden=8"})
    void firstRatio_besideACriticThatRemembers_isOneToo(String name) {
        TrainingEvent.Updated updated = update(Controllers.parse(name), "chunk=8,critic-memory=gru,critic-units=8");

        then(updated.metrics().get("losses/first_ratio_deviation")).isLessThan(1e-4);
        then(updated.metrics().get("losses/skipped_steps")).isZero();
    }

    /** A spike more or less would be no rounding error any more, so here the share of steps counts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ncap:neuron=lif,inner-steps=2",
                "ncap:neuron=alif,inner-steps=2",
                "ncap:neuron=izhikevich,inner-steps=2",
                "connectome:neuron=lif,inner-steps=2",
                "connectome:neuron=alif,inner-steps=2",
                "connectome:neuron=izhikevich,inner-steps=2"
            })
    void firstRatio_ofSpikingNeurons_isOneInNearlyAllSteps(String name) {
        TrainingEvent.Updated updated = update(Controllers.parse(name), "chunk=3");

        then(updated.metrics().get("losses/first_ratio_differing")).isLessThan(0.02);
        then(updated.metrics().get("losses/skipped_steps")).isZero();
    }

    private static TrainingEvent.Updated update(ControllerChoice controller, String options) {
        TrainingPlan plan = new TrainingPlan(
                body(controller),
                controller,
                Learners.parse("ppo:rollout=256,minibatch=128,epochs=1,group=2,std=0.2,critic-hidden=8," + options),
                256,
                3,
                4,
                1);
        return plan.learner()
                .provider()
                .train(plan, null)
                .ofType(TrainingEvent.Updated.class)
                .blockingFirst();
    }
}
