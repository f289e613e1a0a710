package dev.ganglion.agents.ppo;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.normalisation.RewardScaler;
import dev.ganglion.agents.normalisation.SignalNormaliser;
import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.agents.optimiser.StepSizes;
import dev.ganglion.agents.policy.InitialParameters;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.stream.EpisodeProgress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A learner's state as a checkpoint, and back. */
final class PpoCheckpoints {
    private static final String ADAM_CONTROLLER = "adam/controller/";
    private static final String ADAM_CRITIC = "adam/critic/";
    private static final String MEAN = "mean";
    private static final String SQUARE = "square";
    private static final String CLOCK = "adam/steps";
    private static final String STEP_SIZES = "learning-rate";
    private static final String RETURNS = "returns";
    private static final String REWARDS = "rewards";
    private static final String STATES = "states";
    private static final String CRITIC_STATES = "critic-states";
    private static final String CRITIC = "critic/";
    private static final String BEHAVIOUR = "behaviour/";
    private static final String PARAMETERS = "parameters";

    /** Before the first step all is still to be taken, however much that is. */
    private static final long ANY_STEPS = 1;

    private PpoCheckpoints() {}

    /** Where a run begins that goes on from no checkpoint. */
    static PpoSnapshot initial(PpoModel model, long seed) {
        Map<String, float[]> controller =
                InitialParameters.draw(model.controllerLayout().blocks(), InitialParameters.CONTROLLER, seed);
        Map<String, float[]> critic =
                InitialParameters.draw(model.criticLayout().blocks(), CRITIC, seed);
        PpoState state = PpoState.initial(model);
        float[] parameters = model.controllerLayout().join(block -> part(controller, block.name()));
        return new PpoSnapshot(
                state,
                AdamVector.Content.fresh(parameters),
                AdamVector.Content.fresh(model.criticLayout().join(block -> part(critic, block.name()))),
                new float[model.shape().environments() * model.shape().state()],
                new float[model.criticStates()],
                BehaviourPolicy.of(model, state, parameters, ANY_STEPS));
    }

    /** Everything needed to go on. */
    static Checkpoint write(PpoModel model, TrainingPlan plan, PpoSnapshot from, List<EpisodeProgress> progress) {
        Map<String, double[]> values = new LinkedHashMap<>();
        model.controllerLayout()
                .parts(from.controller().values())
                .forEach((name, part) -> values.put(controllerName(name), doubles(part)));
        double remaining = PpoState.remaining(from.state().steps(), plan.steps());
        if (model.stdSize() > 0) {
            values.putIfAbsent(Policy.LOG_STD, doubles(model.logStd(remaining)));
        }
        model.criticLayout()
                .parts(from.critic().values())
                .forEach((name, part) -> values.put(CRITIC + name, doubles(part)));
        values.put(ADAM_CONTROLLER + MEAN, doubles(from.controller().mean()));
        values.put(ADAM_CONTROLLER + SQUARE, doubles(from.controller().square()));
        values.put(ADAM_CRITIC + MEAN, doubles(from.critic().mean()));
        values.put(ADAM_CRITIC + SQUARE, doubles(from.critic().square()));
        PpoState state = from.state();
        values.put(
                CLOCK, new double[] {state.clock().controller(), state.clock().critic()});
        values.put(
                STEP_SIZES,
                new double[] {state.stepSizes().controller(), state.stepSizes().critic()});
        values.putAll(state.normaliser().toValues());
        if (model.normalisesController()) {
            values.put(Policy.OBSERVATION_CLIP, new double[] {state.normaliser().clip()});
        }
        values.put(RETURNS, state.returns().toVector());
        values.put(REWARDS, state.rewards().toVector());
        values.put(STATES, doubles(from.states()));
        if (model.criticStates() > 0) {
            values.put(CRITIC_STATES, doubles(from.criticStates()));
        }
        if (model.config().overlap()) {
            from.behaviour().normaliser().toValues().forEach((name, moments) -> values.put(BEHAVIOUR + name, moments));
            values.put(BEHAVIOUR + PARAMETERS, doubles(from.behaviour().parameters()));
            values.put(BEHAVIOUR + Policy.LOG_STD, doubles(from.behaviour().logStd()));
        }
        return new Checkpoint(
                plan.environment().name(),
                model.environment().version(),
                plan.controller().name(),
                plan.learner().name(),
                plan.seed(),
                state.update(),
                state.steps(),
                values,
                progress);
    }

    /**
     * Where a checkpoint left off.
     *
     * @throws InvalidInputException if it is of another run
     */
    static PpoSnapshot read(PpoModel model, TrainingPlan plan, Checkpoint checkpoint) {
        requireSame("environment", checkpoint.environment(), plan.environment().name());
        requireSame(
                "version of " + checkpoint.environment(),
                checkpoint.environmentVersion(),
                model.environment().version());
        requireSame("controller", checkpoint.controller(), plan.controller().name());
        requireSame("learner", checkpoint.learner(), plan.learner().name());
        requireSame("seed", checkpoint.seed(), plan.seed());
        try {
            return snapshot(model, plan, checkpoint);
        } catch (InvalidInputException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("The checkpoint does not fit its own settings: " + e.getMessage(), e);
        }
    }

    private static PpoSnapshot snapshot(PpoModel model, TrainingPlan plan, Checkpoint checkpoint) {
        requireFinite(checkpoint);
        requireProgress(model, checkpoint);
        double[] clock = vector(checkpoint, CLOCK, 2);
        double[] stepSizes = vector(checkpoint, STEP_SIZES, 2);
        double[] rewards = vector(
                checkpoint,
                REWARDS,
                RewardScaler.empty(model.shape().environments()).toVector().length);
        float[] states = floats(checkpoint.value(STATES));
        requireSame(
                "number of controller states",
                states.length,
                model.shape().environments() * model.shape().state());
        float[] criticStates = model.criticStates() > 0 ? floats(checkpoint.value(CRITIC_STATES)) : new float[0];
        requireSame("number of critic states", criticStates.length, model.criticStates());
        PpoState state = new PpoState(
                checkpoint.update(),
                checkpoint.steps(),
                new PpoState.Clock((long) clock[0], (long) clock[1]),
                new StepSizes(stepSizes[0], stepSizes[1]),
                SignalNormaliser.of(model.criticSignals(), model.config().observationClip(), checkpoint.values()),
                ReturnNormaliser.fromVector(vector(checkpoint, RETURNS, 3)),
                RewardScaler.fromVector(rewards));
        AdamVector.Content controller = content(model.controllerLayout(), checkpoint, ADAM_CONTROLLER);
        return new PpoSnapshot(
                state,
                controller,
                content(model.criticLayout(), checkpoint, ADAM_CRITIC),
                states,
                criticStates,
                model.config().overlap()
                        ? behaviour(model, checkpoint, controller.values().length)
                        : BehaviourPolicy.of(model, state, controller.values(), plan.steps()));
    }

    private static BehaviourPolicy behaviour(PpoModel model, Checkpoint checkpoint, int size) {
        Map<String, double[]> statistics = new LinkedHashMap<>();
        for (String name :
                SignalNormaliser.empty(model.criticSignals(), 1).toValues().keySet()) {
            statistics.put(name, checkpoint.value(BEHAVIOUR + name));
        }
        return new BehaviourPolicy(
                floats(vector(checkpoint, BEHAVIOUR + PARAMETERS, size)),
                floats(vector(checkpoint, BEHAVIOUR + Policy.LOG_STD, model.stdSize())),
                SignalNormaliser.of(model.criticSignals(), model.config().observationClip(), statistics));
    }

    private static double[] vector(Checkpoint checkpoint, String name, int length) {
        double[] vector = checkpoint.value(name);
        requireSame("number of values of " + name, vector.length, length);
        return vector;
    }

    /** No run writes others: it stops before it would. */
    private static void requireFinite(Checkpoint checkpoint) {
        checkpoint.values().forEach((name, values) -> {
            boolean isBound = name.equals(Policy.OBSERVATION_CLIP);
            if (!isBound && !Arrays.stream(values).allMatch(Double::isFinite)) {
                throw new InvalidInputException("The checkpoint's " + name + " is not finite throughout");
            }
        });
    }

    private static void requireProgress(PpoModel model, Checkpoint checkpoint) {
        // A run before its first step has no episodes yet.
        if (!checkpoint.progress().isEmpty()) {
            requireSame(
                    "number of environments",
                    checkpoint.progress().size(),
                    model.shape().environments());
        }
        int width = model.environment().action().size();
        for (EpisodeProgress progress : checkpoint.progress()) {
            if (progress.actions().length % width != 0) {
                throw new InvalidInputException("The checkpoint's " + progress.actions().length
                        + " recorded values are no whole number of actions of " + width);
            }
            for (float action : progress.actions()) {
                if (!Float.isFinite(action)) {
                    throw new InvalidInputException("The checkpoint's recorded actions are not finite throughout");
                }
            }
        }
    }

    private static AdamVector.Content content(ParameterLayout layout, Checkpoint checkpoint, String adam) {
        boolean ofController = adam.equals(ADAM_CONTROLLER);
        float[] values = layout.join(
                block -> floats(checkpoint.value(ofController ? controllerName(block.name()) : CRITIC + block.name())));
        float[] mean = floats(checkpoint.value(adam + MEAN));
        float[] square = floats(checkpoint.value(adam + SQUARE));
        requireSame("number of moments", mean.length, values.length);
        requireSame("number of moments", square.length, values.length);
        return new AdamVector.Content(values, mean, square);
    }

    private static String controllerName(String block) {
        return block.equals(Policy.LOG_STD) ? block : InitialParameters.CONTROLLER + block;
    }

    private static void requireSame(String what, Object ofCheckpoint, Object ofPlan) {
        if (!ofCheckpoint.equals(ofPlan)) {
            throw new InvalidInputException("The checkpoint's " + what + " is " + ofCheckpoint + ", not " + ofPlan
                    + "; go on with the settings it was made with");
        }
    }

    private static float[] part(Map<String, float[]> parts, String name) {
        return java.util.Objects.requireNonNull(parts.get(name), name);
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        Arrays.setAll(doubles, i -> values[i]);
        return doubles;
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
