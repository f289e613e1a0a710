package dev.ganglion.agents.ppo;

import dev.ganglion.agents.distribution.CategoricalGraph;
import dev.ganglion.agents.distribution.DistributionGraph;
import dev.ganglion.agents.distribution.GaussianGraph;
import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.policy.ActingGraph;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.agents.ppo.MinibatchInputs.Column;
import dev.ganglion.agents.tensor.PreparedCall;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.parameter.EffectiveParameters;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/**
 * Everything PPO computes in TensorFlow: acting, values, and the gradient step on a minibatch. One graph serves every
 * controller; without a trained state its chunks have one step.
 */
final class PpoGraph {
    /**
     * Numbers that a gradient step reports: the critic's loss, mean entropy, exact divergence (0 unless the schedule needs
     * it), and the norm of both gradients before they are shortened.
     */
    static final int NUMBERS = 4;

    /** Numbers that a step of the critic alone reports: its loss and the norm of its gradient. */
    static final int CRITIC_NUMBERS = 2;

    private static final int[] EVERY_STEP = {-1};

    final AdamVector controller;
    final AdamVector critic;
    final ActingGraph acting;
    final MinibatchInputs minibatch;
    final Placeholder<TFloat32> valueInputs;
    final Placeholder<TFloat32> valueStates;
    final Output<TFloat32> values;
    /** The critic's states after those values. */
    final Output<TFloat32> nextValueStates;
    /** Numbers of {@link GradientStep#RATES}. */
    final Placeholder<TFloat32> rates;

    final Placeholder<TFloat32> oldLogStd;
    final Output<TFloat32> numbers;
    final Output<TFloat32> criticNumbers;
    /** Ratios of the minibatch's steps, their logarithms, and the surrogate objective, {@code [step]} each. */
    final List<Output<TFloat32>> ratios;

    final Op step;
    final Op criticStep;
    /** The step of both in two halves. */
    final StepHalves halves;
    /** Gradients of controller and critic before they are shortened, for tests. */
    final List<Output<TFloat32>> gradients;
    /** The total loss, for tests. */
    final Output<TFloat32> total;
    /** The controller's outputs at the minibatch's steps, and logarithms of the probabilities of its actions. */
    final Output<TFloat32> outputs;

    final Output<TFloat32> logProbabilities;

    /** The critic's values of the minibatch's steps, for tests. */
    final Output<TFloat32> newValues;

    PpoGraph(Graph graph, Ops tf, PpoModel model) {
        PpoConfig config = model.config();
        controller = new AdamVector(tf, model.controllerLayout().size());
        critic = new AdamVector(tf, model.criticLayout().size());
        Map<String, Operand<TFloat32>> raw = model.controllerLayout().split(tf, controller.values());
        ParameterOperands effective =
                EffectiveParameters.of(tf, model.controller().parameters(), raw, Map.of());
        ParameterOperands criticParameters = EffectiveParameters.of(
                tf, model.critic().parameters(), model.criticLayout().split(tf, critic.values()), Map.of());
        acting = new ActingGraph(tf, model.controller(), model.shape().observation(), effective);
        valueInputs = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, model.criticWidth())));
        valueStates = tf.placeholder(
                TFloat32.class,
                Placeholder.shape(Shape.of(-1, model.critic().state().size())));
        Controller.Step valued = model.critic().translate(tf, valueInputs, valueStates, criticParameters);
        values = tf.reshape(valued.output(), tf.constant(EVERY_STEP)).asOutput();
        nextValueStates = valued.state().asOutput();

        minibatch = new MinibatchInputs(tf, model);
        oldLogStd = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(model.stdSize())));
        DistributionGraph distribution = model.stdSize() > 0
                ? new GaussianGraph(logStd(tf, model, oldLogStd, raw), model.stdSize())
                : new CategoricalGraph(model.shape().outputs());
        Operand<TFloat32> input = minibatch.controllerInput();
        outputs = new Replay(tf, model, model.controller(), effective, minibatch)
                .outputs(input, minibatch.state())
                .asOutput();
        Operand<TFloat32> criticOutputs = new Replay(tf, model, model.critic(), criticParameters, minibatch)
                .outputs(minibatch.criticInput(input), minibatch.criticState());
        newValues = tf.reshape(criticOutputs, tf.constant(EVERY_STEP)).asOutput();
        rates = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(GradientStep.RATES)));
        List<? extends Operand<TFloat32>> rate =
                tf.unstack(rates, (long) GradientStep.RATES).output();
        // What stays the same is a constant, which TensorFlow folds with what depends on it.
        Operand<TFloat32> clip = config.clipFalls() ? rate.get(GradientStep.CLIP) : tf.constant((float) config.clip());
        logProbabilities =
                distribution.logProbability(tf, outputs, minibatch.action()).asOutput();
        PpoLoss loss = loss(tf, config, clip, distribution, outputs, logProbabilities, newValues);
        Operand<TFloat32> divergence = model.needsOldOutputs()
                ? minibatch.mean().of(tf, distribution.divergence(tf, minibatch.oldOutput(), oldLogStd, outputs))
                : tf.constant(0f);

        total = loss.total().asOutput();
        gradients = gradients(tf, graph, model);
        GradientStep.Gradient ofController = GradientStep.Gradient.of(tf, gradients.get(0));
        GradientStep.Gradient ofCritic = GradientStep.Gradient.of(tf, gradients.get(1));
        GradientStep steps = new GradientStep(tf, config, ofController, ofCritic);
        ratios = Stream.of(loss.ratio(), loss.logRatio(), loss.surrogate())
                .map(Operand::asOutput)
                .toList();
        numbers = tf.stack(List.of(loss.value(), loss.entropy(), divergence, steps.norm()))
                .asOutput();
        criticNumbers = tf.stack(List.of(loss.value(), steps.criticNorm())).asOutput();
        step = steps.both(
                tf,
                controller,
                critic,
                rate,
                Stream.concat(Stream.of(numbers), ratios.stream()).toList());
        criticStep = steps.criticAlone(tf, critic, rate, criticNumbers);
        halves = new StepHalves(
                tf,
                config,
                new StepHalves.Side(controller, ofController, List.of(loss.entropy(), divergence)),
                new StepHalves.Side(critic, ofCritic, List.of(loss.value())),
                rate);
    }

    /**
     * What a call fetched of {@link #ratios}.
     *
     * @param first which of the call's results is the first of them
     * @param minibatch indices of its chunks
     */
    MinibatchRatios ratiosOf(PreparedCall call, int first, RolloutTensors tensors, int[] minibatch) {
        MinibatchRatios read = tensors.ratios(minibatch);
        call.read(first, read.ratios());
        call.read(first + 1, read.logRatios());
        call.read(first + 2, read.surrogates());
        return read;
    }

    /**
     * The gradients of controller and critic.
     *
     * @throws InvalidInputException if no output of a chunk depends on what the controller learns, which TensorFlow
     *     refuses to differentiate: a rule of plasticity acts on the steps after its change alone
     */
    private List<Output<TFloat32>> gradients(Ops tf, Graph graph, PpoModel model) {
        Output<?>[] learned = {controller.values().asOutput(), critic.values().asOutput()};
        // Begun with a constant 1, so that neither gradient asks for the other's loss.
        Output<?>[] begin = {tf.constant(1f).asOutput()};
        try {
            return Stream.of(graph.addGradients("gradients", new Output<?>[] {total}, learned, begin))
                    .map(gradient -> gradient.expect(TFloat32.class))
                    .toList();
        } catch (TFInvalidArgumentException e) {
            if (model.layout().length() > 1) {
                throw e;
            }
            throw new InvalidInputException("ppo: what " + model.controller().name()
                    + " learns acts on later steps alone, so no gradient reaches"
                    + " it in chunks of one step; take chunk=2 or more");
        }
    }

    /**
     * The noise's logarithm: that with which it was acted, if it is not learned; else what is learned within its limits,
     * with a gradient beyond them too, so that it cannot be stuck there.
     */
    private static Operand<TFloat32> logStd(
            Ops tf, PpoModel model, Operand<TFloat32> given, Map<String, Operand<TFloat32>> raw) {
        if (!model.config().stdLearned()) {
            return model.config().stdFalls() ? given : tf.constant(model.initialLogStd());
        }
        Operand<TFloat32> free = Objects.requireNonNull(raw.get(Policy.LOG_STD));
        Operand<TFloat32> bounded =
                tf.clipByValue(free, tf.constant((float) Math.log(model.config().stdFloor())), tf.constant((float)
                        Math.log(model.config().stdCeiling())));
        return tf.math.add(free, tf.stopGradient(tf.math.sub(bounded, free)));
    }

    private PpoLoss loss(
            Ops tf,
            PpoConfig config,
            Operand<TFloat32> clip,
            DistributionGraph distribution,
            Operand<TFloat32> outputs,
            Operand<TFloat32> logProbability,
            Operand<TFloat32> newValues) {
        StepMean mean = minibatch.mean();
        Operand<TFloat32> entropy = distribution.entropy(tf, outputs);
        PpoLoss.Steps steps = new PpoLoss.Steps(
                logProbability,
                minibatch.column(Column.LOG_PROBABILITY),
                minibatch.column(Column.WEIGHT),
                minibatch.column(Column.ADVANTAGE),
                newValues,
                minibatch.column(Column.OLD_VALUE),
                minibatch.column(Column.TARGET),
                entropy.shape().numDimensions() == 0 ? entropy : mean.of(tf, entropy));
        return PpoLoss.of(tf, config, clip, steps, mean);
    }
}
