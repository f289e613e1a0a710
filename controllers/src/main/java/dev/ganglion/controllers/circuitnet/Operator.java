package dev.ganglion.controllers.circuitnet;

/** How the neurons of a circuit motif unit act on one another. */
public enum Operator {
    /** Each neuron sums the others, weighted: {@code Σ_j W_ij x_j}. */
    LINEAR,
    /** Each neuron sums the products of pairs of neurons, weighted: {@code ½ Σ_j Σ_k P_ijk x_j x_k}. */
    PRODUCT,
    /** Each neuron attends to the others: {@code Σ_j softmax_j(q_i x_i · k_j x_j) v_j x_j}. */
    ATTENTION
}
