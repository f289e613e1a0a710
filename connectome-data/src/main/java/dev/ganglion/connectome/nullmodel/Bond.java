package dev.ganglion.connectome.nullmodel;

import dev.ganglion.connectome.Synapse;
import java.util.List;

/**
 * A connection as a null model moves it: a chemical synapse with its direction, or a gap junction with its listings
 * from one or both sides, which go together.
 *
 * @param from the source, or one end of a gap junction
 * @param to the target, or the other end
 * @param listings the synapses it consists of; one for a chemical synapse
 */
record Bond(String from, String to, List<Synapse> listings) {
    Bond {
        listings = List.copyOf(listings);
    }

    boolean isDirected() {
        return listings.get(0).isChemical();
    }

    /** The same connection between other cells; weights and signs go along. */
    Bond between(String newFrom, String newTo) {
        return new Bond(
                newFrom,
                newTo,
                listings.stream()
                        .map(listing -> listing.pre().equals(from)
                                ? listing.between(newFrom, newTo)
                                : listing.between(newTo, newFrom))
                        .toList());
    }

    /** A pair of cells in a form that is equal exactly for connections that cannot both be there. */
    static List<String> pair(String from, String to, boolean directed) {
        return directed || from.compareTo(to) < 0 ? List.of(from, to) : List.of(to, from);
    }
}
