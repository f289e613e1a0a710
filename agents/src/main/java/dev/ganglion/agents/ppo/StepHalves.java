package dev.ganglion.agents.ppo;

import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.ppo.GradientStep.Gradient;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/**
 * The gradient step in two halves, the controller's and the critic's, for two threads side by side. As they share no
 * parameters, each computes its own gradient and keeps it; then each hears how long the other's is, and moves. It is the
 * arithmetic of the step in one piece, so it gives the same bits.
 */
final class StepHalves {
    /** Numbers of the controller's half: mean entropy, exact divergence, half the square of its gradient. */
    static final int CONTROLLER_NUMBERS = 3;

    /** Numbers of the critic's half: its loss, half the square of its gradient. */
    static final int CRITIC_NUMBERS = 2;

    /** Half the squares of the gradients of controller and critic, {@code [2]}, which both steps are fed. */
    final Placeholder<TFloat32> halfSquares;

    final Half controller;
    final Half critic;

    /**
     * Adds both halves to a graph.
     *
     * @param rates numbers of {@link GradientStep#RATES}
     */
    StepHalves(Ops tf, PpoConfig config, Side ofController, Side ofCritic, List<? extends Operand<TFloat32>> rates) {
        halfSquares = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(2)));
        List<? extends Operand<TFloat32>> halfSquare =
                tf.unstack(halfSquares, 2L).output();
        Variable<TFloat32> controllerGradient = kept(tf, ofController.vector);
        Variable<TFloat32> criticGradient = kept(tf, ofCritic.vector);
        GradientStep steps = new GradientStep(
                tf,
                config,
                new Gradient(controllerGradient, halfSquare.get(0)),
                new Gradient(criticGradient, halfSquare.get(1)));
        controller = new Half(
                ofController.stacked(tf),
                tf.assign(controllerGradient, ofController.gradient.vector()),
                steps.controllerPart(tf, ofController.vector, rates));
        critic = new Half(
                ofCritic.stacked(tf),
                tf.assign(criticGradient, ofCritic.gradient.vector()),
                steps.criticPart(tf, ofCritic.vector, rates));
    }

    private static Variable<TFloat32> kept(Ops tf, AdamVector vector) {
        return tf.variable(vector.values().shape(), TFloat32.class);
    }

    /**
     * One of the two.
     *
     * @param vector what is moved
     * @param gradient by which it is moved
     * @param numbers what it reports, before half the square of its gradient
     */
    record Side(AdamVector vector, Gradient gradient, List<Operand<TFloat32>> numbers) {
        private Output<TFloat32> stacked(Ops tf) {
            List<Operand<TFloat32>> all = new ArrayList<>(numbers);
            all.add(gradient.halfSquare());
            return tf.stack(all).asOutput();
        }
    }

    /**
     * A half in the graph.
     *
     * @param numbers what it reports, and behind them half the square of its gradient
     * @param gradient computes the gradient and keeps it
     * @param step moves the parameters by the gradient that was kept
     */
    record Half(Output<TFloat32> numbers, Op gradient, Op step) {}
}
