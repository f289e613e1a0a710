package dev.ganglion.controllers;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.environments.options.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The registry of controllers by name. */
public final class Controllers {
    private Controllers() {}

    /** Every registered provider, by name. */
    public static List<ControllerProvider> all() {
        return ServiceLoader.load(ControllerProvider.class, Controllers.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(ControllerProvider::name))
                .toList();
    }

    /**
     * Reads {@code NAME[:key=value,…]} and checks it.
     *
     * @throws InvalidInputException if the name, a key or a value is wrong
     */
    public static ControllerChoice parse(String text) {
        Selector selector = Selector.parse(text);
        List<ControllerProvider> all = all();
        ControllerProvider provider = all.stream()
                .filter(candidate -> candidate.name().equals(selector.name()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is no controller '" + selector.name() + "'"
                        + Suggestion.clause(
                                selector.name(),
                                all.stream().map(ControllerProvider::name).toList())));
        return new ControllerChoice(provider, provider.options().parse(selector.options()));
    }
}
