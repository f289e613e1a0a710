package dev.ganglion.experiments.report;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.experiments.figure.LineChart;
import dev.ganglion.experiments.study.Studies;
import dev.ganglion.experiments.study.StudyResults;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisTest {
    @TempDir
    private Path folder;

    private Analysis analysis;

    /** Five runs of the intact arm earn 110 to 150, five of the ablated one 10 to 50. */
    @BeforeEach
    void finish() {
        StudyResults results = Studies.finished(
                folder,
                Studies.TINY.replace("seeds: 1", "seeds: 5"),
                cell -> cell.seed() * 10 + (cell.arm().equals("small") ? 100 : 0));
        analysis = new Analysis(results);
    }

    @Test
    void scores_areInterquartileMeans() {
        // Of five runs one is left out at each end: the mean of 120, 130 and 140.
        Analysis.Score score = analysis.scores().get(0);
        then(score.after().estimate()).isEqualTo(130);
        then(score.after().runs()).isEqualTo(5);
        // The made-up runs earn a quarter of it before training.
        then(score.before()).isEqualTo(32.5);
    }

    @Test
    void removals_costTheDifference_andTheirPIsExact() {
        Analysis.Removal removal = analysis.removals().get(0);
        then(removal.cost().estimate()).isEqualTo(100);
        then(removal.cost().low()).isBetween(60.0, 100.0);
        then(removal.cost().high()).isBetween(100.0, 140.0);
        // All of one above all of the other: 2 of the 252 ways to deal ten ranks to two fives.
        then(removal.p()).isCloseTo(2.0 / 252, within(1e-12));
    }

    @Test
    void comparisons_ofSeparateSamples_areCertain() {
        Analysis.Comparison pair = analysis.comparisons().get(0);
        then(pair.improvement().estimate()).isEqualTo(1);
        then(pair.test().cliffsDelta()).isEqualTo(1);
    }

    @Test
    void reachings_countCensoredRuns() {
        List<Analysis.Reaching> reachings = analysis.reachings(analysis.scores());
        // At 100: the curves of the intact arm end at 110 to 150, those of the other took no step.
        Analysis.Reaching intact = reachings.stream()
                .filter(reaching ->
                        reaching.threshold() == 100 && reaching.arm().equals("small"))
                .findFirst()
                .orElseThrow();
        then(intact.reached()).isEqualTo(5);
        then(intact.median()).hasValue(192);
        Analysis.Reaching untrained = reachings.get(reachings.size() - 1);
        then(untrained.reached()).isZero();
        then(untrained.median()).isEmpty();
    }

    @Test
    void curve_isStraightBetweenUpdates() {
        List<LineChart.Point> curve = analysis.curve(analysis.scores().get(0).cells());
        // The runs earn half at step 96 and all at step 192.
        then(curve.get(0).x()).isEqualTo(96);
        then(curve.get(0).y()).isEqualTo(65);
        LineChart.Point last = curve.get(curve.size() - 1);
        then(last.x()).isEqualTo(192);
        then(last.y()).isEqualTo(130);
        then(last.low()).isLessThan(last.y());
        double middle = (curve.get(10).x() - 96) / 96;
        then(curve.get(10).y()).isCloseTo(65 * (1 + middle), within(1e-9));
    }
}
