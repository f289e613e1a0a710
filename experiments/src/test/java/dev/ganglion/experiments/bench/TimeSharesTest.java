package dev.ganglion.experiments.bench;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeSharesTest {
    private static final double TINY = 1e-12;

    @Test
    void work_isTheInnermostThatTells() {
        String environment = "dev.ganglion.environments.swimmer.Swimmer";
        String pool = "dev.ganglion.environments.vector.WorkerPool";
        then(TimeShares.work(List.of("org.jbox2d.dynamics.World", environment, pool)))
                .isEqualTo(TimeShares.Work.ENGINE);
        then(TimeShares.work(List.of(environment, pool))).isEqualTo(TimeShares.Work.ENVIRONMENT);
        then(TimeShares.work(List.of("org.tensorflow.Session", "dev.ganglion.agents.ppo.PpoLearner", pool)))
                .isEqualTo(TimeShares.Work.TENSORFLOW);
        then(TimeShares.work(List.of("java.util.Arrays", "dev.ganglion.agents.rollout.Rollout", pool)))
                .isEqualTo(TimeShares.Work.REST);
        String waits = "dev.ganglion.environments.vector.Wait";
        String lane = "dev.ganglion.environments.stream.Lane";
        then(TimeShares.work(List.of(waits, "dev.ganglion.agents.ppo.PpoLearner", pool)))
                .isNull();
        then(TimeShares.work(List.of("dev.ganglion.agents.rollout.RolloutActor", lane, waits)))
                .isEqualTo(TimeShares.Work.REST);
        then(TimeShares.work(List.of(environment, lane, waits))).isEqualTo(TimeShares.Work.ENVIRONMENT);
        then(TimeShares.work(List.of(
                        "dev.ganglion.agents.ppo.PpoLearner", "dev.ganglion.environments.stream.Experience", pool)))
                .isEqualTo(TimeShares.Work.REST);
        then(TimeShares.work(List.of("java.lang.Object", "java.util.logging.Logger")))
                .isNull();
    }

    @Test
    void of_sharesAreOfTheBusyTime_andTheRestOfTheWorkersTimeIsWaiting() {
        // 100 moments of two workers; seen busy 150 times.
        TimeShares shares = TimeShares.of(Map.of(TimeShares.Work.ENGINE, 90L, TimeShares.Work.TENSORFLOW, 60L), 100, 2);
        then(shares.shares().get(TimeShares.Work.ENGINE)).isCloseTo(0.6, within(TINY));
        then(shares.shares().get(TimeShares.Work.TENSORFLOW)).isCloseTo(0.4, within(TINY));
        then(shares.shares().get(TimeShares.Work.REST)).isZero();
        then(shares.waiting()).isCloseTo(0.25, within(TINY));
    }

    @Test
    void of_nothingSeen_isNothingButWaiting() {
        then(TimeShares.of(Map.of(), 10, 1).waiting()).isEqualTo(1);
        then(TimeShares.of(Map.of(), 0, 1).waiting()).isZero();
    }
}
