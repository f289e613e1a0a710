package dev.ganglion.connectome;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * A nerve cell.
 *
 * @param name unique name, such as {@code DB01}
 * @param cellClass the class of similar neurons that it belongs to, such as {@code DB}; its name if it is alone
 * @param side left, right or unpaired
 * @param role what it mainly does
 * @param transmitter its dominant transmitter, which gives its synapses their sign by rule
 * @param coTransmitters what it releases besides
 * @param position place of its cell body from 0 (tip of the head) to 1 (tip of the tail); NaN if unknown. A motor
 *     neuron acts elsewhere: see {@link Perimotor}
 */
public record Neuron(
        String name,
        String cellClass,
        Laterality side,
        Role role,
        Transmitter transmitter,
        Set<Transmitter> coTransmitters,
        double position)
        implements Cell {
    /** Checks the names and the position. */
    public Neuron {
        Checks.name(name, "A neuron");
        Checks.name(cellClass, "The class of neuron " + name);
        Checks.position(position, "Neuron " + name);
        coTransmitters =
                coTransmitters.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(coTransmitters));
    }

    /** A neuron of which only the name is known; it is a class of its own. */
    public static Neuron named(String name) {
        return new Neuron(name, name, Laterality.UNPAIRED, Role.UNKNOWN, Transmitter.UNKNOWN, Set.of(), Double.NaN);
    }
}
