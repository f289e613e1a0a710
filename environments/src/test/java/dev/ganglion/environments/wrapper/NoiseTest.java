package dev.ganglion.environments.wrapper;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.signal.Signal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final Map<String, String> LONG = Map.of("limit", "5000", "edge", "1e9");

    @Test
    void observationNoise_withoutLimits_hasItsDeviationInTheSignalsUnit() {
        List<float[]> bare = Toys.observations(Toys.bare(LONG), 1, 0.2f, 4000);
        List<float[]> noisy = Toys.observations(Toys.wrapped(new ObservationNoise(), "0.3", LONG), 1, 0.2f, 4000);
        double sum = 0;
        double squares = 0;
        for (int step = 0; step <= 4000; step++) {
            double noise = noisy.get(step)[0] - bare.get(step)[0];
            sum += noise;
            squares += noise * noise;
        }
        // 4001 draws: standard errors of 0.005 and 1.1 %.
        then(sum / 4001).isCloseTo(0, within(0.02));
        then(Math.sqrt(squares / 4001)).isCloseTo(0.3, within(0.012));
    }

    @Test
    void observationNoise_withinLimits_takesNothingBeyondThem() {
        Environment maze = Environments.parse("maze/forage:observation-noise=1").create();
        float[] observation = new float[maze.spec().observation().size()];
        maze.reset(1, observation, 0);
        for (int step = 0; step < 50; step++) {
            maze.step(new float[] {0}, 0, observation, 0);
            for (int i = 0; i < observation.length; i++) {
                Signal signal = maze.spec().observation().signals().at(i);
                then((double) observation[i]).isBetween(signal.low(), signal.high());
            }
        }
    }

    @Test
    void noise_sameSeed_isTheSame() {
        for (var wrapper : List.of(new ObservationNoise(), new ActionNoise())) {
            Environment noisy = Toys.wrapped(wrapper, "0.3");
            List<float[]> first = Toys.observations(noisy, 1, 0.2f, 20);
            List<float[]> again = Toys.observations(noisy, 1, 0.2f, 20);
            List<float[]> other = Toys.observations(noisy, 2, 0.2f, 20);
            then(first.get(20)).isEqualTo(again.get(20)).isNotEqualTo(other.get(20));
        }
    }

    @Test
    void actionNoise_onALimit_neverPushesHarder() {
        // The speed of a bead that is pushed with 1 from rest: 0.1 (1 + 0.9 + 0.81 + …).
        List<float[]> bare = Toys.observations(Toys.bare(LONG), 1, 1, 100);
        List<float[]> noisy = Toys.observations(Toys.wrapped(new ActionNoise(), "0.5", LONG), 1, 1, 100);
        for (int step = 1; step <= 100; step++) {
            then(noisy.get(step)[1]).isLessThanOrEqualTo(bare.get(step)[1]);
        }
        then(noisy.get(100)[1]).isLessThan(0.95f * bare.get(100)[1]);
    }

    @Test
    void actionNoise_onAChoice_replacesItsShare() {
        Environment balance =
                Environments.parse("cartpole/balance:action-noise=0.4").create();
        float[] observation = new float[4];
        int left = 0;
        for (int seed = 0; seed < 4000; seed++) {
            balance.reset(seed, observation, 0);
            float before = observation[1];
            balance.step(new float[] {1}, 0, observation, 0);
            left += observation[1] < before ? 1 : 0;
        }
        // Of two choices half of the replaced ones are the same: 0.2, with a standard error of 0.006.
        then(left / 4000.0).isCloseTo(0.2, within(0.025));
    }

    @Test
    void actionNoise_notANumber_isRefusedByTheEnvironment() {
        Environment swim = Environments.parse("swimmer/swim:action-noise=0.1").create();
        swim.reset(1, new float[23], 0);
        thenThrownBy(() -> swim.step(new float[] {0, Float.NaN, 0, 0, 0}, 0, new float[23], 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("joint/1/torque");
    }
}
