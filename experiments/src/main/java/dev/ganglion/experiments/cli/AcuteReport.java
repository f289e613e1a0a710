package dev.ganglion.experiments.cli;

import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.ablation.AcuteAblation;
import dev.ganglion.experiments.statistics.MeanInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What {@code ganglion ablate RUN} says.
 *
 * @param run the trained run
 * @param plan how it was watched
 * @param ablation what its pieces are worth
 */
record AcuteReport(Run run, EvaluationPlan plan, AcuteAblation ablation) {
    private static final String LEGEND =
            "cost: return of the whole circuit less that without the piece, episode by episode, with the 95 % interval of"
                    + " its mean (Student's t). wins: how often an episode of the whole circuit earns more. p:"
                    + " Mann–Whitney over episodes, Holm-corrected. All of it is about this one trained controller;"
                    + " another seed may lean on other pieces.";

    /** For people. */
    String text(int width) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("without", "return", "cost", "95 % interval", "wins", "p"));
        rows.add(List.of("nothing", Texts.number(ablation.intact().mean()), "", "", "", ""));
        for (AcuteAblation.Effect effect : ablation.effects()) {
            MeanInterval cost = effect.cost();
            rows.add(List.of(
                    effect.piece().name(),
                    Texts.number(effect.ablated().mean()),
                    Texts.number(cost.mean()),
                    Texts.number(cost.low()) + " to " + Texts.number(cost.high()),
                    String.format(Locale.ROOT, "%.0f %%", 100 * effect.superiority()),
                    String.format(Locale.ROOT, "%.2g", effect.p())));
        }
        return run.config().plan().controller().name() + " after "
                + String.format(Locale.ROOT, "%,d", run.checkpoint().steps()) + " steps on "
                + run.config().plan().environment().name() + ": " + plan.episodes() + " episodes, seed " + plan.seed()
                + "\n" + TextTable.of(rows, "  ", Integer.MAX_VALUE) + TextTable.wrap(LEGEND, "", width);
    }

    /** For programs. */
    Map<String, Object> json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("run", run.directory().path().toString());
        object.put("environment", run.config().plan().environment().name());
        object.put("controller", run.config().plan().controller().name());
        object.put("episodes", plan.episodes());
        object.put("seed", plan.seed());
        object.put("return_mean", ablation.intact().mean());
        object.put(
                "ablations", ablation.effects().stream().map(AcuteReport::json).toList());
        return object;
    }

    private static Map<String, Object> json(AcuteAblation.Effect effect) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("piece", effect.piece().name());
        object.put("return_mean", effect.ablated().mean());
        object.put("return_std", effect.ablated().standardDeviation());
        object.put("cost", effect.cost().mean());
        if (Double.isFinite(effect.cost().low())) {
            object.put("cost_low", effect.cost().low());
            object.put("cost_high", effect.cost().high());
        }
        object.put("superiority", effect.superiority());
        object.put("p", effect.p());
        return object;
    }
}
