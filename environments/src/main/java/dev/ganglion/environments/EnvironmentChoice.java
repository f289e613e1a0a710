package dev.ganglion.environments;

import dev.ganglion.environments.options.Options;

/**
 * An environment named and parametrised, but not yet built.
 *
 * @param provider the kind of environment
 * @param options its checked parameters
 */
public record EnvironmentChoice(EnvironmentProvider provider, Options options) {
    /** Canonical name, such as {@code swimmer/swim:joints=7}. */
    public String name() {
        return options.canonicalName();
    }

    /** A new environment in the caller's own class loader, for use by one thread of the process. */
    public Environment create() {
        return provider.create(options);
    }

    /** What loads the classes of the environment itself, whatever is laid around it. */
    public ClassLoader classes() {
        return WrappedProvider.unwrapped(provider).getClass().getClassLoader();
    }

    @Override
    public String toString() {
        return name();
    }
}
