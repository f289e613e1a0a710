package dev.ganglion.experiments.transfer;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.policy.InitialParameters;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Beginning;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.run.Origin;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run has learned, bound to another body or task: the beginning of a run there.
 *
 * <p>The controller's parameters carry over, and so do the exploration noise and the statistics of the signals that both
 * bodies have. The critic carries over if it has the same shape, with the statistics of the returns that it is scaled
 * by. Optimiser moments, clocks and step sizes begin anew.
 *
 * @param checkpoint what a run on the target would have before its first step
 * @param parameters how many values the controller has on the target
 * @param carried how many of them carry over
 * @param misfits what does not carry over, a clause each
 */
public record TransferredPolicy(Checkpoint checkpoint, int parameters, int carried, List<String> misfits) {
    private static final String SIGNALS = "normaliser/";
    private static final String CRITIC = "critic/";
    private static final String RETURNS = "returns";

    /** Copies the list. */
    public TransferredPolicy {
        misfits = List.copyOf(misfits);
    }

    /**
     * Binds a run's policy to the environment of a plan with the same controller and learner.
     *
     * @param partial whether to bind what fits if not everything does
     * @throws InvalidInputException if it does not fit, or not wholly and {@code partial} is false; the message names
     *     the blocks and signals
     */
    public static TransferredPolicy bind(Run source, TrainingPlan plan, boolean partial) {
        EnvironmentSpec from = source.environment().spec();
        EnvironmentSpec to = plan.environment().create().spec();
        Checkpoint fresh = beginning(plan);
        Fit fit = Fit.between(plan.controller(), from, to, source.checkpoint().values(), fresh.values());
        if (!partial) {
            fit.requireWhole(plan.controller(), from, to);
        }
        Map<String, double[]> values = new LinkedHashMap<>(fresh.values());
        fit.values().forEach((block, value) -> values.put(InitialParameters.CONTROLLER + block, value));
        Map<String, double[]> trained = source.checkpoint().values();
        boolean keepsCritic = fits(trained, fresh.values(), CRITIC);
        values.replaceAll((name, value) -> {
            boolean carries = name.equals(Policy.LOG_STD)
                    || name.startsWith(SIGNALS)
                    || (keepsCritic && (name.startsWith(CRITIC) || name.equals(RETURNS)));
            double[] known = trained.get(name);
            return carries && known != null && known.length == value.length ? known : value;
        });
        return new TransferredPolicy(fresh.withValues(values), fit.parameters(), fit.carried(), fit.misfits());
    }

    /**
     * The beginning of a run with this policy.
     *
     * @param source the run that learned it
     * @param directory where the new run will lie; the origin is named from there
     */
    public Beginning beginning(Run source, Path directory) {
        Path from = source.directory().path().toAbsolutePath().normalize();
        return new Beginning(
                checkpoint,
                new Origin(
                        directory.toAbsolutePath().normalize().relativize(from).toString(),
                        source.config().plan().environment().name(),
                        source.checkpoint().seed(),
                        source.checkpoint().steps(),
                        parameters,
                        carried,
                        misfits));
    }

    private static Checkpoint beginning(TrainingPlan plan) {
        return plan.learner()
                .provider()
                .train(plan, null)
                .ofType(TrainingEvent.Started.class)
                .blockingFirst()
                .checkpoint();
    }

    private static boolean fits(Map<String, double[]> trained, Map<String, double[]> fresh, String prefix) {
        return fresh.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .allMatch(entry -> trained.containsKey(entry.getKey())
                        && trained.get(entry.getKey()).length == entry.getValue().length);
    }
}
