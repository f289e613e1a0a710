package dev.ganglion.experiments.inspection;

import dev.ganglion.agents.policy.InitialParameters;
import dev.ganglion.connectome.SynapseKind;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Neuron;
import dev.ganglion.controllers.circuit.Synapse;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.ablation.AblationTrail;
import dev.ganglion.experiments.transfer.Fit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The weights of a trained circuit beside those with which it began.
 *
 * <p>The initial weights are drawn anew from the run's seed, as training drew them; of a run that began with another's
 * parameters they are those of an untrained controller all the same.
 *
 * @param synapses every synapse, what moved most first
 * @param pairs every pair of classes, what moved most first
 */
public record Inspection(List<SynapseWeight> synapses, List<ClassPair> pairs) {
    /** Copies the lists. */
    public Inspection {
        synapses = List.copyOf(synapses);
        pairs = List.copyOf(pairs);
    }

    /**
     * A synapse's effective weight: its gain times that of its group, with the sign.
     *
     * @param pre the neuron that signals
     * @param preClass its class
     * @param post the neuron that is signalled to
     * @param postClass its class
     * @param kind chemical or electrical
     * @param group the weight that it shares
     * @param before at the beginning
     * @param after as trained
     */
    public record SynapseWeight(
            String pre,
            String preClass,
            String post,
            String postClass,
            SynapseKind kind,
            String group,
            double before,
            double after) {
        /** By how much it moved. */
        public double change() {
            return after - before;
        }

        private String pair() {
            return preClass + (kind == SynapseKind.CHEMICAL ? ">" : "--") + postClass;
        }
    }

    /**
     * The synapses from one class to another, of one kind.
     *
     * @param name such as {@code DB>VD}, with {@code --} for gap junctions
     * @param synapses how many there are
     * @param before mean effective weight at the beginning
     * @param after mean effective weight as trained
     */
    public record ClassPair(String name, int synapses, double before, double after) {
        /** By how much the mean moved. */
        public double change() {
            return after - before;
        }
    }

    /**
     * Reads a run's circuit.
     *
     * @throws InvalidInputException if its controller is no circuit
     */
    public static Inspection of(Run run) {
        EnvironmentSpec body = run.environment().spec();
        Circuit circuit =
                AblationTrail.of(run.config().plan().controller(), body).result();
        Controller controller = run.config().plan().controller().bind(body);
        Map<String, double[]> initial = Fit.initial(controller, run.checkpoint().seed());
        Map<String, Double> before = weights(controller, initial);
        Map<String, Double> after = weights(controller, run.checkpoint().values());
        Map<String, String> classes =
                circuit.neurons().stream().collect(Collectors.toMap(Neuron::name, Neuron::cellClass));
        List<SynapseWeight> synapses = new ArrayList<>();
        for (Synapse synapse : circuit.synapses()) {
            synapses.add(new SynapseWeight(
                    synapse.pre(),
                    classes.getOrDefault(synapse.pre(), synapse.pre()),
                    synapse.post(),
                    classes.getOrDefault(synapse.post(), synapse.post()),
                    synapse.kind(),
                    synapse.group(),
                    synapse.gain() * weight(before, synapse.group()),
                    synapse.gain() * weight(after, synapse.group())));
        }
        synapses.sort(Comparator.comparingDouble((SynapseWeight synapse) -> -Math.abs(synapse.change())));
        return new Inspection(synapses, pairs(synapses));
    }

    /** Effective values by name, of blocks whose values have names. */
    private static Map<String, Double> weights(Controller controller, Map<String, double[]> raw) {
        Map<String, Double> weights = new LinkedHashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            double[] values = raw.get(InitialParameters.CONTROLLER + block.name());
            if (!block.elements().isEmpty() && values != null) {
                float[] single = new float[values.length];
                for (int i = 0; i < values.length; i++) {
                    single[i] = (float) values[i];
                }
                float[] effective = block.effective(single);
                for (int i = 0; i < effective.length; i++) {
                    weights.put(block.elements().get(i), (double) effective[i]);
                }
            }
        }
        return weights;
    }

    private static double weight(Map<String, Double> weights, String group) {
        return Objects.requireNonNull(weights.get(group), group);
    }

    private static List<ClassPair> pairs(List<SynapseWeight> synapses) {
        return synapses.stream()
                .collect(Collectors.groupingBy(SynapseWeight::pair, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(pair -> new ClassPair(
                        pair.getKey(),
                        pair.getValue().size(),
                        pair.getValue().stream()
                                .mapToDouble(SynapseWeight::before)
                                .average()
                                .orElseThrow(),
                        pair.getValue().stream()
                                .mapToDouble(SynapseWeight::after)
                                .average()
                                .orElseThrow()))
                .sorted(Comparator.comparingDouble((ClassPair pair) -> -Math.abs(pair.change())))
                .toList();
    }
}
