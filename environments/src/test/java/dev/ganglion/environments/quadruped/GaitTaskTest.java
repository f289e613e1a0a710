package dev.ganglion.environments.quadruped;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Side;
import dev.ganglion.environments.signal.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaitTaskTest {
    private static final float[] STILL = new float[Leg.JOINTS];

    private final float[] observation = new float[45];

    private static Environment environment(String name) {
        return Environments.parse(name).create();
    }

    /** Return of an episode with constant commands. */
    private double episode(String name, float[] action) {
        Environment environment = environment(name);
        environment.reset(1, observation, 0);
        double total = 0;
        StepStatus status;
        do {
            status = environment.step(action, 0, observation, 0);
            total += environment.reward();
        } while (!status.isDone());
        return total;
    }

    @Test
    void spec_signals_haveTheirPlaceAndSide() {
        Environment walk = environment("quadruped/walk");
        then(walk.spec().observation().signals().family("joint/*/angle")).hasSize(8);
        then(walk.spec().observation().signals().family("foot/*/force")).hasSize(4);
        Signal hindRightKnee =
                walk.spec().observation().signals().family("joint/*/angle").get(7);
        then(hindRightKnee.side()).isEqualTo(Side.RIGHT);
        then(hindRightKnee.position()).isCloseTo(0.95, within(1e-9));
        then(environment("quadruped/walk:actuation=torque").spec().action().size())
                .isEqualTo(8);
        then(walk.spec().controlPeriodSeconds()).isEqualTo(0.03);
        then(walk.spec().timeLimitSteps()).isEqualTo(1000);
    }

    @Test
    void return_standing_isAlmostAllOfStandAndAlmostNothingOfWalk() {
        then(episode("quadruped/stand", STILL)).isGreaterThan(950);
        then(episode("quadruped/walk", STILL)).isLessThan(10);
        then(episode("quadruped/run", STILL)).isLessThan(10);
    }

    /** Diagonal legs together, hips to and fro and knees bent on the way ahead, without sensing anything. */
    @Test
    void return_ofATrotWithoutSenses_isThatOfAWalk() {
        Environment walk = environment("quadruped/walk");
        walk.reset(3, observation, 0);
        double total = 0;
        StepStatus status = StepStatus.RUNNING;
        for (int step = 0; !status.isDone(); step++) {
            status = walk.step(trot(step * 0.03 / 0.54), 0, observation, 0);
            total += walk.reward();
        }
        then(status).isEqualTo(StepStatus.TRUNCATED);
        then(total).isGreaterThan(900);
        then(walk.measurements().get("forward_speed_m_per_s")).isBetween(0.6, 0.8);
    }

    private static float[] trot(double cycles) {
        float[] action = new float[Leg.JOINTS];
        for (Leg leg : Leg.ALL) {
            boolean isFirst = leg == Leg.FORE_LEFT || leg == Leg.HIND_RIGHT;
            double phase = 2 * Math.PI * (cycles + (isFirst ? 0 : 0.5));
            action[leg.hip()] = (float) (0.45 * Math.sin(phase));
            action[leg.knee()] = (float) (-0.5 * Math.max(0, -Math.cos(phase)));
        }
        return action;
    }

    @ParameterizedTest
    @ValueSource(strings = {"stand", "walk", "run"})
    void reward_anyStep_isTheProductOfTolerances(String task) {
        Environment environment = environment("quadruped/" + task);
        RandomGenerator random = RandomStreams.named(4, "commands");
        environment.reset(2, observation, 0);
        double before = 0;
        float[] last = new float[Leg.JOINTS];
        StepStatus status = StepStatus.RUNNING;
        for (int step = 1; step < 60 && !status.isDone(); step++) {
            float[] action = new float[Leg.JOINTS];
            double change = 0;
            for (int joint = 0; joint < action.length; joint++) {
                action[joint] = random.nextFloat(-1, 1);
                change += Math.abs(action[joint] - last[joint]) / action.length;
            }
            last = action;
            status = environment.step(action, 0, observation, 0);
            double distance = speed(environment) * step;
            double speed = distance - before;
            before = distance;
            // A bell curve is 0.1 at its margin: 0.1^((x/margin)²).
            double upright = bell(Math.max(0, Math.abs(observation[1]) - 0.2) / 0.5);
            double smooth = (1 + bell(Math.max(0, change - 0.1) / 0.4)) / 2;
            double high = bell(Math.max(0, 0.26 - observation[0]) / 0.1);
            then(environment.reward()).isCloseTo(upright * high * speedFactor(task, speed) * smooth, within(1e-4));
        }
    }

    private static double speed(Environment environment) {
        return environment.measurements().getOrDefault("forward_speed_m_per_s", Double.NaN);
    }

    private static double bell(double margins) {
        return Math.pow(0.1, margins * margins);
    }

    private static double speedFactor(String task, double speed) {
        return switch (task) {
            case "stand" -> bell(Math.max(0, Math.abs(speed) - 0.1) / 0.5);
            case "walk" -> Math.max(0, 1 - Math.max(0, Math.max(0.5 - speed, speed - 1)) / 0.5);
            default -> Math.max(0, Math.min(1, speed / 1.5));
        };
    }

    @Test
    void step_fallen_terminates() {
        Environment walk = environment("quadruped/walk:actuation=torque");
        walk.reset(1, observation, 0);
        StepStatus status = StepStatus.RUNNING;
        int steps = 0;
        float[] back = new float[Leg.JOINTS];
        Arrays.fill(back, 1);
        while (!status.isDone()) {
            // All thighs swung back with full torque: it rears and goes over.
            status = walk.step(back, 0, observation, 0);
            steps++;
        }
        then(status).isEqualTo(StepStatus.TERMINATED);
        then(steps).isLessThan(100);
        then(walk.measurements()).containsEntry("fell", 1.0);
    }

    @Test
    void reset_terrainSeed_givesTheSameGroundEachEpisode() {
        then(grounds("quadruped/walk:terrain=rough,terrain-seed=7")).hasSize(1);
        then(grounds("quadruped/walk:terrain=rough")).hasSize(5);
    }

    private static List<Object> grounds(String name) {
        Environment environment = environment(name);
        float[] observation = new float[45];
        List<Object> grounds = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            environment.reset(seed, observation, 0);
            grounds.add(environment.scene().ground());
        }
        return grounds.stream().distinct().toList();
    }

    @Test
    void observe_foot_tellsForceAndContact() {
        Environment stand = environment("quadruped/stand");
        stand.reset(3, observation, 0);
        for (int step = 0; step < 200; step++) {
            stand.step(STILL, 0, observation, 0);
        }
        int contacts =
                stand.spec().observation().signals().offset("foot/0/contact").orElseThrow();
        double weight = 0;
        for (int foot = 0; foot < 4; foot++) {
            then(observation[contacts + foot]).isEqualTo(1);
            weight += observation[contacts + 4 + foot];
        }
        then(weight).isCloseTo(12.3 * 9.81, within(0.1));
    }
}
