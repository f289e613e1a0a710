package dev.ganglion.experiments.cli.connectome;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Options that take one of several words. */
final class Words {
    private Words() {}

    /**
     * What a word stands for.
     *
     * @param option the option, for messages
     * @param name the word of each possible value
     * @throws InvalidInputException if it stands for none of them
     */
    static <T> T one(String option, String word, List<T> values, Function<T, String> name) {
        return values.stream()
                .filter(value -> name.apply(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(option + " cannot be '" + word + "'"
                        + Suggestion.clause(word, values.stream().map(name).collect(Collectors.toList()))));
    }
}
