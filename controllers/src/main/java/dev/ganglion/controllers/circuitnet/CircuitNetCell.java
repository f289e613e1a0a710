package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.network.Activation;
import dev.ganglion.controllers.network.DenseNetwork;
import dev.ganglion.controllers.recurrent.RecurrentCell;
import dev.ganglion.controllers.tensor.Axes;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A net of circuit motif units: locally dense, globally sparse.
 *
 * <p>A linear encoder gives every neuron of every unit a first activity. Then, so many times, each unit's neurons act on
 * one another ({@link MotifUnits}) and on the units that hear them ({@link Ports}), and the two are added:
 * {@code x ← intra(x) + inter(x)}. Weights are the same in every iteration.
 *
 * <p>Idea, operators and ports: Wang et al. (ICML 2023, PMLR 202), "CircuitNet: a generic neural network to realize
 * universal circuit motif modeling". The authors published no code. The linear and product terms, ClipSin, ports and the
 * ring follow two independent reimplementations; the form of the attention, the ports' exact masking, the low-rank
 * product, carrying the state, the initial values and the controller around it are ours.
 *
 * @param design what the net is like
 */
public record CircuitNetCell(CircuitNetDesign design) implements RecurrentCell {
    private static final String STATE = "neuron";

    @Override
    public int hidden() {
        return design.units() * design.neurons();
    }

    @Override
    public List<ParameterBlock> parameters() {
        List<ParameterBlock> blocks = new ArrayList<>(encoder().parameters());
        blocks.addAll(new MotifUnits(design).parameters());
        if (design.hasPorts()) {
            blocks.addAll(new Ports(design).parameters());
        }
        return List.copyOf(blocks);
    }

    private DenseNetwork encoder() {
        return new DenseNetwork("encoder/", design.inputs(), List.of(), hidden(), Activation.TANH, 1);
    }

    @Override
    public StateLayout state() {
        return design.carry()
                ? StateLayout.of(StateLayout.Part.of(STATE, design.units() * design.neurons()))
                : StateLayout.of();
    }

    @Override
    public Activity step(
            Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters) {
        Operand<TFloat32> first = encoder().translate(tf, input, parameters);
        if (design.carry()) {
            first = tf.math.add(first, memory.get(0));
        }
        MotifUnits units = new MotifUnits(design);
        Ports ports = new Ports(design);
        Operand<TFloat32> x = byUnit(tf, first);
        for (int iteration = 0; iteration < design.iterations(); iteration++) {
            Operand<TFloat32> within = units.translate(tf, x, parameters);
            x = design.hasPorts() ? tf.math.add(within, ports.translate(tf, x, parameters)) : within;
        }
        Operand<TFloat32> last = bySample(tf, x);
        return new Activity(last, design.carry() ? List.of(last) : List.of(), Map.of());
    }

    /** From {@code [batch, units · neurons]} to {@code [unit, batch, neuron]}. */
    private Operand<TFloat32> byUnit(Ops tf, Operand<TFloat32> flat) {
        return Axes.exchange(tf, Axes.replaceLast(tf, flat, 1, design.units(), design.neurons()), 1, 2);
    }

    private Operand<TFloat32> bySample(Ops tf, Operand<TFloat32> units) {
        return Axes.replaceLast(tf, Axes.exchange(tf, units, 1, 2), 2, hidden());
    }
}
