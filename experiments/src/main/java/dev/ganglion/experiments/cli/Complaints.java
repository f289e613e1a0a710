package dev.ganglion.experiments.cli;

import dev.ganglion.connectome.format.ConnectomeFormatException;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import dev.ganglion.experiments.run.FailedRunException;
import dev.ganglion.experiments.study.StudyFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Turns errors into one sentence and exit code 2, if the user can put them right, or a stack trace and 1 if not. The
 * mistakes in a connectome's files or in a study are a line each.
 */
final class Complaints implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
    /** Characters of a sentence; what it quotes from a hostile file may be a million. */
    private static final int LONGEST = 2_000;

    private final Terminal terminal;

    Complaints(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException error, String[] arguments) {
        String sentence = error instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched(unmatched)
                : error.getMessage() + "; see '"
                        + error.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
        return complain(sentence);
    }

    @Override
    public int handleExecutionException(Exception error, CommandLine commandLine, CommandLine.ParseResult parsed) {
        if (error instanceof InvalidInputException) {
            return complain(String.valueOf(error.getMessage()));
        }
        if (error instanceof ConnectomeFormatException format) {
            return complain(format.problems());
        }
        if (error instanceof StudyFormatException format) {
            return complain(format.problems());
        }
        if (error instanceof FailedRunException || isNumeric(error)) {
            if (!isNumeric(error)) {
                error.printStackTrace(terminal.err());
            }
            complain(String.valueOf(error.getMessage()));
            return CommandLine.ExitCode.SOFTWARE;
        }
        error.printStackTrace(terminal.err());
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Whether a number was not finite; the message then says all there is, and where in the program is no news. */
    private static boolean isNumeric(Throwable error) {
        return Stream.iterate(error, Objects::nonNull, Throwable::getCause)
                .anyMatch(NumericException.class::isInstance);
    }

    private int complain(List<?> problems) {
        problems.forEach(problem -> complain(String.valueOf(problem)));
        return CommandLine.ExitCode.USAGE;
    }

    private int complain(String sentence) {
        terminal.err().println("ganglion: " + legible(sentence));
        return CommandLine.ExitCode.USAGE;
    }

    /** On one line, without what a terminal takes for a command, and no longer than can be read. */
    private static String legible(String sentence) {
        String line = sentence.replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= LONGEST
                ? line
                : line.substring(0, LONGEST / 2) + " … " + line.substring(line.length() - LONGEST / 2);
    }

    private static String unmatched(CommandLine.UnmatchedArgumentException error) {
        CommandSpec spec = error.getCommandLine().getCommandSpec();
        String word = error.getUnmatched().get(0);
        if (word.startsWith("-")) {
            String name = word.replaceAll("=.*$", "");
            return "There is no option '" + name + "'" + Suggestion.clause(name, optionNames(spec));
        }
        if (!spec.subcommands().isEmpty()) {
            return "There is no command '" + word + "'"
                    + Suggestion.clause(word, new ArrayList<>(spec.subcommands().keySet()));
        }
        return "'" + word + "' is one argument too many; see '" + spec.qualifiedName() + " --help'";
    }

    private static List<String> optionNames(CommandSpec spec) {
        return spec.options().stream().map(OptionSpec::longestName).toList();
    }
}
