package dev.ganglion.environments;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.environments.options.Suggestion;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The registry of environments by {@code DOMAIN/TASK}. */
public final class Environments {
    private Environments() {}

    /** Every registered provider with every registered wrapper, by name. */
    public static List<EnvironmentProvider> all() {
        List<EnvironmentWrapper> wrappers = wrappers();
        return registered(EnvironmentProvider.class)
                .map(provider -> wrapped(provider, wrappers))
                .sorted(Comparator.comparing(EnvironmentProvider::name))
                .toList();
    }

    /** Every registered wrapper, innermost first. */
    public static List<EnvironmentWrapper> wrappers() {
        return registered(EnvironmentWrapper.class).toList();
    }

    private static <T> Stream<T> registered(Class<T> type) {
        return ServiceLoader.load(type, Environments.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get);
    }

    private static EnvironmentProvider wrapped(EnvironmentProvider provider, List<EnvironmentWrapper> wrappers) {
        EnvironmentProvider wrapped = provider;
        for (EnvironmentWrapper wrapper : wrappers) {
            // An environment may have an option of this name itself, which then counts.
            if (!provider.options().keys().contains(wrapper.option().key())) {
                wrapped = new WrappedProvider(wrapped, wrapper);
            }
        }
        return wrapped;
    }

    /**
     * The provider of that name.
     *
     * @throws InvalidInputException if there is none
     */
    public static EnvironmentProvider find(String name) {
        List<EnvironmentProvider> all = all();
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("There is no environment '" + name + "'"
                        + Suggestion.clause(
                                name,
                                all.stream().map(EnvironmentProvider::name).toList())));
    }

    /**
     * Reads {@code DOMAIN/TASK[:key=value,…]} and checks it.
     *
     * @throws InvalidInputException if the name, a key or a value is wrong
     */
    public static EnvironmentChoice parse(String text) {
        Selector selector = Selector.parse(text);
        EnvironmentProvider provider = find(selector.name());
        Options options = provider.options().parse(selector.options());
        return new EnvironmentChoice(provider, options);
    }
}
