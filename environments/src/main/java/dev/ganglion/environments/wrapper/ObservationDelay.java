package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;

/** {@code observation-delay}: what is observed is so many steps old; at the start it is the first observation. */
public final class ObservationDelay implements EnvironmentWrapper {
    private static final Option.Whole OPTION =
            new Option.Whole("observation-delay", 0, 0, 50, "steps", "Age of what is observed.");

    @Override
    public Option option() {
        return OPTION;
    }

    @Override
    public Environment wrap(EnvironmentProvider inner, Options options) {
        return new Delayed(inner.create(options), options.whole(OPTION.key()));
    }

    private static final class Delayed extends History {
        private final int delay;

        Delayed(Environment inner, int delay) {
            super(inner, delay + 1);
            this.delay = delay;
        }

        @Override
        void observe(float[] observation, int offset) {
            recall(delay, observation, offset);
        }
    }
}
