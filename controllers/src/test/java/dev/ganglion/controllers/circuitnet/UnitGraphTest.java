package dev.ganglion.controllers.circuitnet;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.options.InvalidInputException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitGraphTest {
    @Test
    void ring_radiusTwo_wrapsAround() {
        boolean[][] joined = new UnitGraph.Ring(2).joined(6);
        then(heard(joined, 0)).containsExactly(0, 1, 2, 4, 5);
        then(heard(joined, 3)).containsExactly(1, 2, 3, 4, 5);
        then(heard(new UnitGraph.Ring(2).joined(2), 0)).containsExactly(0, 1);
    }

    @Test
    void complete_and_none_areWhatTheySay() {
        then(heard(new UnitGraph.Complete().joined(3), 1)).containsExactly(0, 1, 2);
        then(heard(new UnitGraph.None().joined(3), 1)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"8, 3, 1", "8, 3, 2", "9, 4, 1", "16, 7, 5", "6, 5, 1", "4, 1, 3"})
    void regular_anySeed_givesEveryUnitItsDegreeAndItself(int units, int degree, long seed) {
        boolean[][] joined = new UnitGraph.RandomRegular(degree, seed).joined(units);
        for (int unit = 0; unit < units; unit++) {
            then(heard(joined, unit)).hasSize(degree + 1).contains(unit);
        }
        thenIsSymmetric(joined);
    }

    @Test
    void regular_otherSeed_isAnotherGraph() {
        then(new UnitGraph.RandomRegular(4, 1).joined(16))
                .isDeepEqualTo(new UnitGraph.RandomRegular(4, 1).joined(16))
                .isNotEqualTo(new UnitGraph.Ring(2).joined(16));
        then(Arrays.deepEquals(
                        new UnitGraph.RandomRegular(4, 1).joined(16), new UnitGraph.RandomRegular(4, 2).joined(16)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.3, 1", "1, 7"})
    void smallWorld_anyRewiring_keepsTheNumberOfJoints(double rewiring, long seed) {
        boolean[][] joined = new UnitGraph.SmallWorld(4, rewiring, seed).joined(12);
        thenIsSymmetric(joined);
        int heard =
                IntStream.range(0, 12).map(unit -> heard(joined, unit).length).sum();
        then(heard).isEqualTo(12 * 5);
        then(Arrays.deepEquals(joined, new UnitGraph.Ring(2).joined(12))).isEqualTo(rewiring == 0);
    }

    @Test
    void joined_impossibleDegree_isRefused() {
        thenThrownBy(() -> new UnitGraph.RandomRegular(3, 1).joined(7))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("even");
        thenThrownBy(() -> new UnitGraph.RandomRegular(8, 1).joined(8)).isInstanceOf(InvalidInputException.class);
        thenThrownBy(() -> new UnitGraph.SmallWorld(3, 0, 1).joined(8)).hasMessageContaining("nearest is 4");
    }

    private static int[] heard(boolean[][] joined, int unit) {
        return IntStream.range(0, joined.length)
                .filter(other -> joined[unit][other])
                .toArray();
    }

    private static void thenIsSymmetric(boolean[][] joined) {
        for (int one = 0; one < joined.length; one++) {
            for (int other = 0; other < joined.length; other++) {
                then(joined[one][other]).isEqualTo(joined[other][one]);
            }
        }
    }
}
