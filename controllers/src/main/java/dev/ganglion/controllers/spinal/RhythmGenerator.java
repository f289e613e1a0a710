package dev.ganglion.controllers.spinal;

import dev.ganglion.controllers.circuit.Bursting;
import dev.ganglion.controllers.circuit.ClippedIntegrator;
import dev.ganglion.controllers.circuit.NeuronModel;
import java.util.List;

/*
 * One girdle; the other side is its mirror image.
 *
 *    E ──-0.1──> F ──-1──> E            half-centre of each limb: the flexor bursts, the extensor fills its pauses
 *    F ──> V0d ──-1.5──> F opposite     keeps left and right apart while the command is low
 *    F ──> V3F ──+0.3──> F opposite     brings them together when it is high
 *    E ──> V3E ──+0.05─> E opposite
 *
 * Between the girdles: fore F ──> V0c ──-0.8──> diagonal hind F, fore F ──> V0v ──+0.2──> the same; hind F ──> V3A
 * ──+0.2──> diagonal fore F; In2, driven by V3F and V3A, lifts V0c.
 */

/**
 * The rhythm generator of the quadruped: four flexors that burst, four extensors and twenty interneurons, joined by 56
 * synapses, and the 18 by which one command sets rhythm and gait. None of its weights is learned.
 *
 * <p>Source: code of Bhattasali et al. (2024), arXiv 2410.07174, whose values these are. Its V0d are here called V0d
 * where they cross within a girdle and V0c where they descend to the diagonal limb. That V3A excites the In2 of its
 * diagonal foreleg, not that of its own side, is our reading: it gives the published rhythms.
 */
final class RhythmGenerator {
    /** Class of the flexors, active in swing. */
    static final String FLEXOR = "F";

    /** Class of the extensors, active in stance. */
    static final String EXTENSOR = "E";

    /** Source of the tonic drive of all neurons. */
    static final String TONIC = "tonic";

    /** Source of the command. */
    static final String COMMAND = "command";

    private static final String CROSSED_INHIBITION = "V0d";
    private static final String DIAGONAL_INHIBITION = "V0c";
    private static final String DIAGONAL_EXCITATION = "V0v";
    private static final String CROSSED_EXCITATION = "V3F";
    private static final String STANCE_EXCITATION = "V3E";
    private static final String ASCENDING = "V3A";
    private static final String LIFTING = "In2";

    private final CircuitBuilder circuit;

    private RhythmGenerator(CircuitBuilder circuit) {
        this.circuit = circuit;
    }

    /**
     * Adds the rhythm generator to a circuit that has the sources {@link #TONIC} and {@link #COMMAND}.
     *
     * @param flexor model of the flexors
     */
    static void add(CircuitBuilder circuit, Bursting flexor) {
        RhythmGenerator generator = new RhythmGenerator(circuit);
        generator.addNeurons(flexor);
        for (Limb limb : Limb.values()) {
            generator.joinHalfCentre(limb);
            generator.joinAcross(limb);
        }
        for (Limb fore : Limb.FORE) {
            generator.joinAlong(fore);
            generator.joinDescending(fore);
        }
        for (Limb hind : Limb.HIND) {
            generator.joinAscending(hind);
        }
    }

    private void addNeurons(Bursting flexor) {
        NeuronModel leaky = ClippedIntegrator.usual();
        List<Limb> all = List.of(Limb.values());
        add(FLEXOR, all, flexor, 0.1);
        add(EXTENSOR, all, leaky, 0.8);
        add(CROSSED_INHIBITION, all, leaky, -0.1);
        add(CROSSED_EXCITATION, all, leaky, -0.4);
        add(STANCE_EXCITATION, all, leaky, 0);
        add(DIAGONAL_INHIBITION, Limb.FORE, leaky, -0.1);
        add(DIAGONAL_EXCITATION, Limb.FORE, leaky, -0.1);
        add(LIFTING, Limb.FORE, leaky, -0.1);
        add(ASCENDING, Limb.HIND, leaky, -0.4);
        command(FLEXOR, all, 1);
        command(CROSSED_EXCITATION, all, 1);
        command(ASCENDING, Limb.HIND, 0.8);
        command(CROSSED_INHIBITION, all, -0.8);
        command(DIAGONAL_INHIBITION, Limb.FORE, -0.5);
        command(DIAGONAL_EXCITATION, Limb.FORE, -0.5);
    }

    private void add(String cellClass, List<Limb> limbs, NeuronModel model, double bias) {
        for (Limb limb : limbs) {
            circuit.neuron(cellClass, limb, model);
            if (bias != 0) {
                circuit.fixed(TONIC, limb.neuron(cellClass), "bias/" + cellClass, bias);
            }
        }
    }

    private void command(String cellClass, List<Limb> limbs, double weight) {
        limbs.forEach(limb -> circuit.fixed(COMMAND, limb.neuron(cellClass), "command/" + cellClass, weight));
    }

    private void join(String path, Limb from, String pre, Limb to, String post, double weight) {
        circuit.fixed(from.neuron(pre), to.neuron(post), path + "/" + pre + ">" + post, weight);
    }

    private void joinHalfCentre(Limb limb) {
        join("half-centre", limb, FLEXOR, limb, EXTENSOR, -1);
        join("half-centre", limb, EXTENSOR, limb, FLEXOR, -0.1);
    }

    private void joinAcross(Limb limb) {
        Limb other = limb.opposite();
        join("across", limb, FLEXOR, limb, CROSSED_INHIBITION, 1);
        join("across", limb, CROSSED_INHIBITION, other, FLEXOR, -1.5);
        join("across", limb, FLEXOR, limb, CROSSED_EXCITATION, 1);
        join("across", limb, CROSSED_EXCITATION, other, FLEXOR, 0.3);
        join("across", limb, EXTENSOR, limb, STANCE_EXCITATION, 1);
        join("across", limb, STANCE_EXCITATION, other, EXTENSOR, 0.05);
    }

    private void joinAlong(Limb fore) {
        Limb hind = fore.alongside();
        join("backward", fore, EXTENSOR, hind, FLEXOR, 0.1);
        join("backward", fore, FLEXOR, hind, FLEXOR, -0.1);
        join("forward", hind, EXTENSOR, fore, FLEXOR, 0.1);
    }

    private void joinDescending(Limb fore) {
        Limb hind = fore.diagonal();
        join("descending", fore, FLEXOR, fore, DIAGONAL_INHIBITION, 1);
        join("descending", fore, DIAGONAL_INHIBITION, hind, FLEXOR, -0.8);
        join("descending", fore, FLEXOR, fore, DIAGONAL_EXCITATION, 1);
        join("descending", fore, DIAGONAL_EXCITATION, hind, FLEXOR, 0.2);
        join("descending", fore, CROSSED_EXCITATION, fore, LIFTING, 1);
        join("descending", fore, LIFTING, fore, DIAGONAL_INHIBITION, -0.2);
    }

    private void joinAscending(Limb hind) {
        Limb fore = hind.diagonal();
        join("ascending", hind, FLEXOR, hind, ASCENDING, 1);
        join("ascending", hind, ASCENDING, fore, FLEXOR, 0.2);
        join("ascending", hind, ASCENDING, fore, LIFTING, 0.8);
    }
}
