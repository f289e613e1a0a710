package dev.ganglion.environments;

import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;

/**
 * Something that can be laid around any environment, such as a delay of what is observed; found through {@link
 * java.util.ServiceLoader}. Its option is then one of every environment's.
 *
 * <p>Wrappers are laid around an environment in the order in which they are registered, the first innermost. An
 * implementation has a public constructor without arguments, and is loaded once per worker as bodies are (see {@link
 * EnvironmentProvider}).
 */
public interface EnvironmentWrapper {
    /** The option that asks for it. At its default the environment stays as it is. */
    Option option();

    /**
     * A wrapped environment.
     *
     * @param inner what makes the environment to be wrapped
     * @param options checked values of all options, this wrapper's own not at its default
     * @throws dev.ganglion.environments.options.InvalidInputException if the wrapper does not go with the environment
     */
    Environment wrap(EnvironmentProvider inner, Options options);
}
