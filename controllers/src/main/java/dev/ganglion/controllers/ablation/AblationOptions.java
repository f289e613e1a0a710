package dev.ganglion.controllers.ablation;

import dev.ganglion.connectome.nullmodel.NullModel;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.Membrane;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.Receiver;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.circuit.SynapseModels;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The ablations as options on the command line, the same for every circuit.
 *
 * <p>They are applied in one order, whatever the order in which they are given: first the wiring (null model, gap
 * junctions, lesion, senses, pacemaker), then the parts (neurons, synapses), then the weights (sharing, signs, initial
 * values), and at last groups of synapses, which by then have their names.
 */
public final class AblationOptions {
    private static final String NULL_MODEL = "null-model";
    private static final String NULL_SEED = "null-seed";
    private static final String GAP_JUNCTIONS = "gap-junctions";
    private static final String LESION = "lesion";
    private static final String CUT = "cut";
    private static final String NEURON = "neuron";
    private static final String SYNAPSE = "synapse";
    private static final String CONSTANTS = "constants";
    private static final String INNER_STEPS = "inner-steps";
    private static final String NONE = "none";
    private static final String STATIC = "static";

    private static final String NULL_MODEL_HELP =
            "Null model from which the wiring among neurons is drawn, with the same spectral radius.";

    /** Of a circuit that has none of its own: as many as the levels of most. */
    private static final int USUAL_INNER_STEPS = 3;

    private AblationOptions() {}

    /** Sharing, signs, initial values, senses and pacemaker. */
    public static List<Option> basic() {
        return List.of(
                Option.Choice.onOff("sharing", true, "Whether like synapses share a weight."),
                new Option.Choice(
                        "signs",
                        "constrained",
                        List.of("constrained", "free"),
                        "Whether weights keep the sign of their synapse, or begin with a random one and may change"
                                + " it."),
                new Option.Choice(
                        "init",
                        "constant",
                        List.of("constant", "uniform"),
                        "Whether weights begin at their usual magnitude or at one drawn between 0 and it."),
                Option.Choice.onOff("proprioception", true, "Whether the circuit feels the bend of the joints."),
                Option.Choice.onOff("oscillator", true, "Whether an oscillator drives the head."));
    }

    /**
     * Lesions of neurons and of groups of synapses, models of neurons and synapses, and inner steps.
     *
     * @param ownNeuron what the neurons are unless asked otherwise
     */
    public static List<Option> parts(String ownNeuron) {
        return List.of(
                new Option.Text(
                        LESION,
                        NONE,
                        "[A-Za-z0-9_.,-]+",
                        "names of neurons or classes such as DB,VB",
                        "Neurons to cut out, by name or class."),
                new Option.Text(
                        CUT,
                        NONE,
                        "[A-Za-z0-9_.,>/-]+",
                        "names of weights such as prop,contra",
                        "Groups of synapses to cut, by the name of the weight that they share."),
                new Option.Choice(
                        NEURON,
                        ownNeuron,
                        Stream.concat(Stream.of(ownNeuron), NeuronModels.names().stream())
                                .distinct()
                                .toList(),
                        "Model of all neurons; muscles keep theirs."),
                new Option.Choice(
                        CONSTANTS,
                        "fixed",
                        List.of("fixed", "learned"),
                        "Whether the constants of that model, such as time constants, are learned for each class."),
                new Option.Choice(
                        SYNAPSE, STATIC, SynapseModels.names(), "How weights behave in time: not at all, or plastic."),
                new Option.Whole(
                        INNER_STEPS,
                        0,
                        0,
                        1000,
                        "inner steps",
                        "Steps of neurons with memory and plastic synapses in a control period; 0 for the usual"
                                + " number."));
    }

    /** Null models and gap junctions, for circuits with wiring among their neurons. */
    public static List<Option> wiring() {
        return wiring(new Option.Choice(NULL_MODEL, NONE, nullModels(), NULL_MODEL_HELP));
    }

    /** The same for circuits that may have such wiring or not; without it, a null model is refused. */
    public static List<Option> possibleWiring() {
        return wiring(new Option.Text(
                NULL_MODEL, NONE, String.join("|", nullModels()), String.join(" | ", nullModels()), NULL_MODEL_HELP));
    }

    private static List<Option> wiring(Option nullModel) {
        return List.of(
                nullModel,
                new Option.Whole(
                        NULL_SEED, 1, Long.MIN_VALUE, Long.MAX_VALUE, "", "Which draw from the null model it is."),
                Option.Choice.onOff(GAP_JUNCTIONS, true, "Whether there are gap junctions."));
    }

    private static List<String> nullModels() {
        return Stream.concat(Stream.of(NONE), Stream.of(NullModel.values()).map(NullModel::id))
                .toList();
    }

    /**
     * The ablations that options ask for, in order.
     *
     * @param options options of a controller, with all or some of those above
     * @param intact the circuit that they will be applied to
     * @param controlPeriodSeconds the body's control period
     */
    public static List<Ablation> asked(Options options, Circuit intact, double controlPeriodSeconds) {
        List<Ablation> ablations = new ArrayList<>();
        addWiring(options, ablations);
        addParts(options, intact, controlPeriodSeconds, ablations);
        addWeights(options, ablations);
        return List.copyOf(ablations);
    }

    private static void addWiring(Options options, List<Ablation> ablations) {
        given(options, NULL_MODEL)
                .flatMap(NullModel::of)
                .ifPresent(model -> ablations.add(NullWiring.ablation(model, Long.parseLong(options.text(NULL_SEED)))));
        given(options, GAP_JUNCTIONS).ifPresent(off -> ablations.add(Ablations.withoutGapJunctions()));
        given(options, LESION).ifPresent(names -> ablations.add(Ablations.lesion(List.of(names.split(",", -1)))));
        given(options, "proprioception")
                .ifPresent(off -> ablations.add(
                        Ablations.withoutSenses("proprioception=off", signal -> signal.startsWith("joint/"))));
        given(options, "oscillator").ifPresent(off -> ablations.add(Ablations.withoutOscillators()));
    }

    private static void addParts(Options options, Circuit intact, double period, List<Ablation> ablations) {
        Optional<NeuronModels.Entry> neuron = given(options, NEURON).map(NeuronModels::entry);
        Optional<SynapseModel> synapse = given(options, SYNAPSE).map(SynapseModels::named);
        boolean isLearned = given(options, CONSTANTS).isPresent();
        Set<String> muscles = Ablations.muscles(intact);
        if (isLearned) {
            requireConstants(intact, neuron, muscles);
        }
        int asked = options.whole(INNER_STEPS);
        boolean lasts = intact.dynamics().isPresent()
                || synapse.isPresent()
                || neuron.stream().anyMatch(entry -> entry.model() instanceof Membrane);
        if (asked > 0 && !lasts) {
            throw new InvalidInputException(intact.name() + ": inner-steps acts only with neurons that have a membrane,"
                    + " such as neuron=ctrnn, or with plastic synapses, such as synapse=stp");
        }
        int usual = neuron.map(NeuronModels.Entry::innerSteps)
                .orElse(intact.dynamics().map(Dynamics::innerSteps).orElse(USUAL_INNER_STEPS));
        Dynamics dynamics = new Dynamics(asked > 0 ? asked : usual, period);
        if (asked > 0 && intact.dynamics().isPresent()) {
            ablations.add(new Ablation(
                    INNER_STEPS + "=" + asked, circuit -> circuit.withNeurons(cell -> cell, Optional.of(dynamics))));
        }
        if (isLearned && neuron.isEmpty()) {
            ablations.add(new Ablation(
                    CONSTANTS + "=learned",
                    circuit -> circuit.withNeurons(
                            cell -> muscles.contains(cell.name()) ? cell : withLearnedConstants(cell),
                            circuit.dynamics())));
        }
        neuron.ifPresent(entry -> ablations.add(Ablations.neuronModel(
                NEURON + "=" + entry.name() + (isLearned ? "," + CONSTANTS + "=learned" : ""),
                isLearned ? learned(entry.model()) : entry.model(),
                cell -> !muscles.contains(cell.name()),
                dynamics)));
        synapse.ifPresent(
                model -> ablations.add(Ablations.synapseModel(SYNAPSE + "=" + options.text(SYNAPSE), model, dynamics)));
    }

    /** Neurons have constants if they are asked to be of a model that has some, or are of such a model already. */
    private static void requireConstants(Circuit intact, Optional<NeuronModels.Entry> neuron, Set<String> muscles) {
        boolean any = neuron.isPresent()
                ? !neuron.get().model().constants().isEmpty()
                : intact.neurons().stream()
                        .filter(cell -> !muscles.contains(cell.name()))
                        .anyMatch(cell -> cell.model() instanceof Receiver model
                                && !model.constants().isEmpty());
        if (!any) {
            throw new InvalidInputException(intact.name() + ": constants=learned needs neurons that have constants; "
                    + neuron.map(entry -> "neuron=" + entry.name() + " has none")
                            .orElse("its own have none")
                    + ", these have: " + String.join(", ", NeuronModels.namesWithConstants()));
        }
    }

    private static Neuron withLearnedConstants(Neuron neuron) {
        return neuron.model() instanceof Receiver model ? neuron.withModel(learned(model)) : neuron;
    }

    private static Receiver learned(Receiver model) {
        return model.withConstants(constant -> constant.learned(Constant.Scope.SHARED));
    }

    private static void addWeights(Options options, List<Ablation> ablations) {
        given(options, "sharing").ifPresent(off -> ablations.add(Ablations.unsharedWeights()));
        given(options, "signs").ifPresent(free -> ablations.add(Ablations.freeSigns()));
        given(options, "init").ifPresent(uniform -> ablations.add(Ablations.uniformInitialValues()));
        given(options, CUT).ifPresent(names -> ablations.add(Ablations.cut(List.of(names.split(",", -1)))));
    }

    /** The value of an option that is declared and not at its default. */
    private static Optional<String> given(Options options, String key) {
        return Optional.ofNullable(options.asMap().get(key)).filter(value -> !options.isDefault(key));
    }
}
