package dev.ganglion.controllers.translation;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import dev.ganglion.controllers.parameter.WeightVector;
import dev.ganglion.controllers.tensor.Columns;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The constants of a circuit's neurons, or of its synapses: the learned ones lie in one vector of parameters, whose
 * elements are named such as {@code neuron/time-constant/DB} where a class shares one, or {@code
 * neuron/time-constant/DB3}.
 */
final class ConstantTable {
    private final String block;
    private final String kind;
    private final Map<String, WeightGroup> learned = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();

    /**
     * A neuron or synapse as far as constants go.
     *
     * @param shared name that it shares with its like
     * @param own its own name
     */
    record Owner(String shared, String own) {
        private String name(Constant.Scope scope) {
            return scope == Constant.Scope.SHARED ? shared : own;
        }
    }

    /**
     * A table without constants yet.
     *
     * @param block name of the vector
     * @param kind beginning of its elements' names
     */
    ConstantTable(String block, String kind) {
        this.block = block;
        this.kind = kind;
    }

    /** Makes room for the learned constants among these, which all the owners have. */
    void declare(List<Constant.Named> constants, List<Owner> owners) {
        for (Constant.Named constant : constants) {
            if (constant.value() instanceof Constant.Learned value) {
                for (Owner owner : owners) {
                    WeightGroup group = group(constant, value, owner);
                    columns.putIfAbsent(group.name(), columns.size());
                    WeightGroup before = learned.putIfAbsent(group.name(), group);
                    if (before != null && !before.equals(group)) {
                        throw new IllegalArgumentException("The constant " + group.name() + " cannot begin both as "
                                + before.initial() + " and as " + group.initial());
                    }
                }
            }
        }
    }

    private WeightGroup group(Constant.Named constant, Constant.Learned value, Owner owner) {
        return new WeightGroup(
                element(constant, value, owner),
                constant.isPositive() ? Sign.EXCITATORY : Sign.UNKNOWN,
                value.initial(),
                constant.isPositive() ? Parametrisation.EXPONENTIAL : Parametrisation.FREE);
    }

    private String element(Constant.Named constant, Constant.Learned value, Owner owner) {
        return kind + "/" + constant.name() + "/" + owner.name(value.scope());
    }

    /** The vector of learned constants, if there are any. */
    Optional<ParameterBlock> parameters() {
        return learned.isEmpty()
                ? Optional.empty()
                : Optional.of(new WeightVector(block, List.copyOf(learned.values())));
    }

    /**
     * A constant of some owners.
     *
     * @return a scalar if it is fixed; {@code [owners]} if it is learned, with a population axis in front if the
     *     parameters have one
     */
    Operand<TFloat32> value(Ops tf, ParameterOperands parameters, Constant.Named constant, List<Owner> owners) {
        if (constant.value() instanceof Constant.Learned value) {
            int[] places = owners.stream()
                    .mapToInt(owner -> Objects.requireNonNull(columns.get(element(constant, value, owner))))
                    .toArray();
            return Columns.pick(tf, parameters.effective(block), places);
        }
        return tf.constant((float) ((Constant.Fixed) constant.value()).value());
    }
}
