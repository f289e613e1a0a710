package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import dev.ganglion.controllers.plasticity.PlasticityRules;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Registers {@code plastic}: a dense network that learns while the body lives, by a rule that is trained or evolved. */
public final class PlasticProvider implements ControllerProvider {
    private static final String STATIC = "static";

    private static final OptionSet OPTIONS = new OptionSet(
            "plastic",
            Stream.of(
                            List.of(
                                    NetworkOptions.hidden("32"),
                                    new Option.Choice(
                                            "rule",
                                            "abcd-lr",
                                            Stream.concat(PlasticityRules.names().stream(), Stream.of(STATIC))
                                                    .toList(),
                                            "Rule by which the weights change while the body lives."),
                                    NetworkOptions.neuron("rate", NetworkOptions.neurons(true)),
                                    new Option.Choice(
                                            "coefficients",
                                            "own",
                                            List.of("own", "shared"),
                                            "Whether every synapse has its own coefficients of the rule, or those of a"
                                                    + " layer share one of each."),
                                    new Option.Choice(
                                            "initial",
                                            "random",
                                            List.of("random", "trained"),
                                            "Whether the weights with which an episode begins are drawn anew for each,"
                                                    + " or are parameters."),
                                    new Option.Choice(
                                            "normalise",
                                            "off",
                                            List.of("off", "layer"),
                                            "Whether a layer's weights are divided by the largest size among them after"
                                                    + " every change."),
                                    new Option.Real(
                                            "clamp", 0, 0, 1e6, "", "Largest size of a weight; 0 for no limit."),
                                    new Option.Real(
                                            "step-size", 0.1, 1e-9, 1e3, "", "Factor on every rate of the rule.")),
                            NetworkOptions.synapses(false),
                            NetworkOptions.coding("tanh"))
                    .flatMap(List::stream)
                    .toList());

    /** For the service loader. */
    public PlasticProvider() {}

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "Dense network, of rate neurons or spiking ones, whose weights change by a rule while the body lives.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Controller bind(Options options, EnvironmentSpec environment) {
        String named = options.text("rule");
        Optional<PlasticityRule> rule =
                named.equals(STATIC) ? Optional.empty() : Optional.of(PlasticityRules.named(named));
        boolean isTrained = options.text("initial").equals("trained");
        if (rule.isEmpty() && !isTrained) {
            throw new InvalidInputException(
                    "plastic: nothing is learned of random weights that stay as they are; take initial=trained");
        }
        SynapseDesign synapses = new SynapseDesign(
                rule,
                options.text("coefficients").equals("own"),
                isTrained ? SynapseDesign.Initial.TRAINED : SynapseDesign.Initial.RANDOM,
                options.real("initial-range"),
                options.real("step-size"),
                options.real("clamp"),
                options.text("normalise").equals("layer"),
                options.isOn("biases"));
        return new NetworkController(options.canonicalName(), NetworkOptions.design(options, environment, synapses));
    }
}
