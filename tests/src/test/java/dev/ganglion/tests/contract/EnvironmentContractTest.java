package dev.ganglion.tests.contract;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the environment contract promises, for everything registered. */
class EnvironmentContractTest {
    private static final String ALL = "dev.ganglion.tests.contract.RegisteredEnvironments#defaults";
    private static final String VARIANTS = "dev.ganglion.tests.contract.RegisteredEnvironments#variants";

    /** How far what is sensed may go beyond a soft limit, as a fraction of the range. */
    private static final double SOFTNESS = 0.5;

    /** Components that never change, by environment, with the reason. */
    private static final Map<String, Set<String>> CONSTANT = Map.of(
            // The source's observation has an unused component and a bias, and the forager never stands in a wall.
            "maze/forage", Set.of("unused", "bias", "view/walls 4"));

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void spec_names_areThoseOfTheChoice(EnvironmentChoice choice) {
        then(choice.provider().name()).matches("[a-z0-9-]+/[a-z0-9-]+");
        then(choice.provider().summary()).endsWith(".");
        then(choice.create().spec().name()).isEqualTo(choice.name());
        then(Environments.parse(choice.name()).name()).isEqualTo(choice.name());
        then(choice.options().asMap().keySet())
                .containsExactlyElementsOf(choice.provider().options().keys());
        then(choice.provider().options().list())
                .allMatch(option -> option.help().endsWith("."));
    }

    @ParameterizedTest
    @MethodSource(VARIANTS)
    void step_anyVariant_observationsRewardsAndScenesAreSound(EnvironmentChoice choice) {
        Episode episode = new Episode(choice.create(), 3);
        for (int i = 0; i < 60 && !episode.status().isDone(); i++) {
            episode.stepAtRandom();
            thenWithinLimits(episode);
            then(episode.environment().reward()).isFinite();
            SceneAssert.thenSound(episode.environment().scene());
        }
    }

    private static void thenWithinLimits(Episode episode) {
        Box space = episode.environment().spec().observation();
        for (int i = 0; i < space.size(); i++) {
            Signal signal = space.signals().at(i);
            double give = SOFTNESS * (signal.high() - signal.low());
            then((double) episode.observation()[i])
                    .as(signal.name())
                    .isFinite()
                    .isBetween(signal.low() - give, signal.high() + give);
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void step_sameSeedAndActions_givesTheSameTrajectory(EnvironmentChoice choice) {
        Environment used = choice.create();
        new Episode(used, 1).runAtRandom();
        then(new Episode(used, 2).runAtRandom()).isEqualTo(new Episode(choice.create(), 2).runAtRandom());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void reset_otherSeed_givesAnotherTrajectory(EnvironmentChoice choice) {
        // The actions stay the same. Some resets may differ only in what is met later, or never, so not all need
        // differ.
        Set<String> trajectories = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            trajectories.add(new Episode(choice.create(), seed, 7).runAtRandom());
        }
        then(trajectories).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void step_observationInsideALargerArray_leavesTheRestAlone(EnvironmentChoice choice) {
        Environment environment = choice.create();
        int size = environment.spec().observation().size();
        float[] row = new float[size + 2];
        Arrays.fill(row, -77);
        environment.reset(4, row, 1);
        thenOnlyTheMiddleIsWritten(row);
        float[] first = row.clone();
        float[] actions = new float[environment.spec().action().size() + 2];
        float[] given = actions.clone();
        float[] other = new float[size + 2];
        Arrays.fill(other, -77);
        environment.step(actions, 1, other, 1);
        thenOnlyTheMiddleIsWritten(other);
        then(row).isEqualTo(first);
        then(actions).isEqualTo(given);
    }

    private static void thenOnlyTheMiddleIsWritten(float[] row) {
        then(row[0]).isEqualTo(-77);
        then(row[row.length - 1]).isEqualTo(-77);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void observations_overRandomEpisodes_allChange(EnvironmentChoice choice) {
        Environment environment = choice.create();
        int size = environment.spec().observation().size();
        float[] low = new float[size];
        float[] high = new float[size];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int seed = 0; seed < 20; seed++) {
            Episode episode = new Episode(environment, seed);
            while (!episode.status().isDone()) {
                episode.stepAtRandom();
                for (int i = 0; i < size; i++) {
                    low[i] = Math.min(low[i], episode.observation()[i]);
                    high[i] = Math.max(high[i], episode.observation()[i]);
                }
            }
        }
        Set<String> constant = new TreeSet<>();
        for (int i = 0; i < size; i++) {
            if (low[i] == high[i]) {
                constant.add(componentName(environment.spec().observation(), i));
            }
        }
        then(constant)
                .containsExactlyInAnyOrderElementsOf(
                        CONSTANT.getOrDefault(choice.provider().name(), Set.of()));
    }

    private static String componentName(Box space, int component) {
        Signal signal = space.signals().at(component);
        int first = space.signals().offset(signal.name()).orElseThrow();
        return signal.size() == 1 ? signal.name() : signal.name() + " " + (component - first);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void step_timeLimit_endsTheEpisodeExactlyThere(EnvironmentChoice choice) {
        Environment environment = choice.create();
        int limit = environment.spec().timeLimitSteps();
        for (int seed = 0; seed < 5; seed++) {
            Episode episode = new Episode(environment, seed);
            episode.runAtRandom();
            then(episode.length()).isLessThanOrEqualTo(limit);
            then(episode.status() == StepStatus.TRUNCATED && episode.length() < limit)
                    .as("truncated before the limit")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void step_withoutARunningEpisode_isRefused(EnvironmentChoice choice) {
        Environment environment = choice.create();
        float[] observation = new float[environment.spec().observation().size()];
        float[] action = new float[environment.spec().action().size()];
        thenThrownBy(() -> environment.step(action, 0, observation, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(choice.name());
        new Episode(environment, 0).runAtRandom();
        thenThrownBy(() -> environment.step(action, 0, observation, 0)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void step_actionBeyondItsLimits_isClipped(EnvironmentChoice choice) {
        if (choice.create().spec().action() instanceof Box box) {
            for (double excess : new double[] {0.5, 1e30, Double.POSITIVE_INFINITY}) {
                Episode within = new Episode(choice.create(), 6);
                Episode beyond = new Episode(choice.create(), 6);
                for (int i = 0; i < 10; i++) {
                    then(beyond.step(limits(box, i % 2 == 0, excess)))
                            .isEqualTo(within.step(limits(box, i % 2 == 0, 0)));
                }
            }
        } else {
            thenRefuses(choice, -1);
            thenRefuses(choice, 0.5f);
            thenRefuses(choice, 1e9f);
        }
    }

    private static float[] limits(Box box, boolean high, double excess) {
        float[] action = new float[box.size()];
        for (int i = 0; i < action.length; i++) {
            Signal signal = box.signals().at(i);
            action[i] = (float) (high ? signal.high() + excess : signal.low() - excess);
        }
        return action;
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void step_notANumber_isRefusedByName(EnvironmentChoice choice) {
        thenRefuses(choice, Float.NaN);
    }

    private static void thenRefuses(EnvironmentChoice choice, float value) {
        Environment environment = choice.create();
        float[] observation = new float[environment.spec().observation().size()];
        float[] action = new float[environment.spec().action().size()];
        action[action.length - 1] = value;
        environment.reset(0, observation, 0);
        String name = environment.spec().action() instanceof Box box
                ? box.signals().at(action.length - 1).name()
                : ((Discrete) environment.spec().action()).name();
        thenThrownBy(() -> environment.step(action, 0, observation, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void measurements_atAnyTime_haveTheSameNamesInTheSameOrder(EnvironmentChoice choice) {
        Environment environment = choice.create();
        Episode episode = new Episode(environment, 0);
        List<String> names = List.copyOf(environment.measurements().keySet());
        then(names).allMatch(name -> name.matches("[a-z0-9]+(_[a-z0-9]+)*"));
        episode.runAtRandom();
        then(environment.measurements().keySet()).containsExactlyElementsOf(names);
        then(environment.measurements().values()).allMatch(Double::isFinite);
        then(choice.create().measurements().keySet()).containsExactlyElementsOf(names);
    }
}
