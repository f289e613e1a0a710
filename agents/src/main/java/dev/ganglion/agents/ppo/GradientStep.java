package dev.ganglion.agents.ppo;

import dev.ganglion.agents.optimiser.AdamVector;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBool;
import org.tensorflow.types.TFloat32;

/**
 * Shortens the gradients of controller and critic and takes Adam's steps with them.
 *
 * <p>A gradient that is not finite takes no step at all: it does not pass the switch in front of the update, which then
 * does not run. All updates wait for what is reported and for each other's gradients, so that nothing is read half
 * updated.
 */
final class GradientStep {
    /** Numbers fed to each step: step size, β₁ᵗ and β₂ᵗ of the controller, then of the critic; and ε at last. */
    static final int RATES = 7;

    /** Where the half-width of the clipped ratio stands among them. */
    static final int CLIP = 6;

    private static final int OF_CONTROLLER = 0;
    private static final int OF_CRITIC = 3;
    private static final float SMALLEST_NORM = 1e-6f;

    private final PpoConfig config;
    private final Gradient ofController;
    private final Gradient ofCritic;
    private final Operand<TFloat32> controllerNorm;
    private final Operand<TFloat32> criticNorm;
    private final Operand<TFloat32> norm;

    GradientStep(Ops tf, PpoConfig config, Gradient ofController, Gradient ofCritic) {
        this.config = config;
        this.ofController = ofController;
        this.ofCritic = ofCritic;
        controllerNorm = norm(tf, ofController.halfSquare);
        criticNorm = norm(tf, ofCritic.halfSquare);
        norm = norm(tf, tf.math.add(ofController.halfSquare, ofCritic.halfSquare));
    }

    private static Operand<TFloat32> norm(Ops tf, Operand<TFloat32> halfSquare) {
        return tf.math.sqrt(tf.math.mul(halfSquare, tf.constant(2f)));
    }

    /** Norm of both gradients together, before they are shortened. */
    Operand<TFloat32> norm() {
        return norm;
    }

    /** Norm of the critic's gradient, before it is shortened. */
    Operand<TFloat32> criticNorm() {
        return criticNorm;
    }

    /**
     * A step of controller and critic.
     *
     * @param reported what is fetched beside it, which must not see parameters that have moved
     */
    Op both(
            Ops tf,
            AdamVector controller,
            AdamVector critic,
            List<? extends Operand<TFloat32>> rates,
            List<? extends Op> reported) {
        Operand<TBool> finite = tf.math.isFinite(norm);
        Operand<TFloat32> forController = passed(tf, shortened(tf, ofController.vector, controllerScope()), finite);
        Operand<TFloat32> forCritic = passed(tf, shortened(tf, ofCritic.vector, criticScope()), finite);
        List<Op> before = new ArrayList<>(reported);
        before.add(forController);
        before.add(forCritic);
        Ops after = tf.withControlDependencies(before);
        return tf.withControlDependencies(List.of(
                        controller.step(after, forController, rates(rates, OF_CONTROLLER), decay()),
                        critic.step(after, forCritic, rates(rates, OF_CRITIC), decay())))
                .noOp();
    }

    /** A step of the critic while the controller stays. */
    Op criticAlone(Ops tf, AdamVector critic, List<? extends Operand<TFloat32>> rates, Operand<TFloat32> report) {
        Operand<TFloat32> forCritic =
                passed(tf, shortened(tf, ofCritic.vector, criticNorm), tf.math.isFinite(criticNorm));
        Ops after = tf.withControlDependencies(List.<Op>of(report, forCritic));
        return tf.withControlDependencies(List.of(critic.step(after, forCritic, rates(rates, OF_CRITIC), decay())))
                .noOp();
    }

    /** The controller's part of a step of both, whose gradients are known to be finite. */
    Op controllerPart(Ops tf, AdamVector controller, List<? extends Operand<TFloat32>> rates) {
        return controller.step(
                tf, shortened(tf, ofController.vector, controllerScope()), rates(rates, OF_CONTROLLER), decay());
    }

    /** The critic's part of a step of both, whose gradients are known to be finite. */
    Op criticPart(Ops tf, AdamVector critic, List<? extends Operand<TFloat32>> rates) {
        return critic.step(tf, shortened(tf, ofCritic.vector, criticScope()), rates(rates, OF_CRITIC), decay());
    }

    private Operand<TFloat32> controllerScope() {
        return isJoint() ? norm : controllerNorm;
    }

    private Operand<TFloat32> criticScope() {
        return isJoint() ? norm : criticNorm;
    }

    private boolean isJoint() {
        return config.gradientNorm() == PpoConfig.NormScope.JOINT;
    }

    private Operand<TFloat32> shortened(Ops tf, Operand<TFloat32> gradient, Operand<TFloat32> ofNorm) {
        if (config.maxGradientNorm() == 0) {
            return gradient;
        }
        Operand<TFloat32> longest = tf.constant((float) config.maxGradientNorm());
        Operand<TFloat32> factor =
                tf.math.minimum(tf.constant(1f), tf.math.div(longest, tf.math.add(ofNorm, tf.constant(SMALLEST_NORM))));
        return tf.math.mul(gradient, factor);
    }

    private static Operand<TFloat32> passed(Ops tf, Operand<TFloat32> gradient, Operand<TBool> finite) {
        return tf.switchCond(gradient, finite).outputTrue();
    }

    private static AdamVector.Rates rates(List<? extends Operand<TFloat32>> rates, int at) {
        return new AdamVector.Rates(rates.get(at), rates.get(at + 1), rates.get(at + 2));
    }

    private AdamVector.Decay decay() {
        return new AdamVector.Decay(config.adamBeta1(), config.adamBeta2(), config.adamEpsilon());
    }

    /**
     * A gradient.
     *
     * @param vector its components
     * @param halfSquare half the sum of their squares, a scalar
     */
    record Gradient(Operand<TFloat32> vector, Operand<TFloat32> halfSquare) {
        static Gradient of(Ops tf, Operand<TFloat32> vector) {
            return new Gradient(vector, tf.nn.l2Loss(vector));
        }
    }
}
