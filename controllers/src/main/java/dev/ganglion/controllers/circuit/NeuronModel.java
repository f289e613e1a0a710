package dev.ganglion.controllers.circuit;

/**
 * How a neuron comes by its activity.
 *
 * <p>A {@link Source} has no synapses onto it; a {@link Memoryless} neuron answers to its input within the same control
 * step.
 */
public sealed interface NeuronModel permits Source, Memoryless {}
