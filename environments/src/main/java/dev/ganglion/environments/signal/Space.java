package dev.ganglion.environments.signal;

/** The set of values an observation or an action may take. */
public sealed interface Space permits Box, Discrete {
    /** Number of floats that hold one value of the space. */
    int size();

    /** The name of a component of such a value, for messages. */
    String component(int index);

    /** Number of values that a controller gives out for it: the components of a box, a logit for each choice. */
    int outputs();
}
