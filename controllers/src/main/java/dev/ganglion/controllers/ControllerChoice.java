package dev.ganglion.controllers;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.Options;

/**
 * A controller named and parametrised, but not yet bound to a body.
 *
 * @param provider the kind of controller
 * @param options its checked options
 */
public record ControllerChoice(ControllerProvider provider, Options options) {
    /** Canonical name, such as {@code mlp:hidden=256x256}. */
    public String name() {
        return options.canonicalName();
    }

    /** The controller bound to an environment. */
    public Controller bind(EnvironmentSpec environment) {
        return provider.bind(options, environment);
    }

    @Override
    public String toString() {
        return name();
    }
}
