package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code cartpole/swingup-sparse}: as {@code cartpole/swingup}, but only success is rewarded. */
public final class SwingUpSparseProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS =
            CartPoleOptions.of("cartpole/swingup-sparse", CartPoleParameters.CONTROL_SUITE);

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A cart swings its hanging pole up and is rewarded only while it stands in the middle.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return SwingUpTask.environment(options, true);
    }
}
