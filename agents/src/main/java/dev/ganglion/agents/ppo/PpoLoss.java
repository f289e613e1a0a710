package dev.ganglion.agents.ppo;

import dev.ganglion.agents.advantage.Advantages;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * PPO's objective for one minibatch, as scalars in a graph.
 *
 * <p>Schulman et al. 2017, "Proximal policy optimization algorithms", equations 7 and 9. With the ratio {@code ρ =
 * exp(log π(a) − log π₀(a))}, the policy's loss is {@code −E[min(ρ·A, clip(ρ, 1 − ε, 1 + ε)·A)]} and the critic's
 * {@code ½·E[(V − R)²]}.
 *
 * @param policy the policy's loss
 * @param value the critic's loss
 * @param entropy mean entropy of the policy, in nats
 * @param total what is descended: {@code policy − c₁·entropy + c₂·value}
 * @param logRatio the logarithm of each step's ratio, {@code [step]}
 * @param ratio each step's ratio ρ, {@code [step]}
 * @param surrogate what the policy's loss is the negative mean of, {@code [step]}
 */
record PpoLoss(
        Operand<TFloat32> policy,
        Operand<TFloat32> value,
        Operand<TFloat32> entropy,
        Operand<TFloat32> total,
        Operand<TFloat32> logRatio,
        Operand<TFloat32> ratio,
        Operand<TFloat32> surrogate) {
    /**
     * The objective.
     *
     * @param clip half-width ε of the clipped ratio, a scalar
     */
    static PpoLoss of(Ops tf, PpoConfig config, Operand<TFloat32> clip, Steps steps, StepMean mean) {
        Operand<TFloat32> one = tf.constant(1f);

        Operand<TFloat32> logRatio =
                within(tf, tf.math.sub(steps.newLogProbability, steps.oldLogProbability), (float) config.maxLogRatio());
        Operand<TFloat32> ratio = tf.math.exp(logRatio);
        Operand<TFloat32> clipped = tf.clipByValue(ratio, tf.math.sub(one, clip), tf.math.add(one, clip));
        Operand<TFloat32> advantage = advantages(tf, config, steps.advantage, mean);
        Operand<TFloat32> surrogate = tf.math.minimum(tf.math.mul(ratio, advantage), tf.math.mul(clipped, advantage));
        Operand<TFloat32> weighted = config.overlap() ? tf.math.mul(surrogate, steps.weight) : surrogate;
        Operand<TFloat32> policy = tf.math.neg(mean.of(tf, weighted));

        Operand<TFloat32> value = tf.math.mul(mean.of(tf, valueErrors(tf, config, steps)), tf.constant(0.5f));

        Operand<TFloat32> total =
                tf.math.add(policy, tf.math.mul(value, tf.constant((float) config.valueCoefficient())));
        if (config.entropy() > 0) {
            total = tf.math.sub(total, tf.math.mul(steps.entropy, tf.constant((float) config.entropy())));
        }

        return new PpoLoss(policy, value, steps.entropy, total, logRatio, ratio, weighted);
    }

    private static Operand<TFloat32> advantages(Ops tf, PpoConfig config, Operand<TFloat32> advantage, StepMean mean) {
        if (config.advantages() != PpoConfig.AdvantageScaling.MINIBATCH) {
            return advantage;
        }
        Operand<TFloat32> centred = tf.math.sub(advantage, mean.of(tf, advantage));
        Operand<TFloat32> deviation = tf.math.sqrt(mean.of(tf, tf.math.square(centred)));
        return tf.math.div(centred, tf.math.add(deviation, tf.constant((float) Advantages.SMALLEST_DEVIATION)));
    }

    private static Operand<TFloat32> valueErrors(Ops tf, PpoConfig config, Steps steps) {
        Operand<TFloat32> errors = tf.math.squaredDifference(steps.newValue, steps.target);
        if (config.valueClip() == 0) {
            return errors;
        }
        Operand<TFloat32> moved = within(tf, tf.math.sub(steps.newValue, steps.oldValue), (float) config.valueClip());
        Operand<TFloat32> clippedErrors = tf.math.squaredDifference(tf.math.add(steps.oldValue, moved), steps.target);
        return tf.math.maximum(errors, clippedErrors);
    }

    private static Operand<TFloat32> within(Ops tf, Operand<TFloat32> values, float bound) {
        return tf.clipByValue(values, tf.constant(-bound), tf.constant(bound));
    }

    /**
     * What the objective is made of: one value per step of the minibatch, {@code [step]}.
     *
     * @param newLogProbability logarithm of the action's probability under the policy being learned
     * @param oldLogProbability the same under the policy from which the ratio is counted
     * @param weight what the step weighs in the policy's loss; looked at only if collecting and learning overlap
     * @param advantage advantage estimate
     * @param newValue value by the critic being learned
     * @param oldValue value by the critic before the update
     * @param target return that the critic learns
     * @param entropy mean entropy of the policy being learned, a scalar
     */
    record Steps(
            Operand<TFloat32> newLogProbability,
            Operand<TFloat32> oldLogProbability,
            Operand<TFloat32> weight,
            Operand<TFloat32> advantage,
            Operand<TFloat32> newValue,
            Operand<TFloat32> oldValue,
            Operand<TFloat32> target,
            Operand<TFloat32> entropy) {}
}
