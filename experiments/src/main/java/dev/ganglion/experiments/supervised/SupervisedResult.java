package dev.ganglion.experiments.supervised;

import dev.ganglion.experiments.statistics.MeanInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of learning one task with one controller from several seeds.
 *
 * @param task canonical name of the task
 * @param controller canonical name of the controller
 * @param goal what the score is
 * @param epochs passes through the training examples
 * @param parameters number of trainable values
 * @param outcomes what came of each seed, in the order in which they were run
 */
public record SupervisedResult(
        String task, String controller, Goal goal, int epochs, int parameters, List<Outcome> outcomes) {
    /** Copies the list. */
    public SupervisedResult {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * What came of one seed.
     *
     * @param seed the seed
     * @param score score on the test examples
     * @param measures mean of each of the controller's measures over the test examples and their steps
     * @param seconds wall-clock time of the training
     */
    public record Outcome(long seed, double score, Map<String, Double> measures, double seconds) {
        /** Copies the measures. */
        public Outcome {
            measures = Map.copyOf(measures);
        }
    }

    /** The results of all trainings that came to their end, in the order in which they did. */
    public static List<SupervisedResult> of(List<SupervisedStudy.Happening> happenings) {
        Map<List<String>, SupervisedResult> results = new LinkedHashMap<>();
        for (SupervisedStudy.Happening happening : happenings) {
            if (happening.event() instanceof SupervisedEvent.Finished end) {
                SupervisedPlan plan = happening.plan();
                SupervisedResult one = new SupervisedResult(
                        plan.task().name(),
                        plan.controller().name(),
                        plan.task().goal(),
                        plan.epochs(),
                        end.parameters(),
                        List.of(new Outcome(plan.seed(), end.score(), end.measures(), end.seconds())));
                results.merge(List.of(one.task, one.controller), one, SupervisedResult::with);
            }
        }
        return List.copyOf(results.values());
    }

    private SupervisedResult with(SupervisedResult more) {
        List<Outcome> all = new ArrayList<>(outcomes);
        all.addAll(more.outcomes);
        return new SupervisedResult(task, controller, goal, epochs, parameters, all);
    }

    /** Mean score over the seeds, with its interval. */
    public MeanInterval score() {
        return MeanInterval.of(outcomes.stream().map(Outcome::score).toList());
    }

    /** Mean over the seeds of each of the controller's measures, by name. */
    public Map<String, Double> measures() {
        Map<String, Double> means = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            outcome.measures().forEach((name, value) -> means.merge(name, value / outcomes.size(), Double::sum));
        }
        return means;
    }

    /** Mean wall-clock time of a training. */
    public double seconds() {
        return outcomes.stream().mapToDouble(Outcome::seconds).average().orElse(0);
    }

    /** The result by names, for JSON; the interval is left out where there is one seed. */
    public Map<String, Object> toMap() {
        MeanInterval interval = score();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("task", task);
        map.put("controller", controller);
        map.put("parameters", parameters);
        map.put("epochs", epochs);
        map.put("score", goal.score());
        map.put("score_mean", interval.mean());
        if (Double.isFinite(interval.low())) {
            map.put("score_low", interval.low());
            map.put("score_high", interval.high());
        }
        map.put("scores", outcomes.stream().map(Outcome::score).toList());
        map.put("seeds", outcomes.stream().map(Outcome::seed).toList());
        map.put("measures", measures());
        map.put("seconds", seconds());
        return map;
    }
}
