package dev.ganglion.connectome.format;

import dev.ganglion.connectome.Connectome;
import java.util.List;

/**
 * What was read from files.
 *
 * @param connectome the nervous system
 * @param remarks sentences on what was left out or assumed; may be empty
 */
public record Import(Connectome connectome, List<String> remarks) {
    /** Copies the list. */
    public Import {
        remarks = List.copyOf(remarks);
    }
}
