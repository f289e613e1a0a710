package dev.ganglion.environments.swimmer;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NavigateTest {
    private final Environment navigate = Environments.parse("swimmer/navigate").create();
    private final float[] observation = new float[25];

    @Test
    void spec_default_listsAnglesThenTargetThenVelocities() {
        then(navigate.spec().observation().size()).isEqualTo(25);
        then(navigate.spec().observation().signals().names())
                .startsWith("joint/0/angle")
                .containsSubsequence("joint/4/angle", "target/position", "link/0/velocity");
        then(navigate.spec().observation().signals().offset("target/position")).contains(5);
        then(Environments.parse("swimmer/navigate:joints=3,velocities=off")
                        .create()
                        .spec()
                        .observation()
                        .signals()
                        .names())
                .containsExactly("joint/0/angle", "joint/1/angle", "joint/2/angle", "target/position");
    }

    @Test
    void reset_manySeeds_targetsLieInTheirSquares() {
        int near = 0;
        int draws = 2000;
        double largest = 0;
        for (int seed = 0; seed < draws; seed++) {
            navigate.reset(seed, observation, 0);
            Scene.Marker target = navigate.scene().markers().get(0);
            double distance = Math.max(Math.abs(target.x()), Math.abs(target.y()));
            near += distance <= 0.3 ? 1 : 0;
            largest = Math.max(largest, distance);
        }
        // A fifth, and 0.15² of the rest by chance: 0.218, with a standard error of 0.009.
        then(near / (double) draws).isCloseTo(0.218, within(0.03));
        then(largest).isBetween(1.98, 2.0);
    }

    @Test
    void step_anyPose_seesTheTargetFromTheNose() {
        RandomGenerator random = RandomStreams.named(1, "commands");
        for (int seed = 0; seed < 20; seed++) {
            navigate.reset(seed, observation, 0);
            for (int step = 0; step < 10; step++) {
                float[] action = new float[5];
                for (int joint = 0; joint < 5; joint++) {
                    action[joint] = random.nextFloat(-1, 1);
                }
                navigate.step(action, 0, observation, 0);
            }
            Scene scene = navigate.scene();
            Scene.Link head = scene.links().get(0);
            Scene.Marker target = scene.markers().get(0);
            // The nose lies 0.01 m ahead of the head end of a link 0.1 m long; left is a quarter turn from ahead.
            double aheadX = (head.x1() - head.x2()) / 0.1;
            double aheadY = (head.y1() - head.y2()) / 0.1;
            double x = target.x() - head.x1() - 0.01 * aheadX;
            double y = target.y() - head.y1() - 0.01 * aheadY;
            then((double) observation[5]).isCloseTo(-x * aheadY + y * aheadX, within(1e-5));
            then((double) observation[6]).isCloseTo(-(x * aheadX + y * aheadY), within(1e-5));
            double distance = Math.hypot(x, y);
            // suite/swimmer.py: full reward within 0.1 m, then a long tail that is 0.1 half a metre farther out.
            double beyond = 3 * Math.max(0, distance - 0.1) / 0.5;
            then(navigate.reward()).isCloseTo(1 / (1 + beyond * beyond), within(1e-4));
            then(measured("target_distance_m")).isCloseTo(distance, within(1e-5));
        }
    }

    @Test
    void reset_sameSeed_posesAsInSwim() {
        Environment swim = Environments.parse("swimmer/swim").create();
        float[] swimming = new float[23];
        swim.reset(9, swimming, 0);
        navigate.reset(9, observation, 0);
        then(Arrays.copyOf(observation, 5)).isEqualTo(Arrays.copyOf(swimming, 5));
    }

    /** The circuit as a formula, told to turn towards the target, gets there from most places that are not too far. */
    @Test
    void step_circuitTurnedTowardsTheTarget_reachesIt() {
        int reached = 0;
        int aimed = 0;
        for (int seed = 0; seed < 12; seed++) {
            navigate.reset(seed, observation, 0);
            if (measured("target_distance_m") > 1.2) {
                continue;
            }
            aimed++;
            steer();
            reached += measured("target_reached") == 1 ? 1 : 0;
        }
        then(aimed).isGreaterThan(4);
        then(reached).isGreaterThanOrEqualTo(aimed - 1);
    }

    private double measured(String name) {
        return Objects.requireNonNull(navigate.measurements().get(name));
    }

    private void steer() {
        double[] angles = new double[5];
        double[] command = new double[5];
        float[] action = new float[5];
        StepStatus status = StepStatus.RUNNING;
        for (int step = 0; !status.isDone(); step++) {
            for (int joint = 0; joint < 5; joint++) {
                angles[joint] = observation[joint];
            }
            double toTheLeft = observation[5];
            NcapFormula.DEFAULT.act(step, 60, toTheLeft < -0.1 ? 0.8 : 0, toTheLeft > 0.1 ? 0.8 : 0, angles, command);
            for (int joint = 0; joint < 5; joint++) {
                action[joint] = (float) command[joint];
            }
            status = navigate.step(action, 0, observation, 0);
        }
        then(status).isEqualTo(StepStatus.TRUNCATED);
    }

    @Test
    void measurements_targetOnceReached_staysReached() {
        SwimmerBody body = new SwimmerBody(SwimmerParameters.STANDARD);
        NavigateTask task = new NavigateTask(body, false);
        // Seeds are tried until the nose begins within the target.
        int seed = 0;
        do {
            task.begin(RandomStreams.named(seed++, "reset"));
        } while (task.reward() < 1);
        then(task.measurements()).containsEntry("target_reached", 1.0);
        task.begin(RandomStreams.named(0, "reset"));
        then(task.measurements()).containsEntry("target_reached", 0.0);
    }
}
