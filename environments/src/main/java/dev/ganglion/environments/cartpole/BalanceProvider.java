package dev.ganglion.environments.cartpole;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.control.TaskEnvironment;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;

/** {@code cartpole/balance}: a cart balances a pole, as in Gymnasium's CartPole-v1. */
public final class BalanceProvider implements EnvironmentProvider {
    private static final int VERSION = 1;

    private static final OptionSet OPTIONS = CartPoleOptions.of(
            "cartpole/balance",
            CartPoleParameters.GYMNASIUM,
            new Option.Choice(
                    "action",
                    "discrete",
                    List.of("discrete", "continuous"),
                    "Whether the cart is pushed left or right with full force, or with any force."));

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "A cart keeps a pole upright by moving left and right.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Environment create(Options options) {
        CartPoleBody body = new CartPoleBody(
                CartPoleOptions.parameters(options, CartPoleParameters.GYMNASIUM),
                options.text("action").equals("discrete") ? CartPoleBody.Push.LEFT_OR_RIGHT : CartPoleBody.Push.ANY,
                CartPoleBody.Integration.GYMNASIUM);
        BalanceTask task = new BalanceTask(body, options.isOn("velocities"));
        return new TaskEnvironment(options.canonicalName(), VERSION, body, task);
    }
}
