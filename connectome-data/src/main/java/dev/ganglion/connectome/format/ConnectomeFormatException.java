package dev.ganglion.connectome.format;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Files that cannot be read as a connectome; it holds every mistake that was found in them, and nothing of them has
 * been imported.
 *
 * <p>The message has a line for each mistake.
 */
public final class ConnectomeFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<FormatProblem> problems;

    ConnectomeFormatException(List<FormatProblem> problems) {
        super(problems.stream().map(FormatProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes, in the order in which they were found; at least one. */
    public List<FormatProblem> problems() {
        return problems;
    }
}
