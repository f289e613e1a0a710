package dev.ganglion.experiments.bench;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.environments.stream.StepBatch;
import dev.ganglion.experiments.config.RunConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;

/**
 * Trains until a return is reached, and takes the time: both until the controller's likeliest actions earn it, as in an
 * evaluation, and until the episodes of training do. The clock stops while it is evaluated.
 *
 * @param config what to train, on what, and for how many steps at most
 * @param goal the return to be reached
 */
public record TimeToGoal(RunConfig config, double goal) {
    /** Episodes of an evaluation, which begins the same in every run. */
    static final int EVALUATED_EPISODES = 10;

    /** Episodes of training over which their return is taken. */
    static final int ROLLING_EPISODES = 100;

    private static final long STEPS_BETWEEN_EVALUATIONS = 2_500;

    /**
     * A moment of training.
     *
     * @param seconds wall-clock time of training until then, in seconds
     * @param steps environment steps until then
     */
    public record Moment(double seconds, long steps) {}

    /**
     * How long a run took.
     *
     * @param evaluated when the mean of ten evaluated episodes was first seen to reach the goal; looked at every 2,500
     *     steps
     * @param rolling when the mean of the last hundred episodes of training first reached it
     * @param end the run's end, which is where both are reached, if not before
     */
    public record Result(Optional<Moment> evaluated, Optional<Moment> rolling, Moment end) {}

    /** Trains from a seed. */
    public Result run(long seed) {
        Watch watch = new Watch(config.withSeed(seed));
        watch.config
                .plan()
                .learner()
                .provider()
                .train(watch.config.plan(), null)
                .ofType(TrainingEvent.Updated.class)
                .doOnNext(watch::see)
                .takeUntil((TrainingEvent.Updated update) -> watch.isOver())
                .blockingSubscribe();
        return new Result(watch.evaluated, watch.rolling, watch.now);
    }

    private final class Watch {
        private final RunConfig config;
        private final Stopwatch stopwatch = new Stopwatch();
        private final RollingReturn recent = new RollingReturn();
        private Optional<Moment> evaluated = Optional.empty();
        private Optional<Moment> rolling = Optional.empty();
        private Moment now = new Moment(0, 0);
        private double elsewhere;
        private long nextEvaluation = STEPS_BETWEEN_EVALUATIONS;

        Watch(RunConfig config) {
            this.config = config;
        }

        void see(TrainingEvent.Updated update) {
            now = new Moment(stopwatch.seconds() - elsewhere, update.steps());
            for (StepBatch.Ending episode : update.episodes()) {
                recent.add(episode.episodeReturn());
                if (rolling.isEmpty() && recent.mean() >= goal) {
                    rolling = Optional.of(now);
                }
            }
            if (evaluated.isEmpty() && update.steps() >= nextEvaluation) {
                double before = stopwatch.seconds();
                nextEvaluation = update.steps() + STEPS_BETWEEN_EVALUATIONS;
                if (evaluate(update) >= goal) {
                    evaluated = Optional.of(now);
                }
                elsewhere += stopwatch.seconds() - before;
            }
        }

        private double evaluate(TrainingEvent.Updated update) {
            Behaviour behaviour = new Behaviour.Trained(config.plan().controller(), update.checkpoint());
            EvaluationPlan episodes = new EvaluationPlan(
                    EVALUATED_EPISODES, 0, 0, Map.of(), config.plan().workers());
            return Evaluator.evaluate(config.plan().environment(), behaviour, episodes)
                    .mean();
        }

        boolean isOver() {
            return evaluated.isPresent() && rolling.isPresent();
        }
    }

    /** Mean return of the last hundred episodes; not a number before there have been as many. */
    static final class RollingReturn {
        private final Deque<Double> returns = new ArrayDeque<>();

        void add(double value) {
            returns.add(value);
            if (returns.size() > ROLLING_EPISODES) {
                returns.remove();
            }
        }

        double mean() {
            return returns.size() < ROLLING_EPISODES
                    ? Double.NaN
                    : returns.stream().mapToDouble(value -> value).average().orElseThrow();
        }
    }
}
