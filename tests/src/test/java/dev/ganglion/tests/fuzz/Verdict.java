package dev.ganglion.tests.fuzz;

import dev.ganglion.connectome.format.ConnectomeFormatException;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.study.StudyFormatException;
import java.util.List;

/** Tells the errors that a user may see from those that are faults of the program. */
final class Verdict {
    private Verdict() {}

    /** Whether an error is one of the user's, and says so in a sentence for each mistake. */
    static boolean isOfUser(Throwable error) {
        if (error instanceof InvalidInputException) {
            requireSentence(error);
            return true;
        }
        if (error instanceof StudyFormatException study) {
            return areSentences(study.problems());
        }
        return error instanceof ConnectomeFormatException connectome
                && areSentences(
                        connectome.problems().stream().map(Object::toString).toList());
    }

    /** Fails if an error says nothing. */
    static void requireSentence(Throwable error) {
        if (!areSentences(List.of(String.valueOf(error.getMessage())))) {
            throw new IllegalStateException("An error without a sentence", error);
        }
    }

    private static boolean areSentences(List<String> problems) {
        return !problems.isEmpty()
                && problems.stream()
                        .noneMatch(problem -> problem.isBlank()
                                || problem.contains("null;")
                                || problem.equals("null")
                                || problem.contains("Exception"));
    }
}
