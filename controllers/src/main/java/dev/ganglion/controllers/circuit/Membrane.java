package dev.ganglion.controllers.circuit;

/** A neuron whose activity depends on what came before, because its membrane holds charge. */
public sealed interface Membrane extends Receiver
        permits LeakyIntegrator,
                ClippedIntegrator,
                LiquidTimeConstant,
                LeakyIntegrateAndFire,
                AdaptiveIntegrateAndFire,
                Izhikevich,
                Bursting {}
