package dev.ganglion.tests.acceptance;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What commands to turn do to the swimmer, and where they bring it. */
class NavigationTest {
    private static final int STEPS = 1000;
    private static final int COUNTED = STEPS / 3;

    /**
     * What the head does in an episode.
     *
     * @param turns whole turns, counter-clockwise positive
     * @param lastSpeed mean speed in m/s in the last third
     */
    private record Course(double turns, double lastSpeed) {}

    private static Course course(String controller) {
        Environment swimmer = Environments.parse("swimmer/swim").create();
        EnvironmentSpec spec = swimmer.spec();
        int rate =
                spec.observation().signals().offset("link/0/angular-velocity").orElseThrow();
        int velocity = spec.observation().signals().offset("link/0/velocity").orElseThrow();
        int size = spec.observation().size();
        float[] observation = new float[size];
        float[] inputs = new float[Policy.GROUP * size];
        float[] outputs = new float[Policy.GROUP * spec.action().size()];
        float[] action = new float[spec.action().size()];
        double angle = 0;
        double distance = 0;
        try (Policy policy = Policy.untrained(Controllers.parse(controller), spec, 1, Map.of());
                GroupPolicy group = policy.group()) {
            swimmer.reset(1, observation, 0);
            for (int step = 0; step < STEPS; step++) {
                System.arraycopy(observation, 0, inputs, 0, size);
                group.step(inputs, outputs);
                System.arraycopy(outputs, 0, action, 0, action.length);
                swimmer.step(action, 0, observation, 0);
                angle += observation[rate] * spec.controlPeriodSeconds();
                distance += step < STEPS - COUNTED ? 0 : Math.hypot(observation[velocity], observation[velocity + 1]);
            }
        }
        return new Course(angle / (2 * Math.PI), distance / COUNTED);
    }

    private static Evaluation evaluated(String environment, String controller, int episodes, double prop) {
        return Evaluator.evaluate(
                Environments.parse(environment),
                new Behaviour.Untrained(Controllers.parse(controller), 1),
                new EvaluationPlan(episodes, 1, 0, Map.of("prop", prop), 1));
    }

    @Test
    void turn_toTheRight_turnsClockwiseAndGoesOnSwimming() {
        then(course("ncap:turn=on,turn-right=0.5").turns()).isLessThan(-0.5);
        then(course("ncap:turn=on,turn-left=0.5").turns()).isGreaterThan(0.5);
        then(course("ncap").turns()).isBetween(-0.3, 0.3);
        then(evaluated("swimmer/swim", "ncap:turn=on,turn-right=0.5", 8, 1).returns())
                .allSatisfy(earned -> then(earned).isGreaterThan(600));
    }

    @Test
    void turn_toBothSidesAtOnce_stopsTheBody() {
        then(course("ncap:turn=on,turn-right=1,turn-left=1").lastSpeed()).isLessThan(0.02);
        then(course("ncap").lastSpeed()).isGreaterThan(0.08);
    }

    @Test
    void navigation_byThresholds_reachesMostTargets() {
        Evaluation navigation = evaluated("swimmer/navigate", "ncap:navigate=hard", 40, 2);

        then(navigation.measurements().get("target_reached")).isGreaterThanOrEqualTo(0.85);
    }
}
