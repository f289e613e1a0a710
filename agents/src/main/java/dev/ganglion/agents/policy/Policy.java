package dev.ganglion.agents.policy;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.agents.distribution.Categorical;
import dev.ganglion.agents.distribution.DiagonalGaussian;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.normalisation.SignalNormaliser;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.parameter.EffectiveParameters;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Discrete;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.types.TFloat32;

/**
 * A controller with fixed parameters in a TensorFlow session of its own, ready to act.
 *
 * <pre>{@code
 * try (Policy policy = Policy.trained(controller, environment.spec(), checkpoint, Map.of())) {
 *     environment.reset(seed, observation, 0);
 *     policy.begin(seed);
 *     do {
 *         policy.act(observation, action);
 *     } while (!environment.step(action, 0, observation, 0).isDone());
 * }
 * }</pre>
 *
 * <p>{@link #begin} and {@link #act} are for one thread; {@link #group} gives batches that act side by side.
 */
public final class Policy implements AutoCloseable {
    /** What a checkpoint holds if the controller sees normalised observations: the bound on them. */
    public static final String OBSERVATION_CLIP = "policy/observation-clip";

    /** What a checkpoint holds if actions are drawn with noise: the logarithms of its standard deviations. */
    public static final String LOG_STD = "policy/log-std";

    /**
     * Environments in a batch. A call costs the same for one as for eight, and a batch of one size always computes the
     * same bits.
     */
    public static final int GROUP = 8;

    private final EnvironmentSpec environment;
    private final Controller controller;
    private final RowNormaliser view;
    private final Optional<double[]> std;
    private final GraphSession session;
    private final ActingGraph graph;
    private final GroupPolicy single;
    private final float[] inputs;
    private final float[] outputs;
    private final float[] activities;

    private Policy(
            EnvironmentSpec environment,
            Controller controller,
            Map<String, float[]> parameters,
            RowNormaliser view,
            Optional<double[]> std,
            Map<String, Double> overrides) {
        this.environment = environment;
        this.controller = controller;
        this.view = view;
        this.std = std;
        EffectiveParameters.requireKnown(controller.parameters(), overrides);
        GraphSession.Built<ActingGraph> built = GraphSession.build((graph, tf) -> {
            Map<String, Operand<TFloat32>> raw = new LinkedHashMap<>();
            for (ParameterBlock block : controller.parameters()) {
                long[] shape =
                        block.shape().stream().mapToLong(Integer::longValue).toArray();
                float[] values = java.util.Objects.requireNonNull(parameters.get(block.name()), block.name());
                raw.put(block.name(), tf.reshape(tf.constant(values), tf.constant(Shape.of(shape))));
            }
            return new ActingGraph(
                    tf,
                    controller,
                    environment.observation().size(),
                    EffectiveParameters.of(tf, controller.parameters(), raw, overrides));
        });
        session = built.session();
        graph = built.operations();
        session.runner().addTarget(graph.publish()).run().close();
        single = group();
        inputs = new float[GROUP * environment.observation().size()];
        outputs = new float[GROUP * controller.outputs()];
        activities = new float[GROUP * controller.neurons().size()];
    }

    /**
     * A controller as a run begins with it.
     *
     * @param choice the controller
     * @param environment the body it acts in
     * @param seed decides its initial parameters, as far as they are random
     * @param overrides effective parameter values set by hand, by element name
     * @throws InvalidInputException if the controller does not fit the body or an override names no parameter
     */
    public static Policy untrained(
            ControllerChoice choice, EnvironmentSpec environment, long seed, Map<String, Double> overrides) {
        Controller controller = choice.bind(environment);
        Map<String, float[]> parameters =
                InitialParameters.draw(controller.parameters(), InitialParameters.CONTROLLER, seed);
        RowNormaliser view = RowNormaliser.identity(environment.observation().size());
        return new Policy(environment, controller, parameters, view, Optional.empty(), overrides);
    }

    /**
     * A controller with the parameters of a checkpoint.
     *
     * @param choice the controller the checkpoint was made with
     * @param environment the body it acts in, which may be another than it was trained in
     * @param checkpoint holds its parameters
     * @param overrides effective parameter values set by hand, by element name
     * @throws InvalidInputException if the controller does not fit the body, the checkpoint's parameters do not fit the
     *     controller on this body, or an override names no parameter
     */
    public static Policy trained(
            ControllerChoice choice,
            EnvironmentSpec environment,
            Checkpoint checkpoint,
            Map<String, Double> overrides) {
        Controller controller = choice.bind(environment);
        Map<String, float[]> parameters = new LinkedHashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            double[] values = checkpoint.values().get(InitialParameters.CONTROLLER + block.name());
            if (values == null || values.length != block.size()) {
                throw new InvalidInputException("The parameters of " + checkpoint.controller() + ", trained on "
                        + checkpoint.environment() + ", do not fit " + controller.name() + " on " + environment.name()
                        + ": it needs " + block.size() + " values of " + block.name() + ", the checkpoint has "
                        + (values == null ? "none" : values.length));
            }
            parameters.put(block.name(), floats(values));
        }
        return new Policy(
                environment, controller, parameters, view(environment, checkpoint), std(checkpoint), overrides);
    }

    private static RowNormaliser view(EnvironmentSpec environment, Checkpoint checkpoint) {
        double[] clip = checkpoint.values().get(OBSERVATION_CLIP);
        if (clip == null) {
            return RowNormaliser.identity(environment.observation().size());
        }
        try {
            if (clip.length != 1) {
                throw new IllegalArgumentException(OBSERVATION_CLIP + " is one value, not " + clip.length);
            }
            return SignalNormaliser.of(environment.observation().signals(), clip[0], checkpoint.values())
                    .toRows();
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "What the checkpoint has seen does not fit " + environment.name() + ": " + e.getMessage(), e);
        }
    }

    private static Optional<double[]> std(Checkpoint checkpoint) {
        return Optional.ofNullable(checkpoint.values().get(LOG_STD))
                .map(logarithms -> Arrays.stream(logarithms).map(Math::exp).toArray());
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /** The controller. */
    public Controller controller() {
        return controller;
    }

    /** How the controller sees observations. */
    public RowNormaliser view() {
        return view;
    }

    /** A batch of {@link #GROUP} environments to act in; to be closed before the policy. */
    public GroupPolicy group() {
        return group(GROUP);
    }

    /** A batch of so many environments to act in; to be closed before the policy. */
    public GroupPolicy group(int size) {
        return new GroupPolicy(
                session,
                graph,
                size,
                environment.observation().size(),
                controller.state().size());
    }

    /** How an action follows from the controller's output when nothing is left to chance. */
    public ActionDistribution mode() {
        return environment.action() instanceof Discrete
                ? new Categorical(controller.outputs())
                : new DiagonalGaussian(new double[controller.outputs()]);
    }

    /**
     * How actions were drawn in training.
     *
     * @throws InvalidInputException if the policy has commands and no noise of its own
     */
    public ActionDistribution distribution() {
        if (environment.action() instanceof Discrete) {
            return mode();
        }
        double[] deviations =
                std.orElseThrow(() -> new InvalidInputException("There is nothing to draw from: " + controller.name()
                        + " has learned no noise for its commands; add" + " Gaussian noise with --noise instead"));
        return new DiagonalGaussian(deviations);
    }

    /**
     * Begins an episode.
     *
     * @param seed decides the controller's initial state, if that is random
     */
    public void begin(long seed) {
        float[] state = controller.initialState(RandomStreams.named(seed, "state"));
        System.arraycopy(state, 0, single.states(), 0, state.length);
    }

    /**
     * The likeliest action for an observation, and the step to the next state.
     *
     * @param observation as the environment gives it
     * @param action receives the action
     */
    public void act(float[] observation, float[] action) {
        act(observation, action, new float[0]);
    }

    /**
     * As {@link #act(float[], float[])}, while the controller's neurons are watched.
     *
     * @param observation as the environment gives it
     * @param action receives the action
     * @param activity receives what each of {@link Controller#neurons} does at the end of the step; empty to watch none
     */
    public void act(float[] observation, float[] action, float[] activity) {
        view.apply(observation, 0, inputs, 0);
        single.step(inputs, outputs, new float[0][], activity.length == 0 ? activity : activities);
        mode().mode(outputs, 0, action, 0);
        System.arraycopy(activities, 0, activity, 0, activity.length);
    }

    /** The states in which an episode goes on after the last {@link #act}, one value per component. */
    public float[] state() {
        return Arrays.copyOf(single.states(), controller.state().size());
    }

    @Override
    public void close() {
        single.close();
        session.close();
    }
}
