package dev.ganglion.experiments.bench;

import dev.ganglion.agents.LearnerChoice;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.options.Selector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Measures what learning through time costs, by the length of chunks and the number of units.
 *
 * <p>Each figure is the median over some updates, after a first one in which TensorFlow prepares itself. It is the time
 * of learning alone, without that of the rollout.
 *
 * @param plan what is trained; the controller takes {@code hidden} and the learner {@code chunk}
 * @param updates number of updates measured for each figure
 */
public record RecurrentBenchmark(TrainingPlan plan, int updates) {
    /** Lengths of chunks, in steps. */
    public static final List<Integer> CHUNKS = List.of(8, 32, 64);

    /** Numbers of units. */
    public static final List<Integer> WIDTHS = List.of(16, 64, 128);

    /**
     * What was measured.
     *
     * @param chunk steps through which gradients flow back
     * @param hidden number of units
     * @param updatesPerSecond updates a second, each of all its epochs over a rollout
     * @param microsecondsPerStep wall-clock time of learning from an environment step, all epochs together
     * @param firstSeconds wall-clock time of learning in the first update, in which TensorFlow prepares itself
     */
    public record Cost(
            int chunk, int hidden, double updatesPerSecond, double microsecondsPerStep, double firstSeconds) {}

    /**
     * Measures one pair.
     *
     * @throws dev.ganglion.environments.options.InvalidInputException if the controller takes no {@code hidden} or the
     *     learner no {@code chunk}
     */
    public Cost measure(int chunk, int hidden) {
        ControllerChoice controller = Controllers.parse(with(plan.controller().name(), "hidden", hidden));
        LearnerChoice learner = Learners.parse(with(plan.learner().name(), "chunk", chunk));
        TrainingPlan one = new TrainingPlan(
                plan.environment(),
                controller,
                learner,
                Long.MAX_VALUE / 2,
                plan.seed(),
                plan.environments(),
                plan.workers());
        List<TrainingEvent.Updated> measured = learner.provider()
                .train(one, null)
                .ofType(TrainingEvent.Updated.class)
                .take(1 + updates)
                .toList()
                .blockingGet();
        double steps = measured.get(1).steps() - measured.get(0).steps();
        double[] seconds = measured.stream()
                .skip(1)
                .mapToDouble(RecurrentBenchmark::learning)
                .sorted()
                .toArray();
        double median = seconds[seconds.length / 2];
        return new Cost(chunk, hidden, 1 / median, median * 1e6 / steps, learning(measured.get(0)));
    }

    private static double learning(TrainingEvent.Updated update) {
        return Objects.requireNonNull(update.metrics().get("time/learning"));
    }

    private static String with(String name, String key, int value) {
        Selector selector = Selector.parse(name);
        Map<String, String> options = new LinkedHashMap<>(selector.options());
        options.put(key, Integer.toString(value));
        return new Selector(selector.name(), options).toString();
    }
}
