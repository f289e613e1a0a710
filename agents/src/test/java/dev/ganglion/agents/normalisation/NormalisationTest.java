package dev.ganglion.agents.normalisation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NormalisationTest {
    @Test
    void merge_ofManyBatches_agreesWithTwoPassesOverAll() {
        RandomGenerator random = RandomStreams.named(5, "moments");
        float[] all = new float[3000];
        for (int i = 0; i < all.length; i++) {
            // A mean that is large beside the deviation is where a naive sum of squares fails.
            all[i] = (float) (1000 + 0.25 * random.nextGaussian() + i * 1e-4);
        }
        RunningMoments merged = RunningMoments.empty(1);
        for (int from = 0; from < all.length; ) {
            int to = Math.min(all.length, from + 1 + random.nextInt(200));
            merged = merged.merge(RunningMoments.of(Arrays.copyOfRange(all, from, to), 1, 0, 1));
            from = to;
        }

        double mean = 0;
        for (float value : all) {
            mean += value;
        }
        mean /= all.length;
        double squares = 0;
        for (float value : all) {
            squares += (value - mean) * (value - mean);
        }
        then(merged.count()).isEqualTo(all.length);
        then(merged.mean()[0]).isCloseTo(mean, within(1e-9));
        then(merged.deviation(0)).isCloseTo(Math.sqrt(squares / all.length), within(1e-9));
    }

    @Test
    void of_someColumns_leavesOthersOut() {
        RunningMoments moments = RunningMoments.of(new float[] {1, 10, 100, 3, 30, 300}, 3, 1, 2);

        then(moments.mean()).containsExactly(20, 200);
        then(moments.deviation(0)).isEqualTo(10);
        then(moments.deviation(1)).isEqualTo(100);
    }

    @Test
    void normaliser_beforeAnythingIsSeen_passesSignalsUnchanged() {
        float[] row = {4, -7, 0.5f};
        float[] seen = new float[3];

        SignalNormaliser.empty(signals(), 10).toRows().apply(row, 0, seen, 0);

        then(seen).containsExactly(row);
    }

    @Test
    void normaliser_afterSomething_shiftsScalesAndClips() {
        SignalNormaliser normaliser = SignalNormaliser.empty(signals(), 2).seen(new float[] {0, 10, 5, 2, 30, 5});
        float[] seen = new float[3];

        normaliser.toRows().apply(new float[] {2, 25, 5.02f}, 0, seen, 0);

        // (2 − 1)/1; (25 − 20)/10; a component that never moved is divided by 0.01 and clipped at 2
        then(seen).containsExactly(new float[] {1, 0.5f, 2}, within(1e-4f));
    }

    @Test
    void normaliser_ofACheckpoint_followsSignalsByName() {
        SignalNormaliser here = SignalNormaliser.empty(signals(), 10).seen(new float[] {0, 10, 5, 2, 30, 5});
        Signals elsewhere = Signals.of(Signal.scalar("joint/1/angle", "rad"), Signal.scalar("pole/angle", "rad"));

        SignalNormaliser there = SignalNormaliser.of(elsewhere, 10, here.toValues());

        then(there.moments().get(0).count()).isZero();
        then(SignalNormaliser.of(signals(), 10, here.toValues())
                        .moments()
                        .get(0)
                        .mean())
                .containsExactly(here.moments().get(0).mean());
        then(SignalNormaliser.of(
                                Signals.of(
                                        Signal.scalar("link/0/velocity", "m/s").withSize(2)),
                                10,
                                here.toValues())
                        .moments()
                        .get(0)
                        .mean())
                .containsExactly(20, 5);
    }

    @Test
    void returns_afterAMove_meanTheSameThroughTheCorrectedLastLayer() {
        ReturnNormaliser before = ReturnNormaliser.empty().seen(new double[] {1, 2, 3});
        ReturnNormaliser after = before.seen(new double[] {50, 60, 90});
        double[] hidden = {0.3, -0.8};
        double[] weights = {1.5, 0.25};
        double bias = -0.4;
        double valueBefore = before.denormalise(hidden[0] * weights[0] + hidden[1] * weights[1] + bias);

        double outputAfter = hidden[0] * before.rescaledWeight(weights[0], after)
                + hidden[1] * before.rescaledWeight(weights[1], after)
                + before.rescaledBias(bias, after);

        then(after.mean()).isGreaterThan(before.mean());
        then(after.denormalise(outputAfter)).isCloseTo(valueBefore, within(1e-12));
    }

    @Test
    void returns_ofOneRollout_haveItsMeanAndDeviation() {
        ReturnNormaliser returns = ReturnNormaliser.empty().seen(new double[] {1, 3});

        then(returns.mean()).isCloseTo(2, within(1e-12));
        then(returns.deviation()).isCloseTo(1, within(1e-12));
        then(returns.normalise(4)).isCloseTo(2, within(1e-12));
        // Weights 0.9·0.1 and 0.1 of the two rollouts: (0.09·2 + 0.1·12)/0.19
        then(returns.seen(new double[] {12}).mean()).isCloseTo((0.09 * 2 + 0.1 * 12) / 0.19, within(1e-12));
        then(ReturnNormaliser.fromVector(returns.toVector())).isEqualTo(returns);
    }

    @Test
    void rewards_areDividedByTheDeviationOfTheirDiscountedSum() {
        // Two environments, γ = ½. Sums of the first: 1, then 0.5 + 3 = 3.5; of the second: 2, which ends, then 4.
        RewardScaler scaler =
                RewardScaler.empty(2).seen(new float[] {1, 2, 3, 4}, new boolean[] {false, true, false, false}, 0.5);

        // Sums 1, 2, 3.5, 4: mean 2.625, variance (2.640625 + 0.390625 + 0.765625 + 1.890625)/4 = 1.421875
        then(scaler.sums()).containsExactly(3.5, 4);
        then(scaler.scaled(new float[] {1})[0]).isCloseTo((float) (1 / Math.sqrt(1.421875)), within(1e-6f));
        then(scaler.scaled(new float[] {1000})[0]).isEqualTo(10);
        then(RewardScaler.fromVector(scaler.toVector()).sums()).containsExactly(3.5, 4);
    }

    private static Signals signals() {
        return Signals.of(
                Signal.scalar("joint/0/angle", "rad"),
                Signal.scalar("link/0/velocity", "m/s").withSize(2));
    }
}
