package dev.ganglion.controllers;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** A registered kind of controller, found through {@link java.util.ServiceLoader}. */
public interface ControllerProvider {
    /** Name on the command line. */
    String name();

    /** One sentence: what kind of controller it is. */
    String summary();

    /** The options it takes. */
    OptionSet options();

    /**
     * A controller bound by signal name to an environment's observation and action.
     *
     * @param options parsed by {@link #options()}
     * @param environment what to bind to
     * @throws dev.ganglion.environments.options.InvalidInputException if the body lacks signals that the controller
     *     needs; the message lists them
     */
    Controller bind(Options options, EnvironmentSpec environment);
}
