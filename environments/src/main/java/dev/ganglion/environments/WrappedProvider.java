package dev.ganglion.environments;

import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.ArrayList;
import java.util.List;

/**
 * A kind of environment with one option more, that of a wrapper.
 *
 * @param inner the kind of environment, possibly wrapped itself
 * @param wrapper what is laid around it where its option asks for it
 */
public record WrappedProvider(EnvironmentProvider inner, EnvironmentWrapper wrapper) implements EnvironmentProvider {
    /** The kind of environment without any wrapper. */
    public static EnvironmentProvider unwrapped(EnvironmentProvider provider) {
        return provider instanceof WrappedProvider wrapped ? unwrapped(wrapped.inner) : provider;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public String summary() {
        return inner.summary();
    }

    @Override
    public OptionSet options() {
        List<Option> options = new ArrayList<>(inner.options().list());
        options.add(wrapper.option());
        return new OptionSet(inner.options().owner(), options);
    }

    @Override
    public Environment create(Options options) {
        return options.isDefault(wrapper.option().key()) ? inner.create(options) : wrapper.wrap(inner, options);
    }
}
