package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import org.junit.jupiter.api.Test;

/** What four ratios tell, against arithmetic by hand. */
class MinibatchRatiosTest {
    private static final float[] RATIOS = {1, 1.5f, 0.5f, 1.1f};
    private static final float[] LOGARITHMS = {0, (float) Math.log(1.5), (float) Math.log(0.5), (float) Math.log(1.1)};
    private static final float[] SURROGATES = {1, 2.4f, -2.4f, -1.1f};

    @Test
    void report_ofAllSteps_isOfMeans() {
        RatioReport report = new MinibatchRatios(RATIOS, LOGARITHMS, SURROGATES, null).report(0.2f);

        then(report.policyLoss()).isCloseTo(-(1 + 2.4 - 2.4 - 1.1) / 4, within(1e-6));
        double divergence = (0.5 - Math.log(1.5) - 0.5 - Math.log(0.5) + 0.1 - Math.log(1.1)) / 4;
        then(report.divergence()).isCloseTo(divergence, within(1e-6));
        then(report.clipFraction()).isEqualTo(0.5);
        then(report.deviation()).isEqualTo(0.5);
        then(report.differing()).isEqualTo(0.75);
    }

    @Test
    void report_withSomeStepsMasked_leavesThemOut() {
        RatioReport report = new MinibatchRatios(RATIOS, LOGARITHMS, SURROGATES, new float[] {1, 0, 1, 0}).report(0.5f);

        then(report.policyLoss()).isCloseTo((2.4 - 1) / 2, within(1e-6));
        then(report.divergence()).isCloseTo((0.5 - 1 - Math.log(0.5)) / 2, within(1e-6));
        then(report.clipFraction()).as("not beyond the clip, but at it").isZero();
        then(report.deviation()).isEqualTo(0.5);
        then(report.differing()).isEqualTo(0.5);
    }

    @Test
    void report_ofNoStepThatCounts_isZero() {
        RatioReport report = new MinibatchRatios(RATIOS, LOGARITHMS, SURROGATES, new float[4]).report(0.2f);

        then(report).isEqualTo(new RatioReport(-0.0, 0, 0, 0, 0));
    }

    @Test
    void report_ofWhatIsNotANumber_tells() {
        float[] spoilt = {1, Float.NaN, 1, 1};

        RatioReport report = new MinibatchRatios(spoilt, spoilt, spoilt, null).report(0.2f);

        then(report.policyLoss()).isNaN();
        then(report.divergence()).isNaN();
        then(report.deviation()).isNaN();
    }
}
