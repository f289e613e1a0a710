package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;

/** {@code cartpole/swingup}: a cart swings its hanging pole up and balances it. */
public final class SwingUpProvider implements EnvironmentProvider {
    private static final OptionSet OPTIONS = CartPoleOptions.of("cartpole/swingup", CartPoleParameters.CONTROL_SUITE);

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A cart swings its hanging pole up and keeps it there.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        return SwingUpTask.environment(options, false);
    }
}
