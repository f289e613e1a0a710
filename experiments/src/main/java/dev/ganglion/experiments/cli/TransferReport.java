package dev.ganglion.experiments.cli;

import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.experiments.statistics.MeanInterval;
import dev.ganglion.experiments.statistics.StepsToThreshold;
import dev.ganglion.experiments.transfer.TransferPlan;
import dev.ganglion.experiments.transfer.TransferResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ganglion transfer} says.
 *
 * @param plan what was moved, and where to
 * @param result what came of it
 */
record TransferReport(TransferPlan plan, TransferResult result) {
    /** For people. */
    String text(int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("at the source", earned(result.source())));
        rows.add(List.of("zero-shot", earned(result.zeroShot())));
        rows.add(List.of("untrained", earned(result.untrained())));
        result.ratio()
                .ifPresent(ratio ->
                        rows.add(List.of("transfer ratio", Texts.number(ratio) + "  (zero-shot over source)")));
        rows.add(List.of("jump-start", signed(result.jumpStart()) + "  (zero-shot over untrained)"));
        rows.add(List.of(
                "carried over",
                String.format(
                        Locale.ROOT,
                        "%,d of %,d parameters",
                        result.policy().carried(),
                        result.policy().parameters())));
        result.policy().misfits().forEach(misfit -> rows.add(List.of("not carried", misfit)));
        result.training().ifPresent(training -> rows.addAll(trained(training)));
        return plan.source().config().plan().controller().name() + ", from "
                + plan.source().config().plan().environment().name() + " to "
                + plan.target().name() + ": " + plan.evaluation().episodes() + " episodes\n"
                + TextTable.of(rows, "  ", width);
    }

    private static List<List<String>> trained(TransferResult.FineTuning training) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("fine-tuned", after(training.tuned())));
        rows.add(List.of("from scratch", after(training.scratch())));
        training.area()
                .ifPresent(area -> rows.add(
                        List.of("area between", signed(area) + "  (between the learning curves, mean over training)")));
        rows.add(List.of(
                "source's return",
                "reached by fine-tuned " + steps(training.tuned().toSource()) + ", from scratch "
                        + steps(training.scratch().toSource())));
        rows.add(List.of("warning", "this compares one run with one run; other seeds may differ by more"));
        return rows;
    }

    private static String earned(Evaluation evaluation) {
        MeanInterval interval = MeanInterval.of(evaluation.returns());
        return Double.isFinite(interval.low())
                ? Texts.number(interval.mean()) + "  (95 % interval " + Texts.number(interval.low()) + " to "
                        + Texts.number(interval.high()) + " over episodes, Student's t)"
                : Texts.number(interval.mean());
    }

    private static String after(TransferResult.Arm arm) {
        return String.format(
                Locale.ROOT, "%s after %,d steps  (%s)", Texts.number(arm.after()), arm.steps(), arm.directory());
    }

    private static String steps(StepsToThreshold time) {
        return String.format(Locale.ROOT, time.reached() ? "after %,d steps" : "not within %,d steps", time.steps());
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Texts.number(value);
    }

    /** For programs. */
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", plan.source().directory().path().toString());
        object.put("controller", plan.source().config().plan().controller().name());
        object.put(
                "source_environment",
                plan.source().config().plan().environment().name());
        object.put("environment", plan.target().name());
        object.put("episodes", plan.evaluation().episodes());
        put(object, "return_source", result.source());
        put(object, "return_zero_shot", result.zeroShot());
        put(object, "return_untrained", result.untrained());
        result.ratio().ifPresent(ratio -> object.put("transfer_ratio", ratio));
        object.put("jump_start", result.jumpStart());
        object.put("parameters", result.policy().parameters());
        object.put("carried", result.policy().carried());
        object.put("misfits", result.policy().misfits());
        result.training().ifPresent(training -> {
            object.put("fine_tuned", json(training.tuned()));
            object.put("from_scratch", json(training.scratch()));
            training.area().ifPresent(area -> object.put("area", area));
        });
        return object;
    }

    private static void put(Map<String, Object> object, String name, Evaluation evaluation) {
        MeanInterval interval = MeanInterval.of(evaluation.returns());
        object.put(name, interval.mean());
        if (Double.isFinite(interval.low())) {
            object.put(name + "_low", interval.low());
            object.put(name + "_high", interval.high());
        }
    }

    private static Map<String, Object> json(TransferResult.Arm arm) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", arm.directory().toString());
        object.put("steps", arm.steps());
        object.put("return_mean", arm.after());
        arm.meanReturn().ifPresent(mean -> object.put("return_over_training", mean));
        object.put("steps_to_source", arm.toSource().steps());
        object.put("reached_source", arm.toSource().reached());
        return object;
    }
}
