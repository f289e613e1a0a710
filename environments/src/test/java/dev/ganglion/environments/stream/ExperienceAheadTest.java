package dev.ganglion.environments.stream;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.vector.Crew;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experience of which the next batch is collected while the subscriber is busy with the one before. */
class ExperienceAheadTest {
    private final ToyExperience traces = new ToyExperience();

    @AfterEach
    void hearNoMore() {
        RxJavaPlugins.setErrorHandler(null);
    }

    private static List<StepBatch> collect(ExperiencePlan plan, int batches, int threads) {
        try (Crew crew = new Crew(threads, "ahead")) {
            return Experience.ahead(plan, batches, ToyExperience::randomActor, crew, () -> {})
                    .toList()
                    .blockingGet();
        }
    }

    @ParameterizedTest
    @CsvSource({"19, 4", "16, 8", "5, 1", "3, 8"})
    void ahead_withACrewOfAnySize_givesTheBitsOfTheStream(int environments, int groupSize) {
        ExperiencePlan plan = ToyExperience.plan(environments, 120, Map.of()).withGroupSize(groupSize);
        List<String> stream = ToyExperience.bits(Experience.stream(plan, ToyExperience::randomActor)
                .take(3)
                .toList()
                .blockingGet());
        for (int threads = 1; threads <= 4; threads++) {
            then(ToyExperience.bits(collect(plan, 3, threads))).isEqualTo(stream);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void ahead_actorsThatAreToldBetweenBatches_actOneBatchLater(int threads) {
        AtomicInteger learned = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        ExperiencePlan plan = ToyExperience.plan(4, 50, Map.of()).withGroupSize(2);
        List<Float> acted = new ArrayList<>();
        try (Crew crew = new Crew(threads, "ahead")) {
            Experience.ahead(
                            plan,
                            5,
                            group -> step -> Arrays.fill(step.actions(), told.get()),
                            crew,
                            () -> told.set(learned.get()))
                    .doOnNext(batch -> {
                        float[] actions = batch.actions();
                        for (float action : actions) {
                            then(action).isEqualTo(actions[0]);
                        }
                        acted.add(actions[0]);
                        learned.incrementAndGet();
                    })
                    .blockingSubscribe();
        }
        then(acted).containsExactly(0f, 0f, 1f, 2f, 3f);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void ahead_soManyBatches_stepsForNoMore(int threads) {
        ExperiencePlan plan = ToyExperience.plan(4, 10, Map.of()).withGroupSize(2);
        try (Crew crew = new Crew(threads, "ahead")) {
            Experience.ahead(plan, 3, traces.recording(), crew, () -> {})
                    .test()
                    .assertValueCount(3)
                    .assertComplete();
            then(traces.acts).hasValue(3 * 10 * 2);
            Experience.ahead(plan, 0, traces.recording(), crew, () -> {})
                    .test()
                    .assertNoValues()
                    .assertComplete();
            then(traces.acts).hasValue(3 * 10 * 2);
        }
    }

    @Test
    void request_ofOne_isFollowedByAtMostOneBatchMore() {
        ExperiencePlan plan = ToyExperience.plan(4, 10, Map.of()).withGroupSize(2);
        try (Crew crew = new Crew(2, "ahead")) {
            TestSubscriber<StepBatch> subscriber = Experience.ahead(plan, 100, traces.recording(), crew, () -> {})
                    .test(1);
            awaitBatchAhead(crew);
            subscriber.assertValueCount(1);
            then(traces.acts).hasValue(2 * 10 * 2);
            subscriber.cancel();
            then(crew.spareProgress()).isEqualTo(1);
        }
    }

    /** Cancelling waits for the batch that is collected ahead, on another thread than the crew's owner. */
    @Test
    void cancel_whileTheSubscriberUsesTheHelper_waitsForTheBatchAhead() throws InterruptedException {
        ExperiencePlan plan = ToyExperience.plan(2, 1_000_000, Map.of("edge", "100", "limit", "1000000"))
                .withGroupSize(1);
        CountDownLatch ahead = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        AtomicLong steps = new AtomicLong();
        try (Crew crew = new Crew(2, "ahead")) {
            TestSubscriber<StepBatch> subscriber = new TestSubscriber<>(0);
            Experience.ahead(
                            plan.resumedAt(0, List.of()),
                            2,
                            group -> step -> {
                                if (step.batch() == 1) {
                                    ahead.countDown();
                                    steps.incrementAndGet();
                                } else if (step.time() == 0) {
                                    Arrays.fill(step.actions(), 0);
                                }
                            },
                            crew,
                            () -> {})
                    .doOnNext(batch -> {
                        await(ahead);
                        await(cancelled);
                        AtomicInteger done = new AtomicInteger();
                        for (int i = 0; i < 100; i++) {
                            crew.start(1, done::incrementAndGet);
                            crew.await();
                        }
                        then(done).hasValue(100);
                    })
                    .subscribe(subscriber);
            Thread requesting = new Thread(() -> subscriber.request(1), "requesting");
            requesting.start();
            await(ahead);
            subscriber.cancel();
            long then = steps.get();
            cancelled.countDown();
            requesting.join();
            then(steps).hasValue(then);
            then(then).isLessThan(2_000_000);
            subscriber.assertNoErrors();
        }
    }

    @Test
    void error_inALaneOfABatchThatIsCancelled_goesToTheErrorHandler() throws InterruptedException {
        AtomicReference<Throwable> astray = new AtomicReference<>();
        RxJavaPlugins.setErrorHandler(astray::set);
        CountDownLatch failed = new CountDownLatch(1);
        ExperiencePlan plan = ToyExperience.plan(2, 1_000_000, Map.of()).withGroupSize(1);
        TestSubscriber<StepBatch> subscriber = new TestSubscriber<>(0);
        Experience.stream(plan.withWorkers(2), group -> step -> {
                    if (group == 0 && step.time() == 5) {
                        failed.countDown();
                        throw new IllegalStateException("no idea");
                    }
                })
                .subscribe(subscriber);
        Thread requesting = new Thread(() -> subscriber.request(1), "requesting");
        requesting.start();
        await(failed);
        subscriber.cancel();
        requesting.join();
        subscriber.assertNoValues();
        then(astray.get()).hasMessageContaining("failed at step 5 of batch 0");
    }

    @Test
    void between_thatThrows_endsTheFlowWithThat() {
        ExperiencePlan plan = ToyExperience.plan(4, 10, Map.of()).withGroupSize(2);
        try (Crew crew = new Crew(2, "ahead")) {
            Experience.ahead(plan, 3, traces.recording(), crew, () -> {
                        throw new IllegalStateException("between");
                    })
                    .test()
                    .assertNoValues()
                    .assertError(error -> "between".equals(error.getMessage()));
            then(crew.spareProgress()).isEqualTo(1);
            then(traces.acts).hasValue(10 * 2);
        }
    }

    private static void awaitBatchAhead(Crew crew) {
        while (crew.spareProgress() < 1) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void error_inABatch_comesInItsPlace(int threads) {
        ExperiencePlan plan = ToyExperience.plan(4, 10, Map.of()).withGroupSize(2);
        try (Crew crew = new Crew(threads, "ahead")) {
            TestSubscriber<StepBatch> subscriber = Experience.ahead(
                            plan,
                            5,
                            group -> step -> {
                                if (step.batch() == 1 && step.time() == 3 + group) {
                                    throw new IllegalStateException("no idea");
                                }
                            },
                            crew,
                            () -> {})
                    .test();
            subscriber.assertValueCount(1);
            subscriber.assertError(
                    error -> ("Acting for environments 0 to 1 (toy/push) failed at step 3 of batch 1 of the run with"
                                    + " seed 5: no idea")
                            .equals(error.getMessage()));
            then(crew.spareProgress()).isEqualTo(1);
        }
    }

    @Test
    void error_thatNobodyAskedFor_goesToTheErrorHandler() {
        AtomicReference<Throwable> astray = new AtomicReference<>();
        RxJavaPlugins.setErrorHandler(astray::set);
        AtomicLong latest = new AtomicLong();
        ExperiencePlan plan = ToyExperience.plan(2, 10, Map.of()).withGroupSize(2);
        try (Crew crew = new Crew(2, "ahead")) {
            TestSubscriber<StepBatch> subscriber = Experience.ahead(
                            plan,
                            5,
                            group -> step -> {
                                latest.set(step.batch());
                                if (step.batch() == 1) {
                                    throw new IllegalStateException("no idea");
                                }
                            },
                            crew,
                            () -> {})
                    .test(1);
            awaitBatchAhead(crew);
            then(latest).hasValue(1);
            subscriber.cancel();
            subscriber.assertValueCount(1).assertNoErrors();
        }
        then(astray.get()).hasMessageContaining("failed at step 0 of batch 1");
    }
}
