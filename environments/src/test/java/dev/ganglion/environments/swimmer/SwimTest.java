package dev.ganglion.environments.swimmer;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwimTest {
    private static final int TIME_LIMIT = 1000;
    private static final Set<String> FLUID = Set.of("density", "viscosity");

    /** Returns measured on dm_control's swimmer in MuJoCo with the same circuit, and how far off is accepted. */
    @ParameterizedTest
    @CsvSource({
        "swimmer/swim,                1, 0,   797, 0.03",
        "swimmer/swim:joints=3,       1, 0,   340, 0.12",
        "swimmer/swim:joints=7,       1, 0,   905, 0.03",
        "swimmer/swim:joints=11,      1, 0,   905, 0.03",
        "swimmer/swim,                2, 0,   866, 0.03",
        "swimmer/swim,                0, 0,   128, 0.20",
        "swimmer/swim,                1, 0.1, 782, 0.03",
        "swimmer/swim:viscosity=0.01, 1, 0,   709, 0.06",
    })
    void return_defaultCircuit_isMuJoCos(
            String name, double proprioception, double noise, double expected, double tolerance) {
        NcapFormula circuit = new NcapFormula(proprioception, 1, 1, -1);
        then(meanReturn(name, circuit, noise, 4)).isCloseTo(expected, within(tolerance * expected));
    }

    @Test
    void return_randomCommands_isMuJoCos() {
        double sum = 0;
        for (int seed = 0; seed < 10; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "commands");
            sum += episode("swimmer/swim", seed, (step, angles, action) -> {
                for (int joint = 0; joint < action.length; joint++) {
                    action[joint] = random.nextFloat(-1, 1);
                }
            });
        }
        then(sum / 10).isCloseTo(93, within(15.0));
    }

    @Test
    void spec_default_listsAnglesThenLinkVelocitiesHeadFirst() {
        Environment swim = Environments.parse("swimmer/swim").create();
        then(swim.spec().observation().size()).isEqualTo(23);
        then(swim.spec().observation().signals().names())
                .startsWith("joint/0/angle", "joint/1/angle")
                .containsSubsequence("joint/4/angle", "link/0/velocity", "link/0/angular-velocity", "link/1/velocity");
        then(swim.spec().observation().signals().list().get(0).high()).isEqualTo(Math.PI / 3);
        then(swim.spec().action().size()).isEqualTo(5);
        then(swim.spec().controlPeriodSeconds()).isEqualTo(0.03);
        then(swim.spec().timeLimitSteps()).isEqualTo(TIME_LIMIT);
    }

    @Test
    void spec_withoutVelocities_observesAnglesOnly() {
        Environment swim =
                Environments.parse("swimmer/swim:joints=7,velocities=off").create();
        then(swim.spec().observation().size()).isEqualTo(7);
        then(swim.spec().name()).isEqualTo("swimmer/swim:joints=7,velocities=off");
    }

    @Test
    void parse_tooManyJoints_isRefusedWithTheNearest() {
        thenThrownBy(() -> Environments.parse("swimmer/swim:joints=31"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("30");
    }

    @Test
    void step_everyCornerOfTheParameters_holdsTogether() {
        thenHoldTogetherAtEveryCorner("swimmer/swim:joints=9", 5, option -> true);
        thenHoldTogetherAtEveryCorner("swimmer/swim:joints=9,medium=agar", 3, option -> !FLUID.contains(option.key()));
    }

    private static void thenHoldTogetherAtEveryCorner(String name, int dimensions, Predicate<Option> varied) {
        List<Option.Real> options = new SwimProvider()
                .options().list().stream()
                        .filter(Option.Real.class::isInstance)
                        .filter(varied)
                        .map(Option.Real.class::cast)
                        .toList();
        then(options).hasSize(dimensions);
        for (int corner = 0; corner < 1 << dimensions; corner++) {
            StringBuilder text = new StringBuilder(name);
            for (int i = 0; i < dimensions; i++) {
                Option.Real option = options.get(i);
                text.append(',').append(option.key()).append('=');
                text.append((corner >> i & 1) == 0 ? option.min() : option.max());
            }
            then(episode(text.toString(), 1, 100, (step, angles, action) -> {
                        Arrays.fill(action, step % 40 < 20 ? 1 : -1);
                    }))
                    .as(text.toString())
                    .isBetween(0.0, 100.0);
        }
    }

    /**
     * Speeds that this swimmer has at substeps of 0.25 ms, which shorter ones leave as they are; ours, there being no
     * other model of it.
     */
    @ParameterizedTest
    @CsvSource({"120, 0.0259", "240, 0.0358"})
    void speed_crawlingOnAgar_needsASlowerWave(int period, double expected) {
        then(crawlingSpeed(period)).isCloseTo(expected, within(0.03 * expected));
        then(crawlingSpeed(60)).isLessThan(0.01);
    }

    /** Mean forward speed in m/s of the default circuit with this period, once under way. */
    private static double crawlingSpeed(int period) {
        SwimmerBody body = new SwimmerBody(SwimmerParameters.STANDARD.in(Medium.AGAR));
        double[] angles = new double[5];
        double[] command = new double[5];
        double distance = 0;
        for (int step = 0; step < 1680; step++) {
            for (int joint = 0; joint < 5; joint++) {
                angles[joint] = body.jointAngle(joint);
            }
            NcapFormula.DEFAULT.act(step, period, 0, 0, angles, command);
            body.advance(command);
            distance += step < 720 ? 0 : body.forwardSpeed();
        }
        return distance / 960;
    }

    @Test
    void parse_agarOfAnotherDensity_isRefused() {
        thenThrownBy(() -> Environments.parse("swimmer/swim:medium=agar,density=1000")
                        .create())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("medium=fluid");
    }

    @Test
    void parse_deadJointBehindTheTail_isRefusedWithTheNearest() {
        thenThrownBy(() -> Environments.parse("swimmer/swim:dead-joint=5").create())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nearest is 4");
        thenThrownBy(() -> Environments.parse("swimmer/swim:dead-joint=all"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("none, or the number of a joint");
    }

    @Test
    void step_deadJoint_ignoresItsCommand() {
        float[] observation = new float[23];
        float[] other = new float[23];
        Environment lame = Environments.parse("swimmer/swim:dead-joint=2").create();
        Environment sound = Environments.parse("swimmer/swim").create();
        lame.reset(1, observation, 0);
        sound.reset(1, other, 0);
        for (int step = 0; step < 20; step++) {
            lame.step(new float[] {0.3f, -0.2f, 1, 0.1f, 0}, 0, observation, 0);
            sound.step(new float[] {0.3f, -0.2f, 0, 0.1f, 0}, 0, other, 0);
        }
        then(observation).isEqualTo(other);
        then(lame.scene().joints().get(2).activation()).isZero();
    }

    @Test
    void reset_anySeed_startsAtRestWithinTheStops() {
        Environment swim = Environments.parse("swimmer/swim").create();
        float[] observation = new float[24];
        for (int seed = 0; seed < 50; seed++) {
            swim.reset(seed, observation, 1);
            then(observation[0]).isZero();
            for (int joint = 0; joint < 5; joint++) {
                then(Math.abs(observation[1 + joint])).isLessThanOrEqualTo((float) (Math.PI / 3 + 1e-6));
            }
            for (int velocity = 6; velocity < 24; velocity++) {
                then(observation[velocity]).isCloseTo(0, within(0f));
            }
        }
    }

    @Test
    void step_sameSeedAndActions_givesTheSameBits() {
        float[][] first = trajectory(Environments.parse("swimmer/swim").create(), 7);
        Environment used = Environments.parse("swimmer/swim").create();
        trajectory(used, 8);
        then(trajectory(used, 7)).isDeepEqualTo(first);
        then(trajectory(used, 8)[50]).isNotEqualTo(first[50]);
    }

    @Test
    void step_untilTheTimeLimit_isTruncatedNotTerminated() {
        Environment swim = Environments.parse("swimmer/swim").create();
        float[] observation = new float[23];
        float[] action = new float[5];
        swim.reset(1, observation, 0);
        for (int step = 1; step < TIME_LIMIT; step++) {
            then(swim.step(action, 0, observation, 0)).isEqualTo(StepStatus.RUNNING);
        }
        then(swim.step(action, 0, observation, 0)).isEqualTo(StepStatus.TRUNCATED);
        thenThrownBy(() -> swim.step(action, 0, observation, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void reward_forwardSpeed_isClippedAndMeasuredUnclipped() {
        Environment swim = Environments.parse("swimmer/swim").create();
        float[] observation = new float[23];
        float[] action = new float[5];
        RandomGenerator random = RandomStreams.named(3, "commands");
        swim.reset(3, observation, 0);
        double distance = 0;
        for (int step = 0; step < 100; step++) {
            for (int joint = 0; joint < 5; joint++) {
                action[joint] = random.nextFloat(-1, 1);
            }
            swim.step(action, 0, observation, 0);
            // Head link: velocity to the left, towards the tail, angular velocity.
            double forward = -observation[6];
            then(swim.reward()).isCloseTo(Math.max(0, Math.min(1, forward / 0.1)), within(1e-5));
            distance += forward;
        }
        then(swim.measurements()).containsOnlyKeys("forward_speed_m_per_s");
        then(swim.measurements().get("forward_speed_m_per_s")).isCloseTo(distance / 100, within(1e-6));
    }

    @Test
    void scene_afterAStep_showsLinksEndToEndAndWhatMusclesDo() {
        Environment swim = Environments.parse("swimmer/swim").create();
        float[] observation = new float[23];
        swim.reset(1, observation, 0);
        swim.step(new float[] {0.5f, 2, -1, 0, 0}, 0, observation, 0);
        Scene scene = swim.scene();
        then(scene.links()).hasSize(6);
        then(scene.joints()).extracting(Scene.Joint::activation).containsExactly(0.5, 1.0, -1.0, 0.0, 0.0);
        for (int joint = 0; joint < 5; joint++) {
            then(scene.links().get(joint).x2())
                    .isCloseTo(scene.links().get(joint + 1).x1(), within(1e-3));
            then(scene.joints().get(joint).y())
                    .isCloseTo(scene.links().get(joint).y2(), within(1e-9));
        }
    }

    /** An actor of tests: fills the action for a step and the joint angles. */
    private interface Actor {
        void act(int step, double[] angles, float[] action);
    }

    private static double meanReturn(String name, NcapFormula circuit, double noise, int episodes) {
        double sum = 0;
        for (int seed = 0; seed < episodes; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "noise");
            sum += episode(name, seed, (step, angles, action) -> {
                double[] command = new double[action.length];
                circuit.act(step, angles, command);
                for (int joint = 0; joint < action.length; joint++) {
                    action[joint] = (float) (command[joint] + noise * random.nextGaussian());
                }
            });
        }
        return sum / episodes;
    }

    private static double episode(String name, long seed, Actor actor) {
        return episode(name, seed, TIME_LIMIT, actor);
    }

    private static double episode(String name, long seed, int steps, Actor actor) {
        Environment swim = Environments.parse(name).create();
        float[] observation = new float[swim.spec().observation().size()];
        float[] action = new float[swim.spec().action().size()];
        double[] angles = new double[action.length];
        swim.reset(seed, observation, 0);
        double sum = 0;
        StepStatus status = StepStatus.RUNNING;
        for (int step = 0; step < steps; step++) {
            for (int joint = 0; joint < angles.length; joint++) {
                angles[joint] = observation[joint];
            }
            actor.act(step, angles, action);
            then(status).isEqualTo(StepStatus.RUNNING);
            status = swim.step(action, 0, observation, 0);
            sum += swim.reward();
        }
        return sum;
    }

    private static float[][] trajectory(Environment swim, long seed) {
        RandomGenerator random = RandomStreams.named(seed, "commands");
        float[][] observations = new float[100][23];
        float[] action = new float[5];
        swim.reset(seed, observations[0], 0);
        for (int step = 1; step < observations.length; step++) {
            for (int joint = 0; joint < 5; joint++) {
                action[joint] = random.nextFloat(-1, 1);
            }
            swim.step(action, 0, observations[step], 0);
        }
        return observations;
    }
}
