package dev.ganglion.experiments.lifetime;

import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;

/**
 * How long lives are watched. The protocol is ours, made for the claim of Schmidgall and Hays 2021 (arXiv 2111.04113)
 * that plastic networks of rate neurons become unstable beyond the life that they were trained for.
 *
 * @param multiples lengths of lives at which something is said of them, in time limits of the environment, rising
 * @param lives number of lives of each run
 * @param seed decides how they begin; life k begins as episode k of an evaluation with this seed
 */
public record LifetimeProtocol(List<Integer> multiples, int lives, long seed) {
    /** The multiples unless said otherwise. */
    public static final List<Integer> MULTIPLES = List.of(1, 2, 4, 8, 16);

    /** Longer lives than this are a slip of the keyboard. */
    private static final int MOST = 100_000;

    /** Copies the multiples and checks that they rise. */
    public LifetimeProtocol {
        multiples = List.copyOf(multiples);
        for (int i = 0; i < multiples.size(); i++) {
            int multiple = multiples.get(i);
            if (multiple < 1 || multiple > MOST || (i > 0 && multiple <= multiples.get(i - 1))) {
                throw new InvalidInputException("Multiples are whole numbers from 1 to " + MOST
                        + " that rise, such as 1,2,4,8,16; " + multiple + " does not fit"
                        + (i == 0 ? "" : " behind " + multiples.get(i - 1)));
            }
        }
        if (multiples.isEmpty() || lives < 1) {
            throw new InvalidInputException(
                    "A lifetime needs a multiple such as 16 and at least one life, not " + multiples + " and " + lives);
        }
    }

    /** The longest multiple: the number of windows that are watched. */
    public int windows() {
        return multiples.get(multiples.size() - 1);
    }
}
