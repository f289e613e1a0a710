package dev.ganglion.experiments.bench;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

class TimeToGoalTest {
    @Test
    void rollingReturn_isTheMeanOfTheLastHundred_onceThereAreAsMany() {
        TimeToGoal.RollingReturn recent = new TimeToGoal.RollingReturn();
        for (int i = 1; i < 100; i++) {
            recent.add(i);
            then(recent.mean()).isNaN();
        }
        recent.add(100);
        then(recent.mean()).isEqualTo(50.5);
        recent.add(201);
        then(recent.mean()).isEqualTo(52.5);
    }
}
