package dev.ganglion.environments.stream;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import io.reactivex.rxjava3.disposables.Disposable;
import io.reactivex.rxjava3.disposables.SerialDisposable;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, cancellation and errors. */
class ExperienceLifeTest {
    private final ToyExperience traces = new ToyExperience();

    @Test
    void request_n_stepsForExactlyNBatches() {
        ExperiencePlan plan =
                ToyExperience.plan(4, 10, Map.of()).withGroupSize(2).withWorkers(2);
        TestSubscriber<StepBatch> subscriber = new TestSubscriber<>(0);
        Experience.stream(plan, traces.recording()).subscribe(subscriber);
        then(traces.threads).isEmpty();
        subscriber.request(2);
        subscriber.assertValueCount(2);
        then(traces.acts).hasValue(2 * 10 * 2);
        subscriber.request(1);
        subscriber.assertValueCount(3).assertNotComplete();
        then(traces.acts).hasValue(3 * 10 * 2);
        then(traces.helpers()).hasSizeLessThanOrEqualTo(1);
        subscriber.cancel();
        then(traces.helpers()).noneMatch(Thread::isAlive);
    }

    @Test
    void subscribe_twice_eachStepsEnvironmentsOfItsOwn() {
        var flow = Experience.stream(ToyExperience.plan(2, 10, Map.of()), traces.recording());
        TestSubscriber<StepBatch> first = flow.test(1);
        TestSubscriber<StepBatch> second = flow.test(1);
        then(ToyExperience.bits(first.values())).isEqualTo(ToyExperience.bits(second.values()));
        first.cancel();
        second.cancel();
        then(traces.helpers()).noneMatch(Thread::isAlive);
    }

    @Test
    void take_lastBatch_endsTheThreads() {
        Experience.stream(ToyExperience.plan(2, 10, Map.of()), traces.recording())
                .take(2)
                .test()
                .assertValueCount(2)
                .assertComplete();
        then(traces.helpers()).noneMatch(Thread::isAlive);
    }

    @Test
    void cancel_duringABatch_leavesItWithinAStep() throws InterruptedException {
        CountDownLatch underWay = new CountDownLatch(2);
        ExperiencePlan longOne =
                ToyExperience.plan(2, 1_000_000, Map.of()).withGroupSize(1).withWorkers(2);
        TestSubscriber<StepBatch> subscriber = new TestSubscriber<>(0);
        IntFunction<GroupActor> actors = traces.recording();
        Experience.stream(longOne, group -> {
                    GroupActor actor = actors.apply(group);
                    return step -> {
                        actor.act(step);
                        if (step.time() == 1) {
                            underWay.countDown();
                        }
                    };
                })
                .subscribe(subscriber);
        Thread requesting = new Thread(() -> subscriber.request(1));
        requesting.start();
        underWay.await();
        subscriber.cancel();
        then(traces.helpers())
                .filteredOn(thread -> thread != requesting)
                .hasSizeLessThanOrEqualTo(1)
                .noneMatch(Thread::isAlive);
        requesting.join();
        subscriber.assertNoValues().assertNoErrors();
    }

    @Test
    void cancel_byTheActorItself_endsTheThreads() {
        SerialDisposable subscription = new SerialDisposable();
        AtomicInteger received = new AtomicInteger();
        TestSubscriber<StepBatch> subscriber = new TestSubscriber<>(0);
        subscription.set(Disposable.fromAction(subscriber::cancel));
        Experience.stream(ToyExperience.plan(2, 1000, Map.of()), group -> step -> {
                    traces.threads.add(Thread.currentThread());
                    if (step.time() == 3) {
                        subscription.dispose();
                    }
                    traces.acts.incrementAndGet();
                })
                .doOnNext(batch -> received.incrementAndGet())
                .subscribe(subscriber);
        subscriber.request(1);
        then(traces.acts).hasValue(4);
        then(received).hasValue(0);
        then(traces.helpers()).noneMatch(Thread::isAlive);
    }

    @Test
    void error_inAStep_namesEnvironmentEpisodeSeedAndStep() {
        // Under full force all beads fall off at 0.5 m in their first episode; that of environment 1 starts nearest.
        then(failure("nan", 2))
                .isInstanceOf(ExperienceException.class)
                .hasMessage("Environment 1 (toy/push:fault=nan) failed in its episode 0 of seed "
                        + RandomStreams.seed(5, "run/env/1/reset/0")
                        + " at step 9: the observation bead/speed is NaN");
        then(traces.threads).isNotEmpty();
        then(traces.helpers()).noneMatch(Thread::isAlive);
    }

    @Test
    void error_thatTheUserCanPutRight_remainsInvalidInput() {
        then(failure("throw", 1))
                .isInstanceOf(InvalidInputException.class)
                .message()
                .startsWith("Environment 1 ")
                .endsWith(": the bead fell off the wire");
        then(failure("create", 2))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("toy/push: edge and limit do not go together");
    }

    @Test
    void error_ofTheVirtualMachine_isEmittedNotLost() {
        then(failure("error", 2)).isInstanceOf(ExperienceException.class).hasCauseInstanceOf(StackOverflowError.class);
    }

    private @Nullable Throwable failure(String fault, int workers) {
        ExperiencePlan plan = ToyExperience.plan(4, 50, Map.of("fault", fault))
                .withGroupSize(2)
                .withWorkers(workers);
        return failure(plan, group -> step -> {
            traces.threads.add(Thread.currentThread());
            ToyExperience.pushRight(group).act(step);
        });
    }

    private static @Nullable Throwable failure(ExperiencePlan plan, IntFunction<GroupActor> actors) {
        return Experience.stream(plan, actors).materialize().blockingFirst().getError();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void error_inSeveralActors_isThatOfTheFirstGroup(int workers) {
        ExperiencePlan plan =
                ToyExperience.plan(8, 20, Map.of()).withGroupSize(2).withWorkers(workers);
        Throwable failure = failure(plan, group -> step -> {
            if (group > 0 && step.time() == 10 - group) {
                throw new IllegalStateException("no idea");
            }
        });
        then(failure)
                .hasMessage("Acting for environments 2 to 3 (toy/push) failed at step 9 of batch 0"
                        + " of the run with seed 5: no idea");
    }

    @Test
    void subscribe_aThousandTimes_leaksNoThread() {
        ExperiencePlan plan =
                ToyExperience.plan(2, 3, Map.of()).withGroupSize(1).withWorkers(2);
        for (int i = 0; i < 1000; i++) {
            Experience.stream(plan, traces.recording()).test(i % 3).cancel();
        }
        then(traces.acts).hasValue((333 + 2 * 333) * 3 * 2);
        then(traces.helpers()).hasSizeLessThanOrEqualTo(333 + 333).noneMatch(Thread::isAlive);
    }
}
