package dev.ganglion.controllers.circuit;

/**
 * How a neuron comes by its activity.
 *
 * <p>A {@link Source} has no synapses onto it; a {@link Receiver} answers to what its synapses bring.
 */
public sealed interface NeuronModel permits Source, Receiver {}
