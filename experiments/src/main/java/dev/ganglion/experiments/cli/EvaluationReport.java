package dev.ganglion.experiments.cli;

import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.experiments.statistics.MeanInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ganglion evaluate} says.
 *
 * @param subject what was watched
 * @param plan how
 * @param evaluation what it earned
 */
record EvaluationReport(Subject subject, EvaluationPlan plan, Evaluation evaluation) {
    /** For people. */
    String text() {
        MeanInterval interval = MeanInterval.of(evaluation.returns());
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "return",
                Texts.number(interval.mean()) + " ± " + Texts.number(evaluation.standardDeviation())
                        + "  (mean and standard deviation)"));
        if (Double.isFinite(interval.low())) {
            rows.add(List.of(
                    "95 % interval",
                    Texts.number(interval.low()) + " to " + Texts.number(interval.high())
                            + "  (of the mean, Student's t)"));
        }
        evaluation.measurements().forEach((name, value) -> rows.add(Texts.measurement(name, value)));
        rows.add(List.of("speed", String.format(Locale.ROOT, "%,.0f steps/s", evaluation.stepsPerSecond())));
        return heading() + "\n" + TextTable.of(rows, "  ", Integer.MAX_VALUE);
    }

    private String heading() {
        StringBuilder heading = new StringBuilder(subject.environment().name() + ", " + subject.name() + ": ");
        heading.append(String.format(
                Locale.ROOT, "%,d episode%s, seed %d", plan.episodes(), plan.episodes() == 1 ? "" : "s", plan.seed()));
        if (plan.noise() > 0) {
            heading.append(", noise ").append(plan.noise());
        }
        if (plan.sampled()) {
            heading.append(", actions drawn from the policy");
        }
        plan.overrides()
                .forEach((name, value) ->
                        heading.append(", ").append(name).append('=').append(value));
        return heading.toString();
    }

    /** For programs. */
    Map<String, Object> json() {
        MeanInterval interval = MeanInterval.of(evaluation.returns());
        Map<String, Object> object = new LinkedHashMap<>();
        subject.run().ifPresent(run -> object.put("run", run.directory().path().toString()));
        object.put("environment", subject.environment().name());
        object.put("controller", subject.name());
        object.put("episodes", plan.episodes());
        object.put("seed", plan.seed());
        object.put("noise", plan.noise());
        object.put("sampled", plan.sampled());
        object.put("overrides", plan.overrides());
        object.put("return_mean", evaluation.mean());
        object.put("return_std", evaluation.standardDeviation());
        if (Double.isFinite(interval.low())) {
            object.put("return_low", interval.low());
            object.put("return_high", interval.high());
        }
        object.put("returns", evaluation.returns());
        object.put("measurements", evaluation.measurements());
        object.put("steps", evaluation.steps());
        object.put("seconds", evaluation.seconds());
        object.put("steps_per_second", evaluation.stepsPerSecond());
        return object;
    }
}
