package dev.ganglion.agents;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.environments.options.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The registry of learners by name. */
public final class Learners {
    private Learners() {}

    /** Every registered provider, by name. */
    public static List<LearnerProvider> all() {
        return ServiceLoader.load(LearnerProvider.class, Learners.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(LearnerProvider::name))
                .toList();
    }

    /**
     * Reads {@code NAME[:key=value,…]} and checks it.
     *
     * @throws InvalidInputException if the name, a key or a value is wrong
     */
    public static LearnerChoice parse(String text) {
        Selector selector = Selector.parse(text);
        List<LearnerProvider> all = all();
        LearnerProvider provider = all.stream()
                .filter(candidate -> candidate.name().equals(selector.name()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is no learner '" + selector.name() + "'"
                        + Suggestion.clause(
                                selector.name(),
                                all.stream().map(LearnerProvider::name).toList())));
        return new LearnerChoice(provider, provider.options().parse(selector.options()));
    }
}
