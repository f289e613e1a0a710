package dev.ganglion.environments;

import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/**
 * A registered kind of environment, found through {@link java.util.ServiceLoader}.
 *
 * <p>An implementation has a public constructor without arguments. It is loaded once per worker in a class loader of
 * the worker's own, together with every class it uses that is not part of the contract, because JBox2D keeps mutable
 * statics (see {@link dev.ganglion.environments.vector.WorldLoader}).
 */
public interface EnvironmentProvider {
    /** Name of the form {@code DOMAIN/TASK}. */
    String name();

    /** One sentence: what the body has to do. */
    String summary();

    /** The parameters it takes. */
    OptionSet options();

    /**
     * An environment with these parameters.
     *
     * @param options parsed by {@link #options()}
     * @throws dev.ganglion.environments.options.InvalidInputException if the parameters do not go together
     */
    Environment create(Options options);
}
