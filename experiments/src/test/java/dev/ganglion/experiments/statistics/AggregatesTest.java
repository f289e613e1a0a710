package dev.ganglion.experiments.statistics;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AggregatesTest {
    private static final double TINY = 1e-12;

    @Test
    void interquartileMean_leavesOutAQuarterAtEachEnd() {
        then(Aggregates.interquartileMean(ScoreTable.ofRuns(8, 1, 7, 2, 6, 3, 5, 4)))
                .isEqualTo(4.5);
        // Of five values a quarter, rounded down, is one: 10, 20 and 30 are left.
        then(Aggregates.interquartileMean(ScoreTable.ofRuns(1000, 0, 20, 10, 30)))
                .isEqualTo(20);
        then(Aggregates.interquartileMean(ScoreTable.ofRuns(1, 2, 6))).isEqualTo(3);
    }

    @Test
    void interquartileMean_ofSeveralTasks_isThatOfAllScoresTogether() {
        then(Aggregates.interquartileMean(ScoreTable.of(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}})))
                .isEqualTo(4.5);
    }

    @Test
    void interquartileMean_agreesWithLeavingOutTheExtremesOneByOne() {
        Random random = new Random(7);
        for (int size = 1; size <= 25; size++) {
            double[] scores = random.doubles(size).toArray();
            List<Double> left = new ArrayList<>(Arrays.stream(scores).boxed().toList());
            for (int i = 0; i < (int) (size * 0.25); i++) {
                left.remove(Collections.min(left));
                left.remove(Collections.max(left));
            }
            then(Aggregates.interquartileMean(ScoreTable.ofRuns(scores)))
                    .as("%d values", size)
                    .isCloseTo(left.stream().mapToDouble(x -> x).average().orElseThrow(), within(TINY));
        }
    }

    @Test
    void optimalityGap_doesNotCountWhatIsBeyondTheGoal() {
        // (0.5 + 1 + 1) / 3 = 5/6.
        then(Aggregates.optimalityGap(ScoreTable.ofRuns(0.5, 1.5, 1), 1)).isCloseTo(1.0 / 6, within(TINY));
    }

    @Test
    void probabilityOfImprovement_isTheMeanOverTasksOfPairsWon() {
        // First task: 3 beats 1 and 2, 2 beats 1 and ties 2: 3.5 of 4. Second task: 0 of 1.
        ScoreTable first = ScoreTable.of(new double[][] {{3, 2}, {0}});
        ScoreTable second = ScoreTable.of(new double[][] {{1, 2}, {1}});
        then(Aggregates.probabilityOfImprovement(first, second)).isEqualTo(0.875 / 2);
        then(Aggregates.probabilityOfImprovement(second, first)).isEqualTo(1 - 0.875 / 2);
        thenThrownBy(() -> Aggregates.probabilityOfImprovement(first, ScoreTable.ofRuns(1)))
                .hasMessageContaining("2 and of 1 tasks");
    }

    @Test
    void performanceProfile_isTheShareStrictlyAboveEachThreshold() {
        ScoreTable table = ScoreTable.of(new double[][] {{0, 1}, {2, 4, 4, 4}});
        then(PerformanceProfile.of(table, -1, 0, 2, 4).points())
                .containsExactly(
                        new PerformanceProfile.Point(-1, 1),
                        new PerformanceProfile.Point(0, 0.75),
                        new PerformanceProfile.Point(2, 0.375),
                        new PerformanceProfile.Point(4, 0));
    }

    @Test
    void table_withoutRunsOrWithANumberThatIsNone_isRefused() {
        thenThrownBy(() -> ScoreTable.of(new double[][] {{1}, {}})).hasMessageContaining("each task a run");
        thenThrownBy(() -> ScoreTable.ofRuns(1, Double.NaN)).hasMessageContaining("finite");
    }
}
