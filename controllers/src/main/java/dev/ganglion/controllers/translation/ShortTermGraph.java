package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.SynapseModel;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Synapses with short-term plasticity. */
final class ShortTermGraph extends PlasticGraph {
    private static final float LENGTH_FLOOR = 1e-12f;

    private final SynapseModel.ShortTerm model;
    private final Operand<TFloat32> retention;
    private final Operand<TFloat32> plasticity;

    /** Into a graph; see {@link PlasticGraph}. */
    ShortTermGraph(
            Ops tf,
            PlasticSynapses synapses,
            SynapseModel.ShortTerm model,
            int receivers,
            int axes,
            WeightMatrices weights,
            ConstantTable constants,
            ParameterOperands parameters) {
        super(tf, synapses, receivers, axes, weights);
        this.model = model;
        this.retention = constant(SynapseModel.ShortTerm.RETENTION, constants, parameters);
        this.plasticity = constant(SynapseModel.ShortTerm.PLASTICITY, constants, parameters);
    }

    @Override
    Acting acting(List<Operand<TFloat32>> memories, Operand<TFloat32> effective, Operand<TFloat32> presynaptic) {
        if (!model.isNormalised()) {
            return new Acting(memories, effective, null, presynaptic);
        }
        Ops tf = tf();
        Operand<TFloat32> squares = onto(tf.math.square(effective));
        Operand<TFloat32> scale = toSynapses(tf.math.rsqrt(tf.math.add(squares, tf.constant(LENGTH_FLOOR))));
        return new Acting(memories, tf.math.mul(effective, scale), scale, presynaptic);
    }

    @Override
    List<Operand<TFloat32>> learn(Acting acting, Operand<TFloat32> postsynaptic) {
        Ops tf = tf();
        Operand<TFloat32> kept = acting.scale() == null ? acting.fast() : tf.math.mul(acting.fast(), acting.scale());
        Operand<TFloat32> coincidence = tf.math.mul(toSynapses(postsynaptic), acting.presynaptic());
        Operand<TFloat32> learned = tf.math.add(tf.math.mul(retention, kept), tf.math.mul(plasticity, coincidence));
        return List.of(limited(learned, model.limit()));
    }
}
