package dev.ganglion.experiments.ablation;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.InitialParameters;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.statistics.Holm;
import dev.ganglion.experiments.statistics.MannWhitney;
import dev.ganglion.experiments.statistics.MeanInterval;
import dev.ganglion.experiments.transfer.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What pieces of a trained circuit are worth to it: what it earns with and without them, in the same episodes, without
 * learning anew.
 *
 * @param intact what the whole circuit earns
 * @param effects of the pieces, the costliest first
 */
public record AcuteAblation(Evaluation intact, List<Effect> effects) {
    /** Copies the list. */
    public AcuteAblation {
        effects = List.copyOf(effects);
    }

    /**
     * What cutting a piece out did.
     *
     * @param piece what was cut out
     * @param ablated what the rest of the circuit earned
     * @param cost by how much that was less, episode by episode, with the interval of its mean
     * @param superiority probability that an episode of the intact circuit earns more than one of the ablated
     * @param p two-sided p-value of the Mann–Whitney test on the episodes, Holm-corrected over all pieces
     */
    public record Effect(CircuitPiece piece, Evaluation ablated, MeanInterval cost, double superiority, double p) {}

    /**
     * Cuts out one piece after another, each from the whole circuit.
     *
     * @param plan at most 100 episodes
     * @throws InvalidInputException if a piece cannot be cut out
     */
    public static AcuteAblation of(Run run, List<CircuitPiece> pieces, EvaluationPlan plan) {
        Evaluation intact = run.evaluate(plan);
        List<Evaluation> ablated =
                pieces.stream().map(piece -> evaluate(run, piece, plan)).toList();
        List<MannWhitney> tests = ablated.stream()
                .map(evaluation -> MannWhitney.compare(array(intact.returns()), array(evaluation.returns())))
                .toList();
        double[] p = Holm.correct(tests.stream().mapToDouble(MannWhitney::p).toArray());
        List<Effect> effects = new ArrayList<>();
        for (int i = 0; i < p.length; i++) {
            effects.add(new Effect(
                    pieces.get(i),
                    ablated.get(i),
                    MeanInterval.of(differences(intact.returns(), ablated.get(i).returns())),
                    tests.get(i).superiority(),
                    p[i]));
        }
        effects.sort(Comparator.comparingDouble((Effect effect) -> effect.cost().mean())
                .reversed());
        return new AcuteAblation(intact, effects);
    }

    private static Evaluation evaluate(Run run, CircuitPiece piece, EvaluationPlan plan) {
        ControllerChoice whole = run.config().plan().controller();
        ControllerChoice rest = piece.cutFrom(whole);
        return Evaluator.evaluate(
                run.config().plan().environment(),
                new Behaviour.Trained(rest, parameters(run, whole, rest)),
                plan.overriding(piece.silenced()));
    }

    private static Checkpoint parameters(Run run, ControllerChoice whole, ControllerChoice rest) {
        if (rest.equals(whole)) {
            return run.checkpoint();
        }
        EnvironmentSpec body = run.environment().spec();
        Controller after = rest.bind(body);
        Map<String, double[]> fresh = Fit.initial(after, run.checkpoint().seed());
        Fit fit = Fit.of(whole.bind(body), after, run.checkpoint().values(), fresh);
        if (!fit.misfits().isEmpty()) {
            throw new InvalidInputException("What " + whole.name() + " has learned does not fit " + rest.name() + ": "
                    + String.join("; ", fit.misfits()));
        }
        Map<String, double[]> values = new LinkedHashMap<>(run.checkpoint().values());
        fit.values().forEach((block, value) -> values.put(InitialParameters.CONTROLLER + block, value));
        return run.checkpoint().withValues(values);
    }

    private static List<Double> differences(List<Double> first, List<Double> second) {
        return IntStream.range(0, first.size())
                .mapToObj(i -> first.get(i) - second.get(i))
                .toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}
