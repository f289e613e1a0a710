package dev.ganglion.agents.ppo;

import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.agents.rollout.ChunkLayout;
import dev.ganglion.agents.rollout.RolloutShape;
import dev.ganglion.agents.rollout.StateView;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.StateSpec;
import dev.ganglion.controllers.network.Activation;
import dev.ganglion.controllers.network.DenseNetwork;
import dev.ganglion.controllers.network.MlpController;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.recurrent.GruCell;
import dev.ganglion.controllers.recurrent.LstmCell;
import dev.ganglion.controllers.recurrent.RecurrentController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is learned and in which shapes: the controller, the critic beside it, and the noise.
 *
 * @param config settings
 * @param environment what is acted in
 * @param controller what acts, bound to the environment
 * @param shape axes of a rollout
 */
record PpoModel(PpoConfig config, EnvironmentSpec environment, Controller controller, RolloutShape shape) {
    private static final double VALUE_GAIN = 1;
    private static final String CRITIC = "critic";

    /** The model for so many environments side by side. */
    static PpoModel of(PpoConfig config, EnvironmentSpec environment, Controller controller, int environments) {
        int steps = (config.rollout() - 1) / environments + 1;
        boolean everyState =
                !isTrained(controller) || stateView(config, controller).width() > 0;
        RolloutShape shape = new RolloutShape(
                steps,
                environments,
                environment.observation().size(),
                environment.action().size(),
                controller.outputs(),
                controller.state().size(),
                everyState ? 1 : Math.min(config.chunk(), steps));
        PpoModel model = new PpoModel(config, environment, controller, shape);
        model.requireRoom();
        if (model.controllerLayout().size() == 0) {
            throw new InvalidInputException(
                    "The controller " + controller.name() + " has no parameters, so there is nothing to train");
        }
        return model;
    }

    /** Arrays are indexed by 32 bits. */
    private void requireRoom() {
        int widest = IntStream.of(criticWidth(), critic().state().size(), shape.outputs(), MinibatchInputs.Column.COUNT)
                .max()
                .orElseThrow();
        long most = Integer.MAX_VALUE / widest;
        if ((long) shape.steps() * shape.environments() > most) {
            throw new InvalidInputException("ppo: rollout=" + config.rollout() + " is too large for "
                    + environment.name() + "; it takes at most " + most);
        }
    }

    /** How a rollout is cut into chunks: of one step unless the state of controller or critic is trained. */
    ChunkLayout layout() {
        boolean trained = isTrained(controller) || isTrained(critic());
        return new ChunkLayout(
                shape.steps(), shape.environments(), trained ? Math.min(config.chunk(), shape.steps()) : 1);
    }

    /** Whether a controller or critic is replayed step by step through chunks; any other takes all steps at once. */
    boolean unrolls(Controller replayed) {
        return layout().length() > 1 && isTrained(replayed);
    }

    private static boolean isTrained(Controller controller) {
        return controller.state().kind() == StateSpec.Kind.TRAINED;
    }

    /** Number of minibatches in an epoch: as near to what is asked for as whole chunks allow. */
    int minibatches() {
        double wanted = (double) config.minibatch() / layout().length();
        int chunks = layout().chunks();
        return (int) Math.max(1, Math.min(chunks, Math.round(chunks / wanted)));
    }

    /**
     * Number of chunks in a minibatch; -1 if it is not the same for all. TensorFlow does half of a gradient step's work
     * once and for all where it knows every shape.
     */
    int minibatchChunks() {
        int chunks = layout().chunks();
        return chunks % minibatches() == 0 ? chunks / minibatches() : -1;
    }

    /** What the critic sees of the controller's state: a phase always, a trained state if asked for. */
    StateView stateView() {
        return stateView(config, controller);
    }

    private static StateView stateView(PpoConfig config, Controller controller) {
        return switch (controller.state().kind()) {
            case NONE -> StateView.none();
            case AUTONOMOUS -> StateView.of(controller.state());
            case TRAINED ->
                config.criticState() ? StateView.of(controller.state()) : StateView.ofPhases(controller.state());
        };
    }

    /** The observation's signals, followed by those of a state that the critic sees. */
    Signals criticSignals() {
        List<Signal> signals =
                new ArrayList<>(environment.observation().signals().list());
        signals.addAll(stateView().signals());
        return new Signals(signals);
    }

    /** Components of the critic's input. */
    int criticWidth() {
        return shape.observation() + stateView().width();
    }

    /** Whether the controller's input is normalised. */
    boolean normalisesController() {
        return config.normaliseObservations() && !controller.takesRawSignals();
    }

    /** Whether controller and critic see the same. */
    boolean oneView() {
        return stateView().width() == 0 && normalisesController() == config.normaliseCritic();
    }

    /** Whether a gradient step needs the outputs with which it was acted, for the exact divergence from them. */
    boolean needsOldOutputs() {
        return config.schedule() == PpoConfig.Schedule.ADAPTIVE;
    }

    /** The critic: a controller that has the value as its only output, of its last parameters. */
    Controller critic() {
        int units = config.criticUnits();
        return switch (config.criticMemory()) {
            case OFF -> new MlpController(CRITIC, layers(criticWidth()));
            case GRU -> new RecurrentController(CRITIC, new GruCell(criticWidth(), units), layers(units));
            case LSTM -> new RecurrentController(CRITIC, new LstmCell(criticWidth(), units), layers(units));
        };
    }

    /** Values of the critic's states in all environments. */
    int criticStates() {
        return shape.environments() * critic().state().size();
    }

    private DenseNetwork layers(int inputs) {
        return new DenseNetwork("", inputs, config.criticHidden(), 1, Activation.TANH, VALUE_GAIN);
    }

    /** Where the critic's parameters lie. */
    ParameterLayout criticLayout() {
        return new ParameterLayout(critic().parameters());
    }

    /** Where the controller's parameters lie, and behind them the learned logarithms of standard deviations. */
    ParameterLayout controllerLayout() {
        ParameterLayout own = new ParameterLayout(controller.parameters());
        if (stdSize() == 0 || !config.stdLearned()) {
            return own;
        }
        return own.with(new DenseParameters(Policy.LOG_STD, List.of(stdSize()), random -> initialLogStd()));
    }

    /** Number of standard deviations: one per action component, none for a choice among alternatives. */
    int stdSize() {
        return environment.action() instanceof Box ? environment.action().size() : 0;
    }

    /** Logarithms of the initial standard deviations. */
    float[] initialLogStd() {
        return logStd(1);
    }

    /**
     * Logarithms of standard deviations that are not learned.
     *
     * @param remaining share of the run's steps that is still to be taken, in [0, 1]
     */
    float[] logStd(double remaining) {
        float[] logStd = new float[stdSize()];
        Arrays.fill(logStd, (float) Math.log(config.std(remaining)));
        return logStd;
    }

    /**
     * The controller's parameters with standard deviations that were learned brought back between their limits.
     *
     * @param parameters as in {@link #controllerLayout}
     */
    float[] withNoiseInBounds(float[] parameters) {
        float[] values = parameters.clone();
        float low = (float) Math.log(config.stdFloor());
        float high = (float) Math.log(config.stdCeiling());
        int learned = config.stdLearned() ? stdSize() : 0;
        for (int i = values.length - learned; i < values.length; i++) {
            values[i] = Math.max(low, Math.min(high, values[i]));
        }
        return values;
    }

    /**
     * The critic's parameters with the last layer corrected for new statistics of the returns, so that its values stay the
     * same.
     *
     * @param parameters as in {@link #criticLayout}
     */
    float[] rescaledCritic(float[] parameters, ReturnNormaliser before, ReturnNormaliser after) {
        float[] values = parameters.clone();
        int bias = values.length - 1;
        int width = config.criticHidden().get(config.criticHidden().size() - 1);
        for (int i = bias - width; i < bias; i++) {
            values[i] = (float) before.rescaledWeight(values[i], after);
        }
        values[bias] = (float) before.rescaledBias(values[bias], after);
        return values;
    }
}
