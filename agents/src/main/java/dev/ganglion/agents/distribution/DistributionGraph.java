package dev.ganglion.agents.distribution;

import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** The same distributions inside a graph, for a batch of rows, differentiable in outputs and spread. */
public sealed interface DistributionGraph permits GaussianGraph, CategoricalGraph {
    /**
     * Logarithm of each action's probability or density.
     *
     * @param outputs {@code [batch, output]}
     * @param actions {@code [batch, action]}
     * @return {@code [batch]}, in nats
     */
    Operand<TFloat32> logProbability(Ops tf, Operand<TFloat32> outputs, Operand<TFloat32> actions);

    /**
     * Entropy of each row's distribution.
     *
     * @param outputs {@code [batch, output]}
     * @return {@code [batch]}, or a scalar where it is the same for all rows; in nats
     */
    Operand<TFloat32> entropy(Ops tf, Operand<TFloat32> outputs);

    /**
     * Kullback–Leibler divergence {@code KL(old ‖ new)} of each row, exactly.
     *
     * @param oldOutputs {@code [batch, output]}
     * @param oldSpread logarithm of the old standard deviation, {@code [action]}; not used where there is none
     * @param outputs {@code [batch, output]}
     * @return {@code [batch]}, in nats
     */
    Operand<TFloat32> divergence(
            Ops tf, Operand<TFloat32> oldOutputs, Operand<TFloat32> oldSpread, Operand<TFloat32> outputs);
}
