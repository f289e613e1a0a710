package dev.ganglion.experiments.study;

import java.util.List;

/** A study file that cannot be run as it is, with everything that is wrong with it. */
public final class StudyFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /** With a sentence for each mistake, at least one. */
    public StudyFormatException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** A sentence for each mistake, with file and line, in the order of their lines. */
    public List<String> problems() {
        return problems;
    }
}
