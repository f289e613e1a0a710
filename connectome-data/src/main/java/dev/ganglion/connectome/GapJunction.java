package dev.ganglion.connectome;

/**
 * An electrical synapse between two different cells, without direction.
 *
 * @param first the cell that stands first in the connectome
 * @param second the other cell
 * @param weight mean of the listings from either side, greater than 0
 */
public record GapJunction(String first, String second, double weight) {}
