package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.stream.Experience;
import dev.ganglion.environments.stream.ExperiencePlan;
import dev.ganglion.experiments.Training;
import dev.ganglion.experiments.supervised.SupervisedPlan;
import dev.ganglion.experiments.supervised.SupervisedTasks;
import dev.ganglion.experiments.supervised.SupervisedTraining;
import io.reactivex.rxjava3.core.Emitter;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.subscribers.TestSubscriber;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Streams that are subscribed to and disposed of at any moment: neither a thread nor native memory outlives them, and no
 * error of theirs goes astray. {@code -Dganglion.lives=1000} does it as often.
 */
class StreamLifeTest {
    private static final int LIVES = Integer.getInteger("ganglion.lives", 20);
    private static final long SEED = Long.getLong("ganglion.seed", 1);

    /** The first subscriptions load what stays for good: classes, and what TensorFlow sets up once. */
    private static final int WARM_UP = 3;

    private static final EnvironmentChoice BODY = Environments.parse("cartpole/balance:time-limit=1");

    private final ConcurrentLinkedQueue<Throwable> astray = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        RxJavaPlugins.setErrorHandler(astray::add);
    }

    @AfterEach
    void hearNoMore() {
        RxJavaPlugins.setErrorHandler(null);
    }

    @Test
    void experience_leavesNothing() {
        ExperiencePlan plan = ExperiencePlan.of(BODY, 4, 64, 1).withGroupSize(2).withWorkers(2);
        thenNothingIsLeft("experience", Experience.stream(plan, group -> step -> {}), 2_000);
    }

    @Test
    void training_leavesNothing() {
        thenNothingIsLeft("training", training(), 150_000);
    }

    @Test
    void trainingWhileCollecting_leavesNothing() {
        thenNothingIsLeft(
                "training while collecting",
                training("ppo:rollout=64,minibatch=32,epochs=1,critic-hidden=4,overlap=on"),
                150_000);
    }

    @Test
    void evolving_leavesNothing() {
        thenNothingIsLeft("evolving", training("ars:directions=4"), 100_000);
    }

    @Test
    void trainingIntoADirectory_leavesNothing() {
        int[] runs = {0};
        Training training = Training.of("cartpole/balance:time-limit=1", "mlp:hidden=4", "ppo:rollout=64,epochs=1")
                .withSteps(1024);
        thenNothingIsLeft(
                "recorded training",
                Flowable.defer(() -> training.into(directory.resolve("run-" + runs[0]++))),
                200_000);
    }

    @Test
    void learningFromExamples_leavesNothing() {
        SupervisedPlan plan = SupervisedPlan.standard(
                SupervisedTasks.parse("associative-retrieval").get(0), Controllers.parse("rnn:hidden=4"), 1);
        thenNothingIsLeft("learning from examples", SupervisedTraining.train(plan), 100_000);
    }

    @Test
    void evaluation_leavesNothing() {
        Behaviour behaviour = new Behaviour.Trained(Controllers.parse("mlp:hidden=4"), checkpoint());
        EvaluationPlan plan = new EvaluationPlan(4, 1, 0, Map.of(), 2);
        thenNothingIsLeft("evaluation", Flowable.fromCallable(() -> Evaluator.evaluate(BODY, behaviour, plan)), 10_000);
    }

    @Test
    void policy_leavesNothing() {
        Checkpoint checkpoint = checkpoint();
        EnvironmentSpec spec = BODY.create().spec();
        thenNothingIsLeft(
                "policy",
                Flowable.generate(
                        () -> Policy.trained(Controllers.parse("mlp:hidden=4"), spec, checkpoint, Map.of()),
                        (Policy policy, Emitter<float[]> actions) -> {
                            float[] action = new float[1];
                            policy.act(new float[spec.observation().size()], action);
                            actions.onNext(action);
                        },
                        Policy::close),
                10_000);
    }

    private static Checkpoint checkpoint() {
        return training().ofType(TrainingEvent.Started.class).blockingFirst().checkpoint();
    }

    private static Flowable<TrainingEvent> training() {
        return training("ppo:rollout=64,minibatch=32,epochs=1,critic-hidden=4");
    }

    private static Flowable<TrainingEvent> training(String learner) {
        TrainingPlan plan =
                new TrainingPlan(BODY, Controllers.parse("mlp:hidden=4"), Learners.parse(learner), 1024, 1, 4, 2);
        return plan.learner().provider().train(plan, null);
    }

    private void thenNothingIsLeft(String name, Flowable<?> stream, int longestMicros) {
        RandomGenerator random = RandomStreams.named(SEED, name);
        for (int i = 0; i < WARM_UP; i++) {
            live(stream, longestMicros);
        }
        Set<String> threads = threads();
        long pointers = pointers();
        for (int i = 0; i < LIVES; i++) {
            live(stream, random.nextInt(longestMicros + 1));
        }
        then(threads()).as("threads after %d lives of seed %d", LIVES, SEED).isEqualTo(threads);
        then(pointers())
                .as("native objects after %d lives of seed %d", LIVES, SEED)
                .isLessThanOrEqualTo(pointers);
        then(astray).as("errors that nobody took, seed %d", SEED).isEmpty();
    }

    /** Subscribes on a thread of its own, and disposes of the stream from this one after a while. */
    private static void live(Flowable<?> stream, int micros) {
        TestSubscriber<Object> subscriber = new TestSubscriber<>();
        Thread thread = new Thread(() -> stream.subscribe(subscriber), "subscriber");
        thread.start();
        LockSupport.parkNanos(1_000L * micros);
        subscriber.cancel();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
        subscriber.assertNoErrors();
    }

    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> List.of(" worker ", "learner", "subscriber", "Rx").stream()
                        .anyMatch(name::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Objects outside of the heap that JavaCPP knows of, without those that only wait to be collected. */
    private static long pointers() {
        System.gc();
        Pointer.deallocateReferences();
        return Pointer.totalCount();
    }
}
