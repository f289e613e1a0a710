package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layer of units with memory: a pure function (input, memory, parameters) → (activity, memory).
 *
 * <p>Every operand may have a population axis before its batch axis; parameters then have it in front.
 */
public interface RecurrentCell {
    /** Number of units that are read out. */
    int hidden();

    /** The parameters it needs, in a fixed order. */
    List<ParameterBlock> parameters();

    /** What it remembers; all zero when an episode begins. */
    StateLayout state();

    /** Which of it are weights that change while the body lives; offsets count from its first value. */
    default List<PlasticWeights> plasticWeights() {
        return List.of();
    }

    /**
     * Adds one step to a graph.
     *
     * @param input {@code [batch, inputs]}
     * @param memory the parts of {@link #state()} in order, {@code [batch, …]} each
     * @param parameters effective values of {@link #parameters()}
     */
    Activity step(Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters);

    /**
     * One step's results in a graph.
     *
     * @param hidden activity of the units, {@code [batch, hidden]}
     * @param memory the parts of the state after the step
     * @param measures what may be measured at this step by name, such as {@link SynapticEnergy#NAME}, {@code [batch]}
     */
    record Activity(Operand<TFloat32> hidden, List<Operand<TFloat32>> memory, Map<String, Operand<TFloat32>> measures) {
        /** Copies the containers. */
        public Activity {
            memory = List.copyOf(memory);
            measures = Map.copyOf(measures);
        }

        /** A step of which the {@link SynapticEnergy} is measured. */
        static Activity withEnergy(Operand<TFloat32> hidden, List<Operand<TFloat32>> memory, Operand<TFloat32> energy) {
            return new Activity(hidden, memory, Map.of(SynapticEnergy.NAME, energy));
        }
    }
}
