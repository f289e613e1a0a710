package dev.ganglion.agents.evolution;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.normalisation.SignalNormaliser;
import dev.ganglion.agents.policy.InitialParameters;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A search's state as a checkpoint, and back. */
final class EvolutionCheckpoints {
    private static final String SEARCH = "search/";
    private static final String AGE = "generations/age";
    private static final String BASE = "shared/base";

    private EvolutionCheckpoints() {}

    /** Where a run begins that goes on from no checkpoint. */
    static <S extends SearchState> Snapshot<S> initial(EvolutionModel<S> model) {
        Map<String, float[]> values = InitialParameters.draw(
                model.controller().parameters(),
                InitialParameters.CONTROLLER,
                model.plan().seed());
        float[] joined = model.layout().join(block -> Objects.requireNonNull(values.get(block.name())));
        double[] parameters = new double[joined.length];
        Arrays.setAll(parameters, i -> joined[i]);
        return model.beginning(parameters, model.emptyNormaliser());
    }

    /** Everything needed to go on, and to act. */
    static <S extends SearchState> Checkpoint write(EvolutionModel<S> model, Snapshot<S> from) {
        Map<String, double[]> values = new LinkedHashMap<>();
        double[] parameters = from.parameters();
        int at = 0;
        for (ParameterBlock block : model.controller().parameters()) {
            values.put(
                    InitialParameters.CONTROLLER + block.name(), Arrays.copyOfRange(parameters, at, at + block.size()));
            at += block.size();
        }
        from.search().values().forEach((name, value) -> values.put(SEARCH + name, value));
        values.put(AGE, new double[] {from.age()});
        if (from.shared().shares()) {
            values.put(BASE, from.shared().base());
        }
        if (model.normalises()) {
            values.putAll(from.normaliser().toValues());
            values.put(Policy.OBSERVATION_CLIP, new double[] {from.normaliser().clip()});
        }
        TrainingPlan plan = model.plan();
        return new Checkpoint(
                plan.environment().name(),
                model.environment().version(),
                plan.controller().name(),
                plan.learner().name(),
                plan.seed(),
                from.generation(),
                from.steps(),
                values,
                List.of());
    }

    /**
     * Where a checkpoint left off. One from before the first generation begins a search with its parameters, which may
     * be those that another run has learned.
     *
     * @throws InvalidInputException if it is of another run
     */
    static <S extends SearchState> Snapshot<S> read(EvolutionModel<S> model, Checkpoint checkpoint) {
        TrainingPlan plan = model.plan();
        requireSame("environment", checkpoint.environment(), plan.environment().name());
        requireSame(
                "version of " + checkpoint.environment(),
                checkpoint.environmentVersion(),
                model.environment().version());
        requireSame("controller", checkpoint.controller(), plan.controller().name());
        requireSame("learner", checkpoint.learner(), plan.learner().name());
        requireSame("seed", checkpoint.seed(), plan.seed());
        try {
            return snapshot(model, checkpoint);
        } catch (InvalidInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("The checkpoint does not fit its own settings: " + e.getMessage(), e);
        }
    }

    private static <S extends SearchState> Snapshot<S> snapshot(EvolutionModel<S> model, Checkpoint checkpoint) {
        SignalNormaliser normaliser =
                SignalNormaliser.of(model.signals(), model.trials().clip(), checkpoint.values());
        if (checkpoint.update() == 0) {
            return model.beginning(parameters(model, checkpoint), normaliser);
        }
        double[] base = checkpoint.values().get(BASE);
        SharedValues shared = base == null
                ? SharedValues.apart(model.layout().size())
                : SharedValues.alike(model.controller().parameters(), base);
        S search = model.method().restore(shared.size(), name -> checkpoint.value(SEARCH + name));
        long age = (long) Vectors.required(checkpoint::value, AGE, 1)[0];
        return new Snapshot<>(checkpoint.update(), age, checkpoint.steps(), shared, search, normaliser);
    }

    private static double[] parameters(EvolutionModel<?> model, Checkpoint checkpoint) {
        double[] parameters = new double[model.layout().size()];
        int at = 0;
        for (ParameterBlock block : model.controller().parameters()) {
            double[] part = checkpoint.value(InitialParameters.CONTROLLER + block.name());
            requireSame("number of values of " + block.name(), part.length, block.size());
            System.arraycopy(part, 0, parameters, at, part.length);
            at += part.length;
        }
        return parameters;
    }

    private static void requireSame(String what, Object ofCheckpoint, Object ofPlan) {
        if (!ofCheckpoint.equals(ofPlan)) {
            throw new InvalidInputException("The checkpoint's " + what + " is " + ofCheckpoint + ", not " + ofPlan
                    + "; go on with the settings it was made with");
        }
    }
}
