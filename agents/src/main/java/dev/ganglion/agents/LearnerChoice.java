package dev.ganglion.agents;

import dev.ganglion.environments.options.Options;

/**
 * A learner named and configured.
 *
 * @param provider the kind of learner
 * @param options its checked options
 */
public record LearnerChoice(LearnerProvider provider, Options options) {
    /** Canonical name, such as {@code ppo:epochs=5}. */
    public String name() {
        return options.canonicalName();
    }

    @Override
    public String toString() {
        return name();
    }
}
