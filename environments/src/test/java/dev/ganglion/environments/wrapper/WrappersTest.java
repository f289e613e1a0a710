package dev.ganglion.environments.wrapper;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrappersTest {
    private final float[] observation = new float[2];
    private final float[] push = {0.5f};

    @Test
    void wrappers_registered_areInOrderFromTheInnermost() {
        then(Environments.wrappers().stream().map(wrapper -> wrapper.option().key()))
                .containsExactly(
                        "blow-up",
                        "randomise",
                        "action-repeat",
                        "action-noise",
                        "observation-noise",
                        "observation-delay",
                        "frame-stack",
                        "time-limit");
    }

    @Test
    void wrap_optionAtItsDefault_leavesTheEnvironmentAlone() {
        for (EnvironmentWrapper wrapper : Environments.wrappers()) {
            Environment environment = Toys.wrapped(wrapper, wrapper.option().defaultText());
            then(environment.getClass()).isSameAs(Toys.bare(Map.of()).getClass());
        }
    }

    @Test
    void parse_severalWrappers_goTogether() {
        Environment environment = Environments.parse("swimmer/swim:frame-stack=3,action-repeat=2,observation-noise=0.1")
                .create();
        then(environment.spec().name()).isEqualTo("swimmer/swim:action-repeat=2,observation-noise=0.1,frame-stack=3");
        then(environment.spec().observation().size()).isEqualTo(3 * 23);
        then(environment.spec().controlPeriodSeconds()).isCloseTo(0.06, within(1e-12));
        then(environment.spec().timeLimitSteps()).isEqualTo(500);
    }

    @Test
    void parse_environmentWithTheSameOption_takesItsOwn() {
        then(Environments.parse("maze/forage:time-limit=7").create().spec().timeLimitSteps())
                .isEqualTo(7);
    }

    @Test
    void actionRepeat_ofTwo_sumsTheRewardsOfTwoSteps() {
        Environment bare = Toys.bare(Map.of());
        Environment twice = Toys.wrapped(new ActionRepeat(), "2");
        bare.reset(1, observation, 0);
        bare.step(push, 0, observation, 0);
        double sum = bare.reward();
        bare.step(push, 0, observation, 0);
        sum += bare.reward();
        then(Toys.observations(twice, 1, 0.5f, 1).get(1)).isEqualTo(observation);
        then(twice.reward()).isEqualTo(sum);
    }

    @Test
    void actionRepeat_episodeEndsWithin_stopsThere() {
        // Seven steps, two at a time: the fourth action is held for one.
        Environment twice = Toys.wrapped(new ActionRepeat(), "2", Map.of("limit", "7"));
        then(twice.spec().timeLimitSteps()).isEqualTo(4);
        twice.reset(1, observation, 0);
        for (int step = 1; step <= 3; step++) {
            then(twice.step(push, 0, observation, 0)).isEqualTo(StepStatus.RUNNING);
        }
        then(twice.step(push, 0, observation, 0)).isEqualTo(StepStatus.TRUNCATED);
    }

    @Test
    void timeLimit_shorterThanTheTasks_truncates() {
        Environment limited = Toys.wrapped(new TimeLimit(), "3");
        then(limited.spec().timeLimitSteps()).isEqualTo(3);
        for (int episode = 0; episode < 2; episode++) {
            limited.reset(1, observation, 0);
            limited.step(push, 0, observation, 0);
            then(limited.step(push, 0, observation, 0)).isEqualTo(StepStatus.RUNNING);
            then(limited.step(push, 0, observation, 0)).isEqualTo(StepStatus.TRUNCATED);
            thenThrownBy(() -> limited.step(push, 0, observation, 0)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void prolong_throughEveryWrapper_goesOnAsIfThereHadBeenNoLimit() {
        String wrapped = "cartpole/swingup:blow-up=truncate,randomise=force:5..10,action-repeat=3,action-noise=0.1,"
                + "observation-noise=0.1,observation-delay=2,frame-stack=2";
        Environment whole = Environments.parse(wrapped).create();
        Environment limited = Environments.parse(wrapped + ",time-limit=150").create();
        float[] first = new float[whole.spec().observation().size()];
        float[] second = first.clone();
        whole.reset(7, first, 0);
        limited.reset(7, second, 0);
        then(limited.prolong()).isFalse();
        // The task's own limit comes after 334 steps, within the third of the shorter ones.
        for (int step = 1; step <= 700; step++) {
            StepStatus status = whole.step(push, 0, first, 0);
            then(status).isEqualTo(step % 334 == 0 ? StepStatus.TRUNCATED : StepStatus.RUNNING);
            then(status == StepStatus.RUNNING || whole.prolong()).isTrue();
            status = limited.step(push, 0, second, 0);
            then(status).isEqualTo(step % 150 == 0 ? StepStatus.TRUNCATED : StepStatus.RUNNING);
            then(status == StepStatus.RUNNING || limited.prolong()).isTrue();
            then(second).isEqualTo(first);
            then(limited.reward()).isEqualTo(whole.reward());
        }
    }

    @Test
    void isProlongable_whereTheTimeLeftIsObserved_isFalse() {
        then(Environments.parse("maze/forage").create().isProlongable()).isFalse();
        then(Environments.parse("quadruped/walk:time-limit=9").create().isProlongable())
                .isTrue();
    }

    @Test
    void timeLimit_longerThanTheTasks_changesNothing() {
        then(Toys.wrapped(new TimeLimit(), "500").spec().timeLimitSteps()).isEqualTo(50);
    }

    @Test
    void observationDelay_ofThree_showsWhatWas() {
        List<float[]> bare = Toys.observations(Toys.bare(Map.of()), 1, 0.5f, 10);
        List<float[]> late = Toys.observations(Toys.wrapped(new ObservationDelay(), "3"), 1, 0.5f, 10);
        for (int step = 0; step <= 10; step++) {
            then(late.get(step)).isEqualTo(bare.get(Math.max(0, step - 3)));
        }
    }

    @Test
    void frameStack_ofThree_showsThePresentAndTwoOfThePast() {
        Environment stacked = Toys.wrapped(new FrameStack(), "3");
        then(stacked.spec().observation().signals().names())
                .containsExactly(
                        "bead/place",
                        "bead/speed",
                        "past/1/bead/place",
                        "past/1/bead/speed",
                        "past/2/bead/place",
                        "past/2/bead/speed");
        List<float[]> bare = Toys.observations(Toys.bare(Map.of()), 1, 1, 6);
        List<float[]> frames = Toys.observations(stacked, 1, 1, 6);
        for (int step = 0; step <= 6; step++) {
            for (int ago = 0; ago < 3; ago++) {
                float[] moment = bare.get(Math.max(0, step - ago));
                then(frames.get(step)[2 * ago]).isEqualTo(moment[0]);
                then(frames.get(step)[2 * ago + 1]).isEqualTo(moment[1]);
            }
        }
    }
}
