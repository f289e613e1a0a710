package dev.ganglion.controllers;

/**
 * A neuron whose activity can be watched, or whatever else has activity in a circuit: a muscle, a sense organ, a
 * pacemaker.
 *
 * @param name unique name, such as {@code DB3}
 * @param cellClass the class of like neurons that it belongs to, such as {@code DB}
 */
public record WatchedNeuron(String name, String cellClass) {}
