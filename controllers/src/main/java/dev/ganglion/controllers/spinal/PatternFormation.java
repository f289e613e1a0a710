package dev.ganglion.controllers.spinal;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.circuit.Memoryless;
import dev.ganglion.controllers.circuit.OutputPort;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * From a limb's flexor and extensor to the targets of its hip and knee: {@code u = tanh(W [F, E] + b)}, one W and b for
 * both forelegs and one for both hind legs. A target of 0 is the standing posture, −1 and 1 are the ends of the joint's
 * range.
 *
 * <p>Source: code of Bhattasali et al. (2024), arXiv 2410.07174. Flexors keep pulling thighs ahead and bending knees,
 * extensors the other way; b is free.
 */
final class PatternFormation {
    private final CircuitBuilder circuit;
    private final Parametrisation parametrisation;
    private final List<OutputPort> outputs = new ArrayList<>();

    /**
     * Into a circuit.
     *
     * @param parametrisation how the weights whose sign is locked are kept to it
     */
    PatternFormation(CircuitBuilder circuit, Parametrisation parametrisation) {
        this.circuit = circuit;
        this.parametrisation = parametrisation;
    }

    /** Adds what drives a limb. */
    void add(Limb limb) {
        joint(limb, "hip", limb.hip(), -0.5, 0.3);
        joint(limb, "knee", limb.knee(), -0.2, 0.8);
    }

    private void joint(Limb limb, String name, int joint, double flexor, double extensor) {
        circuit.neuron(name, limb, new Memoryless.HyperbolicTangent());
        String path = "pattern/" + limb.girdle() + "/";
        String target = limb.neuron(name);
        circuit.synapse(
                limb.neuron(RhythmGenerator.FLEXOR),
                target,
                weight(path + RhythmGenerator.FLEXOR + ">" + name, Sign.INHIBITORY, flexor));
        circuit.synapse(
                limb.neuron(RhythmGenerator.EXTENSOR),
                target,
                weight(path + RhythmGenerator.EXTENSOR + ">" + name, Sign.EXCITATORY, extensor));
        circuit.synapse(
                RhythmGenerator.TONIC,
                target,
                new WeightGroup(path + "bias>" + name, Sign.UNKNOWN, new InitialValue.Fixed(0), Parametrisation.FREE));
        outputs.add(new OutputPort("joint/" + joint + "/target", 0, List.of(new OutputPort.Term(target, 1))));
    }

    private WeightGroup weight(String name, Sign sign, double value) {
        return new WeightGroup(name, sign, new InitialValue.Fixed(value), parametrisation);
    }

    /** The targets of all limbs that were added. */
    List<OutputPort> outputs() {
        return List.copyOf(outputs);
    }
}
