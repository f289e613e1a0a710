package dev.ganglion.experiments.bench;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.experiments.config.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Measures an environment alone, a policy alone, and training from end to end.
 *
 * <p>Each figure is the median of several repeats after a warm-up. Processor time counts all threads of the process, so
 * it includes compiling and collecting garbage, and tells what a step costs even where other processes share the
 * machine.
 *
 * @param config what to train, on what
 * @param seconds duration of one repeat, and of the warm-up of each part
 * @param repeats number of repeats
 */
public record Benchmark(RunConfig config, double seconds, int repeats) {
    private static final int CALLS_AT_ONCE = 125;

    /**
     * Episodes whose actions the controller gives beforehand. Where a body looks decides what its step costs: the engine
     * takes longer over the sine of a large angle.
     */
    private static final int DRIVEN_SEEDS = 8;

    /** Environments in a wide batch. */
    static final int WIDE_GROUP = 64;

    /**
     * What was measured.
     *
     * @param environment one environment on one worker, with random actions
     * @param driven the same with the actions of the controller as it begins, in episodes from several seeds
     * @param acting the policy in a batch of {@link Policy#GROUP}, without an environment, per environment step
     * @param wideActing the same in a batch of {@value #WIDE_GROUP}
     * @param training training from end to end
     * @param shares where the time of training went
     * @param memory what the process held at its end
     */
    public record Result(
            Rate environment,
            Rate driven,
            Rate acting,
            Rate wideActing,
            Rate training,
            TimeShares shares,
            Memory memory) {
        /** Processor time that training takes beyond the environment's own, in microseconds a step. */
        public double coreMicrosecondsBeyondPhysics() {
            return training.coreMicroseconds() - environment.coreMicroseconds();
        }
    }

    /** Measures. */
    public Result run() {
        Rate environment = environment();
        Rate driven = driven();
        Rate acting = acting(Policy.GROUP);
        Rate wideActing = acting(WIDE_GROUP);
        Training training = training();
        return new Result(environment, driven, acting, wideActing, training.rate, training.shares, Memory.now());
    }

    private Rate environment() {
        Stepping stepping =
                Stepping.atRandom(config.plan().environment(), config.plan().seed());
        return new Repeats(seconds, repeats).measure(stepping::run);
    }

    private Rate driven() {
        TrainingPlan plan = config.plan();
        EnvironmentSpec spec = plan.environment().create().spec();
        List<Stepping> lives = new ArrayList<>();
        try (Policy policy = Policy.untrained(plan.controller(), spec, plan.seed(), Map.of())) {
            for (int i = 0; i < DRIVEN_SEEDS; i++) {
                lives.add(Stepping.driven(plan.environment(), policy, plan.seed() + i));
            }
        }
        return new Repeats(seconds, repeats).measure(round -> {
            int life = (int) (round % DRIVEN_SEEDS);
            return lives.get(life).run(plan.seed() + life);
        });
    }

    private Rate acting(int size) {
        EnvironmentSpec spec = config.plan().environment().create().spec();
        try (Policy policy = Policy.untrained(
                        config.plan().controller(), spec, config.plan().seed(), Map.of());
                GroupPolicy group = policy.group(size)) {
            float[] observations = new float[size * spec.observation().size()];
            float[] outputs = new float[size * policy.controller().outputs()];
            return new Repeats(seconds, repeats).measure(round -> {
                for (int i = 0; i < CALLS_AT_ONCE; i++) {
                    group.step(observations, outputs);
                }
                return CALLS_AT_ONCE * (long) size;
            });
        }
    }

    private Training training() {
        TrainingPlan plan = config.withSteps(Long.MAX_VALUE / 2).plan();
        try (Stretches stretches = new Stretches()) {
            plan.learner()
                    .provider()
                    .train(plan, null)
                    .ofType(TrainingEvent.Updated.class)
                    .doOnNext(stretches::take)
                    .takeUntil(update -> stretches.taken() > 2 * repeats)
                    .blockingSubscribe();
            return stretches.result(plan.workers());
        }
    }

    private record Training(Rate rate, TimeShares shares) {}

    /**
     * Training cut into stretches of the wanted duration, each of whole updates: a warm-up, the repeats, and then as many
     * in which stacks are looked at. Looking takes a tenth of a core, so what is timed is not looked at.
     */
    private final class Stretches implements AutoCloseable {
        private final Stopwatch watch = new Stopwatch();
        private final List<Rate> rates = new ArrayList<>();
        private @Nullable StackSampler sampler;
        private long first;

        void take(TrainingEvent.Updated update) {
            if (watch.seconds() >= seconds) {
                rates.add(watch.rate(update.steps() - first));
                if (rates.size() == 1 + repeats) {
                    sampler = new StackSampler();
                }
                first = update.steps();
                watch.restart();
            }
        }

        int taken() {
            return rates.size();
        }

        Training result(int workers) {
            return new Training(
                    Rate.median(rates.subList(1, 1 + repeats)),
                    Objects.requireNonNull(sampler).stop(workers));
        }

        @Override
        public void close() {
            if (sampler != null) {
                sampler.close();
            }
        }
    }
}
