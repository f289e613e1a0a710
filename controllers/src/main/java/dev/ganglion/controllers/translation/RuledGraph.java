package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.SynapseModel;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import dev.ganglion.controllers.plasticity.RuleGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Synapses that change by a plasticity rule. */
final class RuledGraph extends PlasticGraph {
    private final SynapseModel.Plastic model;
    private final RuleGraph rule;
    private final Optional<ThirdFactor> third;

    /**
     * Into a graph; see {@link PlasticGraph}.
     *
     * @param stepSeconds length of an inner step in s
     * @param third the third factor, if there is one
     */
    RuledGraph(
            Ops tf,
            PlasticSynapses synapses,
            SynapseModel.Plastic model,
            double stepSeconds,
            int receivers,
            int axes,
            WeightMatrices weights,
            ConstantTable constants,
            Optional<ThirdFactor> third,
            ParameterOperands parameters) {
        super(tf, synapses, receivers, axes, weights);
        this.model = model;
        this.third = third;
        Map<String, Operand<TFloat32>> coefficients = new HashMap<>();
        for (Constant.Named named : model.constants()) {
            coefficients.put(named.name(), constant(named.name(), constants, parameters));
        }
        this.rule = new RuleGraph(tf, stepSeconds, model.stepSize(), coefficients);
    }

    @Override
    Acting acting(List<Operand<TFloat32>> memories, Operand<TFloat32> effective, Operand<TFloat32> presynaptic) {
        return new Acting(memories, effective, null, presynaptic);
    }

    @Override
    List<Operand<TFloat32>> learn(Acting acting, Operand<TFloat32> postsynaptic) {
        PlasticityRule.Locals locals = new PlasticityRule.Locals(
                acting.presynaptic(),
                toSynapses(postsynaptic),
                weights(),
                acting.fast(),
                third.map(factor -> factor.value(postsynaptic)).orElseGet(() -> tf().constant(0f)));
        PlasticityRule.Change change = model.rule()
                .step(
                        rule,
                        locals,
                        acting.memories().subList(1, acting.memories().size()));
        List<Operand<TFloat32>> after = new ArrayList<>();
        after.add(limited(change.learned(), model.limit()));
        after.addAll(change.memories());
        return after;
    }
}
