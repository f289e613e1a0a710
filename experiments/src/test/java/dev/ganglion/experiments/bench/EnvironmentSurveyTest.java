package dev.ganglion.experiments.bench;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.Environments;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentSurveyTest {
    private static final EnvironmentSurvey SURVEY = new EnvironmentSurvey(0.5, 1, 1);

    private static double engineShare(String environment) {
        return SURVEY.measure(Environments.parse(environment).provider()).engineShare();
    }

    /** Both spend most of their time there: nine tenths, of up to a hundred looks. */
    @ParameterizedTest
    @ValueSource(strings = {"swimmer/swim", "quadruped/walk"})
    void measure_bodiesInTheEngine_areMostlyInside(String environment) {
        then(engineShare(environment)).isBetween(0.3, 1.0);
    }

    @Test
    void measure_aMazeWithoutBodies_isNeverInside() {
        then(engineShare("maze/forage")).isZero();
    }

    @Test
    void of_nothingSeen_isNoShare() {
        then(TimeShares.of(Map.of(), 10, 1).of(TimeShares.Work.ENGINE)).isNaN();
    }

    @Test
    void of_isAShareOfTheBusyTime() {
        TimeShares shares = TimeShares.of(Map.of(TimeShares.Work.ENGINE, 30L, TimeShares.Work.REST, 10L), 80, 1);
        then(shares.of(TimeShares.Work.ENGINE)).isEqualTo(0.75);
    }
}
