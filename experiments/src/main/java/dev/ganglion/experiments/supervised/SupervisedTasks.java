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

    private static final List<Family> ALL_FAMILIES = List.of(
            new Family(
                    OptionSet.of(AssociativeRetrieval.NAME),
                    "Three pairs of a letter and a digit, then one of the letters: which digit was it?"),
            new Family(FUNCTIONS, "Ten functions of one to four variables, from points drawn at random."));

    private SupervisedTasks() {}

    /**
     * Tasks of one name.
     *
     * @param options the options it takes, owned by the name
     * @param summary one sentence about it
     */
    public record Family(OptionSet options, String summary) {
        /** Name on the command line. */
        public String name() {
            return options.owner();
        }
    }

    /** All families, by name. */
    public static List<Family> all() {
        return ALL_FAMILIES;
    }

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
                                selector.name(),
                                ALL_FAMILIES.stream().map(Family::name).toList()));
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
