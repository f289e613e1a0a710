package dev.ganglion.controllers.network;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.ParameterCount;
import dev.ganglion.controllers.Width;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Registers {@code mlp}, the dense baseline: it knows nothing of bodies and so fits every one. */
public final class MlpProvider implements ControllerProvider {
    /** The nearly zero gain of a policy's output layer: the first actions are all but zero and hardly differ. */
    private static final double POLICY_GAIN = 0.01;

    private static final OptionSet OPTIONS = OptionSet.of(
            "mlp",
            new Option.Text(
                    "hidden",
                    "64x64",
                    "[1-9][0-9]{0,3}(x[1-9][0-9]{0,3})*",
                    "layer sizes from 1 to 9999 joined by x, such as 64x64",
                    "Sizes of the hidden layers, first to last."),
            Width.match("the hidden layers' width, the same for all of them"),
            new Option.Choice("activation", "tanh", List.of("tanh", "relu"), "What hidden units do."));

    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public String summary() {
        return "Dense network from the whole observation to the whole action: the baseline without biology.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Controller bind(Options options, EnvironmentSpec environment) {
        List<Integer> hidden = Stream.of(options.text("hidden").split("x", -1))
                .map(Integer::valueOf)
                .toList();
        Activation activation = Activation.valueOf(options.text("activation").toUpperCase(Locale.ROOT));
        int target = options.whole("match");
        return target == 0
                ? controller(options, environment, hidden, activation)
                : ParameterCount.nearest(
                        target,
                        Width.WIDEST,
                        width -> controller(
                                options, environment, Collections.nCopies(hidden.size(), width), activation));
    }

    private static Controller controller(
            Options options, EnvironmentSpec environment, List<Integer> hidden, Activation activation) {
        DenseNetwork network = new DenseNetwork(
                "",
                environment.observation().size(),
                hidden,
                environment.action().outputs(),
                activation,
                POLICY_GAIN);
        return new MlpController(options.canonicalName(), network);
    }
}
