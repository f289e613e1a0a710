package dev.ganglion.connectome.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The mistakes found so far while files are read, so that all of them can be told at once.
 *
 * <p>After {@value #MOST} mistakes reading stops: the file is then hardly what its name says.
 */
public final class Problems {
    private static final int MOST = 1000;

    private final List<FormatProblem> found = new ArrayList<>();

    /**
     * Notes a mistake.
     *
     * @throws ConnectomeFormatException if there are too many to go on
     */
    public void add(Place place, String text, String reason) {
        found.add(new FormatProblem(place.file(), place.line(), text, reason));
        if (found.size() == MOST) {
            found.add(new FormatProblem(place.file(), 0, "", "reading stopped after " + MOST + " mistakes"));
            throwIfAny();
        }
    }

    /** The exception that tells of one mistake alone. */
    public static ConnectomeFormatException only(Place place, String text, String reason) {
        return new ConnectomeFormatException(List.of(new FormatProblem(place.file(), place.line(), text, reason)));
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Ends the reading if anything was wrong.
     *
     * @throws ConnectomeFormatException with all mistakes
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConnectomeFormatException(found);
        }
    }
}
