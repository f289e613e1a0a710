package dev.ganglion.agents.evaluation;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.toy.LeakyProvider;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class LifeTest {
    private static final Behaviour LEAKY = new Behaviour.Untrained(LeakyProvider.choice(""), 5);
    private static final EvaluationPlan PLAN = new EvaluationPlan(12, 9, 0, Map.of(), 2);

    @Test
    void step_overWindowsOfTwo_addsUpByHand() {
        LifeRecorder recorder = new LifeRecorder(2, 3);
        recorder.step(1, OptionalDouble.of(0.5));
        recorder.step(2, OptionalDouble.of(0.25));
        recorder.step(4, OptionalDouble.of(0.75));
        then(recorder.isComplete()).isFalse();
        recorder.fail();

        then(recorder.life()).isEqualTo(new Life(2, List.of(3.0, 4.0, 0.0), List.of(0.5, 0.75), 3, true));
    }

    @Test
    void step_ofAControllerWithoutPlasticWeights_notesNone() {
        LifeRecorder recorder = new LifeRecorder(1, 2);
        recorder.step(1, OptionalDouble.empty());
        recorder.step(1, OptionalDouble.empty());
        then(recorder.isComplete()).isTrue();
        then(recorder.life()).isEqualTo(new Life(1, List.of(1.0, 1.0), List.of(), 2, false));
    }

    @Test
    void lives_ofThreeLimits_earnWhatAnEpisodeOfThatLimitDoes() {
        List<Life> lives = Evaluator.lives(Environments.parse("cartpole/swingup:time-limit=40"), LEAKY, PLAN, 3);
        List<Double> long120 = Evaluator.evaluate(Environments.parse("cartpole/swingup:time-limit=120"), LEAKY, PLAN)
                .returns();
        List<Double> short40 = Evaluator.evaluate(Environments.parse("cartpole/swingup:time-limit=40"), LEAKY, PLAN)
                .returns();

        then(lives).hasSize(12).allMatch(life -> !life.hasFailed() && life.steps() == 120);
        for (int i = 0; i < lives.size(); i++) {
            List<Double> windows = lives.get(i).returns();
            then(windows.get(0)).isEqualTo(short40.get(i));
            then(windows.stream().mapToDouble(w -> w).sum()).isCloseTo(long120.get(i), within(1e-9));
        }
    }

    @Test
    void lives_thatFall_endThereAndEarnNothingMore() {
        List<Life> lives = Evaluator.lives(Environments.parse("cartpole/balance:time-limit=6"), LEAKY, PLAN, 5);
        List<Double> lengths = Evaluator.evaluate(Environments.parse("cartpole/balance"), LEAKY, PLAN)
                .returns();

        // An untrained controller falls within a few dozen steps, each of which pays 1.
        then(lives).anyMatch(Life::hasFailed).anyMatch(life -> life.returns().get(4) == 0);
        for (int i = 0; i < lives.size(); i++) {
            Life life = lives.get(i);
            double length = lengths.get(i);
            then(life.steps()).isEqualTo((int) Math.min(30, length));
            then(life.hasFailed()).isEqualTo(length <= 30);
            for (int window = 0; window < 5; window++) {
                then(life.returns().get(window)).isEqualTo(Math.max(0, Math.min(6, length - 6 * window)));
            }
        }
    }

    @Test
    void lives_whereTheLimitIsPartOfTheTask_areRefused() {
        thenThrownBy(() -> Evaluator.lives(Environments.parse("maze/forage"), LEAKY, PLAN, 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("maze/forage end with its time limit of 200 steps");
    }
}
