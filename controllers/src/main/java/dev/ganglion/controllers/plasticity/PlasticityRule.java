package dev.ganglion.controllers.plasticity;

import java.util.List;
import java.util.Set;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * How a synapse's weight changes, step by step.
 *
 * <p>A weight is {@code w = W + F}: W with which the synapse began, and F, what it has learned since. A rule is applied
 * to every synapse by itself: it is handed nothing but what {@link Factor factors} name, element by element, so that one
 * that declares no third factor is local by construction. It is the same for every wiring; whoever applies it brings the
 * operands into shapes that broadcast to its synapses.
 */
public sealed interface PlasticityRule permits Hebbian, Oja, AbcdRule, SpikeTiming, Neuromodulated, ThreeFactor {
    /** Name on the command line and in files. */
    String name();

    /** What it looks at. */
    Set<Factor> reads();

    /** The numbers in its equations, in a fixed order. */
    List<Coefficient> coefficients();

    /** What it remembers beside F, all zero when an episode begins. */
    default List<Memory> memories() {
        return List.of();
    }

    /** Whether a step adds to F, rather than to make it anew of what is remembered. */
    default boolean accumulates() {
        return true;
    }

    /**
     * Adds a step.
     *
     * @param synapse what is there at the synapse
     * @param memories what it remembers, in the order of {@link #memories()}
     */
    Change step(RuleGraph graph, Locals synapse, List<Operand<TFloat32>> memories);

    /**
     * Something that a rule remembers.
     *
     * @param name name, such as {@code eligibility}
     * @param place who has one
     */
    record Memory(String name, Place place) {}

    /** Who has one of something. */
    enum Place {
        /** Each presynaptic neuron. */
        PRE,
        /** Each postsynaptic neuron. */
        POST,
        /** Each synapse. */
        SYNAPSE
    }

    /**
     * What is there at a synapse.
     *
     * @param pre presynaptic activity with which the step began
     * @param post postsynaptic activity with which it ended
     * @param initial W
     * @param learned F
     * @param third the third factor; 0 for rules that do not read one
     */
    record Locals(
            Operand<TFloat32> pre,
            Operand<TFloat32> post,
            Operand<TFloat32> initial,
            Operand<TFloat32> learned,
            Operand<TFloat32> third) {}

    /**
     * What comes of a step.
     *
     * @param learned F after it
     * @param memories what is remembered after it
     */
    record Change(Operand<TFloat32> learned, List<Operand<TFloat32>> memories) {
        /** Copies the list. */
        public Change {
            memories = List.copyOf(memories);
        }

        /** Of a rule that remembers nothing beside F. */
        static Change of(Operand<TFloat32> learned) {
            return new Change(learned, List.of());
        }
    }
}
