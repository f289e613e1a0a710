package dev.ganglion.experiments.lifetime;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.evaluation.Life;
import dev.ganglion.environments.options.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLivesTest {
    /** Lives of 4 × 10 steps: one whole, one that falls at step 15, one that falls with its last step. */
    private static final RunLives RUN = new RunLives(List.of(
            new Life(10, List.of(10.0, 8.0, 8.0, 4.0), List.of(0.5, 0.25, 0.5, 1.0), 40, false),
            new Life(10, List.of(10.0, 4.0, 0.0, 0.0), List.of(0.5, 3.0), 15, true),
            new Life(10, List.of(4.0, 6.0, 4.0, 5.0), List.of(0.25, 0.5, 0.75, 0.5), 40, true)));

    @Test
    void windowReturn_ofEveryLife_countsTheDeadWithNothing() {
        then(RUN.windowReturn(1)).isEqualTo(24.0 / 3);
        then(RUN.windowReturn(2)).isEqualTo(18.0 / 3);
        then(RUN.windowReturn(4)).isEqualTo(9.0 / 3);
        then(RUN.index(1)).hasValue(1);
        then(RUN.index(4)).hasValue(3.0 / 8);
    }

    @Test
    void index_whereTheFirstWindowEarnsNothing_isEmpty() {
        RunLives run = new RunLives(List.of(new Life(5, List.of(-1.0, 2.0), List.of(), 10, false)));
        then(run.index(2)).isEmpty();
        then(run.largestWeight(2)).isEmpty();
        then(run.largestWeightIn(1)).isEmpty();
    }

    @Test
    void failures_areCountedUpToTheLengthOfALife() {
        then(RUN.alive(1)).isEqualTo(1);
        then(RUN.alive(2)).isEqualTo(2.0 / 3);
        then(RUN.alive(4)).isEqualTo(1.0 / 3);
        then(RUN.stepsToFailure(1)).isEqualTo(10);
        then(RUN.stepsToFailure(2)).isEqualTo(55.0 / 3);
        then(RUN.stepsToFailure(4)).isEqualTo(95.0 / 3);
    }

    @Test
    void largestWeight_isOfTheLifeSoFar_orOfAWindowAmongTheLiving() {
        then(RUN.largestWeight(1)).hasValue(1.25 / 3);
        then(RUN.largestWeight(2)).hasValue(4.0 / 3);
        then(RUN.largestWeight(4)).hasValue(4.75 / 3);
        then(RUN.largestWeightIn(3)).hasValue(1.25 / 2);
    }

    @Test
    void row_ofEqualRuns_hasNoWidth() {
        LifetimeSummary.Row row = new LifetimeSummary(List.of(RUN, RUN, RUN)).row(4);
        then(row.steps()).isEqualTo(40);
        then(row.lastReturn().estimate()).isEqualTo(3);
        then(row.index().orElseThrow().low()).isEqualTo(3.0 / 8);
        then(row.index().orElseThrow().high()).isEqualTo(3.0 / 8);
        then(row.lastReturn().runs()).isEqualTo(3);
    }

    @Test
    void table_readBack_isTheSame(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("lives.csv");
        Files.writeString(file, LifetimeTable.text(RUN));
        then(LifetimeTable.read(file)).isEqualTo(RUN);
        Files.writeString(file, LifetimeTable.text(RUN).replaceFirst("10.0", "ten"));
        thenThrownBy(() -> LifetimeTable.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("is no table of lives");
    }

    @Test
    void multiples_thatDoNotRise_areRefused() {
        thenThrownBy(() -> new LifetimeProtocol(List.of(1, 4, 4), 1, 1))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("4 does not fit behind 4");
        thenThrownBy(() -> new LifetimeProtocol(List.of(0), 1, 1)).isInstanceOf(InvalidInputException.class);
        then(new LifetimeProtocol(List.of(2, 16), 1, 1).windows()).isEqualTo(16);
    }
}
