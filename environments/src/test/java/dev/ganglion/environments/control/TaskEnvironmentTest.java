package dev.ganglion.environments.control;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import dev.ganglion.environments.signal.Space;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TaskEnvironmentTest {
    private final Counter counter = new Counter();
    private final TaskEnvironment environment = new TaskEnvironment("test/count", 1, counter, counter);
    private final float[] observation = new float[1];

    @Test
    void step_actionBeyondItsLimits_isClipped() {
        environment.reset(1, observation, 0);
        environment.step(new float[] {9, 5, Float.NEGATIVE_INFINITY}, 1, observation, 0);
        then(counter.command).containsExactly(2, -1);
    }

    @Test
    void step_notANumber_isRefused() {
        environment.reset(1, observation, 0);
        thenThrownBy(() -> environment.step(new float[] {0, Float.NaN}, 0, observation, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the action push at step 0");
    }

    @Test
    void step_beforeAnyReset_isRefused() {
        thenThrownBy(() -> environment.step(new float[2], 0, observation, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void step_terminatedAtTheTimeLimit_isTerminated() {
        counter.end = 3;
        then(run()).isEqualTo(StepStatus.TERMINATED);
        then(observation).containsExactly(3);
    }

    @Test
    void step_timeLimitWithoutTermination_isTruncated() {
        then(run()).isEqualTo(StepStatus.TRUNCATED);
    }

    @Test
    void prolong_afterTheTimeLimit_goesOnForAsLongAgain() {
        then(run()).isEqualTo(StepStatus.TRUNCATED);
        then(environment.prolong()).isTrue();
        then(environment.prolong()).isFalse();
        for (int step = 4; step <= 5; step++) {
            then(environment.step(new float[2], 0, observation, 0)).isEqualTo(StepStatus.RUNNING);
        }
        then(environment.step(new float[2], 0, observation, 0)).isEqualTo(StepStatus.TRUNCATED);
        then(observation).containsExactly(6);
        then(run()).isEqualTo(StepStatus.TRUNCATED);
        then(observation).containsExactly(3);
    }

    @Test
    void prolong_afterATermination_doesNotGoOn() {
        counter.end = 3;
        then(environment.prolong()).isFalse();
        then(run()).isEqualTo(StepStatus.TERMINATED);
        then(environment.prolong()).isFalse();
        thenThrownBy(() -> environment.step(new float[2], 0, observation, 0)).isInstanceOf(IllegalStateException.class);
    }

    private StepStatus run() {
        environment.reset(1, observation, 0);
        StepStatus status = StepStatus.RUNNING;
        while (!status.isDone()) {
            status = environment.step(new float[2], 0, observation, 0);
        }
        return status;
    }

    /** Body and task in one: counts its steps, three at most. */
    private static final class Counter implements Body, Task {
        private double[] command = {};
        private int count;
        private int end = Integer.MAX_VALUE;

        @Override
        public Space action() {
            return new Box(Signals.of(Signal.scalar("push", "1").withSize(2).within(-1, 2)));
        }

        @Override
        public double controlPeriodSeconds() {
            return 1;
        }

        @Override
        public void advance(double[] newCommand) {
            command = newCommand.clone();
        }

        @Override
        public Scene scene() {
            return new Scene(List.of(), List.of(), List.of(), List.of(), 0, 0, 1);
        }

        @Override
        public Box observation() {
            return new Box(Signals.of(Signal.scalar("count", "1")));
        }

        @Override
        public int timeLimitSteps() {
            return 3;
        }

        @Override
        public void begin(RandomGenerator random) {
            count = 0;
        }

        @Override
        public void afterStep() {
            count++;
        }

        @Override
        public void observe(float[] target, int offset) {
            target[offset] = count;
        }

        @Override
        public double reward() {
            return 1;
        }

        @Override
        public boolean isTerminated() {
            return count >= end;
        }

        @Override
        public Map<String, Double> measurements() {
            return Map.of();
        }
    }
}
