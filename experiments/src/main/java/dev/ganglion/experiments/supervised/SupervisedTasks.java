package dev.ganglion.experiments.supervised;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.environments.options.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The tasks that are learned from examples, by name. */
public final class SupervisedTasks {
    private static final String ALL = "all";

    private static final OptionSet FUNCTIONS = OptionSet.of(
            FunctionApproximation.NAME,
            new Option.Choice("function", ALL, functions(), "The function to approximate; all of them in turn."));

    private SupervisedTasks() {}

    private static List<String> functions() {
        List<String> words = new ArrayList<>(TestFunction.words());
        words.add(ALL);
        return words;
    }

    /**
     * The tasks that a name stands for: {@code associative-retrieval}, or {@code function-approximation[:function=…]},
     * which is one task for each function.
     *
     * @throws InvalidInputException if there is none of that name, or an option is wrong
     */
    public static List<SupervisedTask> parse(String text) {
        Selector selector = Selector.parse(text);
        return switch (selector.name()) {
            case AssociativeRetrieval.NAME -> {
                OptionSet.of(AssociativeRetrieval.NAME).parse(selector.options());
                yield List.of(new AssociativeRetrieval());
            }
            case FunctionApproximation.NAME -> functions(selector.options());
            default ->
                throw new InvalidInputException("There is no task '" + selector.name() + "'"
                        + Suggestion.clause(
                                selector.name(), List.of(AssociativeRetrieval.NAME, FunctionApproximation.NAME)));
        };
    }

    private static List<SupervisedTask> functions(Map<String, String> options) {
        String word = FUNCTIONS.parse(options).text("function");
        return word.equals(ALL)
                ? Arrays.stream(TestFunction.values())
                        .<SupervisedTask>map(FunctionApproximation::new)
                        .toList()
                : List.of(new FunctionApproximation(TestFunction.valueOf(word.toUpperCase(Locale.ROOT))));
    }
}
