package dev.ganglion.environments.stream;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;
import static org.assertj.core.api.BDDAssertions.within;

import com.sun.management.ThreadMXBean;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperienceTest {
    private static List<StepBatch> collect(ExperiencePlan plan, int batches) {
        return Experience.stream(plan, ToyExperience::randomActor)
                .take(batches)
                .toList()
                .blockingGet();
    }

    @Test
    void stream_batchAfterBatch_observationsGoOnWhereTheyStopped() {
        List<StepBatch> batches = collect(ToyExperience.plan(3, 7, Map.of()), 4);
        then(batches).extracting(StepBatch::index).containsExactly(0L, 1L, 2L, 3L);
        for (int i = 1; i < batches.size(); i++) {
            float[] first = Arrays.copyOf(batches.get(i).observations(), 3 * 2);
            then(first).isEqualTo(batches.get(i - 1).nextObservations());
        }
        then(batches.get(0).starts()).startsWith(true, true, true, false, false, false);
    }

    @Test
    void stream_limitReached_truncatesAndResetsAtOnce() {
        // A limit of 5 steps in batches of 7: episodes end at steps 5, 10 and 15, that is at times 4, 2 and 0.
        List<StepBatch> batches = collect(ToyExperience.plan(1, 7, Map.of("limit", "5", "edge", "100")), 3);
        then(batches)
                .flatExtracting(StepBatch::endings)
                .extracting(StepBatch.Ending::time)
                .containsExactly(4, 2, 0, 5);
        then(batches)
                .flatExtracting(StepBatch::endings)
                .allMatch(ending -> ending.length() == 5 && ending.status() == StepStatus.TRUNCATED);
        then(batches.get(0).starts()).containsExactly(true, false, false, false, false, true, false);

        StepBatch.Ending ending = batches.get(0).endings().get(0);
        float[] rewards = Arrays.copyOf(batches.get(0).rewards(), 5);
        double sum = 0;
        for (float reward : rewards) {
            sum += reward;
        }
        then(ending.episodeReturn()).isCloseTo(sum, within(1e-6));
        // The speed after the episode's last step; the next episode begins at rest.
        then(ending.finalObservation()[1]).isNotZero();
        then(batches.get(0).observations()[5 * 2 + 1]).isZero();
    }

    @Test
    void stream_resets_areSeededByEnvironmentAndEpisode() {
        StepBatch batch =
                collect(ToyExperience.plan(2, 10, Map.of("limit", "5")), 1).get(0);
        then(batch.endings())
                .extracting(StepBatch.Ending::seed)
                .containsExactly(
                        RandomStreams.seed(5, "run/env/0/reset/0"),
                        RandomStreams.seed(5, "run/env/1/reset/0"),
                        RandomStreams.seed(5, "run/env/0/reset/1"),
                        RandomStreams.seed(5, "run/env/1/reset/1"));
        then(batch.progress()).extracting(EpisodeProgress::episode).containsExactly(2L, 2L);
        then(batch.progress()).allMatch(progress -> progress.actions().length == 0);
    }

    @ParameterizedTest
    @CsvSource({"19, 4", "16, 8", "5, 1", "3, 8"})
    void stream_anyNumberOfWorkers_givesTheSameBits(int environments, int groupSize) {
        ExperiencePlan plan = ToyExperience.plan(environments, 120, Map.of()).withGroupSize(groupSize);
        List<String> alone = ToyExperience.bits(collect(plan, 3));
        for (int workers : new int[] {2, 3, 4}) {
            then(ToyExperience.bits(collect(plan.withWorkers(workers), 3))).isEqualTo(alone);
        }
    }

    @Test
    void stream_severalWorkers_stepClassesOfTheirOwn() {
        ExperiencePlan plan = ToyExperience.plan(4, 10, Map.of("limit", "5", "identify", "on"))
                .withGroupSize(1)
                .withWorkers(4);
        Set<Double> identities = new HashSet<>();
        collect(plan, 1)
                .get(0)
                .endings()
                .forEach(ending -> identities.add(ending.measurements().get("class_identity")));
        then(identities).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void stream_resumedAfterAnyBatch_goesOnWithTheSameBits(int finished) {
        ExperiencePlan plan = ToyExperience.plan(6, 13, Map.of()).withGroupSize(4);
        List<StepBatch> whole = collect(plan, 6);
        List<StepBatch> rest = collect(
                plan.resumedAt(finished, whole.get(finished - 1).progress()).withWorkers(2), 6 - finished);
        then(ToyExperience.bits(rest)).isEqualTo(ToyExperience.bits(whole.subList(finished, 6)));
    }

    @Test
    void stream_resumedInAnotherEnvironment_saysSo() {
        StepBatch batch = collect(ToyExperience.plan(1, 20, Map.of()), 1).get(0);
        ExperiencePlan other = ToyExperience.plan(1, 20, Map.of("limit", "10")).resumedAt(1, batch.progress());
        thenThrownBy(() -> collect(other, 1)).hasMessageContaining("not the one it was recorded in");
    }

    @Test
    void plan_progressOfOtherNumberOfEnvironments_isRefused() {
        StepBatch batch = collect(ToyExperience.plan(2, 3, Map.of()), 1).get(0);
        thenThrownBy(() -> ToyExperience.plan(3, 3, Map.of()).resumedAt(1, batch.progress()))
                .hasMessage("The run to be resumed has 2 environments, not 3; resume it with 2");
    }

    @Test
    void plan_countsBelowOne_areRefused() {
        thenThrownBy(() -> ToyExperience.plan(0, 3, Map.of())).hasMessageContaining("environments must be at least 1");
        thenThrownBy(() -> ToyExperience.plan(1, 3, Map.of()).withWorkers(0)).hasMessageContaining("workers");
    }

    @Test
    void batches_kept_areNotOverwritten() {
        List<StepBatch> kept = collect(ToyExperience.plan(2, 5, Map.of()), 2);
        then(kept.get(0).observations()).isNotSameAs(kept.get(1).observations());
        then(ToyExperience.bits(kept.subList(0, 1)))
                .isEqualTo(ToyExperience.bits(collect(ToyExperience.plan(2, 5, Map.of()), 1)));
    }

    @Test
    void steps_withinABatch_allocateNothingButWhatTheActorIsGiven() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] allocated = new long[100];
        ExperiencePlan plan = ToyExperience.plan(8, 100, Map.of("edge", "100", "limit", "1000000"));
        Experience.stream(plan, group -> step -> allocated[step.time()] = threads.getCurrentThreadAllocatedBytes())
                .take(1)
                .blockingSubscribe();
        // The record of the episode's actions has doubled at step 64. A GroupStep has 56 bytes at most.
        then((allocated[99] - allocated[70]) / 29).isLessThan(64);
    }
}
