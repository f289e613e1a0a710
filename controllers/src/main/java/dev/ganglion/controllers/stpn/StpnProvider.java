package dev.ganglion.controllers.stpn;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.Width;
import dev.ganglion.controllers.recurrent.RecurrentController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Locale;

/** Registers {@code stpn}: a layer of short-term plasticity neurons with a linear readout. */
public final class StpnProvider implements ControllerProvider {
    private static final OptionSet OPTIONS = OptionSet.of(
            "stpn",
            Width.HIDDEN,
            Width.MATCH,
            Option.Choice.onOff(
                    "feedforward", false, "Whether units have no synapses from one another, only plastic inputs."),
            new Option.Choice(
                    "normalisation",
                    "pre",
                    List.of("pre", "post", "none"),
                    "Where a unit's efficacies are brought to length one: before acting and learning, before acting and"
                            + " after learning, or nowhere."),
            new Option.Real("clamp", 0, 0, 1e6, "", "Largest size of a plastic efficacy; 0 for no limit."),
            new Option.Choice(
                    "rates",
                    "synapse",
                    List.of("synapse", "shared"),
                    "Whether each synapse has its own retention and plasticity, or all share one of each."),
            new Option.Choice(
                    "plastic",
                    "all",
                    List.of("all", "input", "hidden"),
                    "Which synapses are plastic: all, those from the inputs, or those between units."));

    /** For the service loader. */
    public StpnProvider() {}

    @Override
    public String name() {
        return OPTIONS.owner();
    }

    @Override
    public String summary() {
        return "Short-term plasticity neurons: synapses that strengthen with use and forget, as memory.";
    }

    @Override
    public OptionSet options() {
        return OPTIONS;
    }

    @Override
    public Controller bind(Options options, EnvironmentSpec environment) {
        boolean recurrent = !options.isOn("feedforward");
        PlasticPart plastic = PlasticPart.valueOf(options.text("plastic").toUpperCase(Locale.ROOT));
        if (!recurrent && plastic == PlasticPart.HIDDEN) {
            throw new InvalidInputException(
                    "stpn: a feed-forward layer has no synapses between units; take plastic=input or feedforward=off");
        }
        Normalisation normalisation =
                Normalisation.valueOf(options.text("normalisation").toUpperCase(Locale.ROOT));
        return Width.choose(options, width -> {
            StpnDesign design = new StpnDesign(
                    environment.observation().size(),
                    width,
                    recurrent,
                    normalisation,
                    options.real("clamp"),
                    options.text("rates").equals("synapse"),
                    plastic);
            return RecurrentController.of(
                    options.canonicalName(),
                    new StpnCell(design),
                    environment.action().outputs());
        });
    }
}
