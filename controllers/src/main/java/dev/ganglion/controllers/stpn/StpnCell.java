package dev.ganglion.controllers.stpn;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.recurrent.RecurrentCell;
import dev.ganglion.controllers.recurrent.SynapticEnergy;
import dev.ganglion.controllers.recurrent.UniformWeights;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A layer of short-term plasticity neurons.
 *
 * <p>Each synapse has a fixed weight {@code W} and a plastic efficacy {@code F} that starts every episode at 0. With the
 * presynaptic activity {@code z}, the inputs followed by the units' previous activity:
 *
 * <pre>{@code
 * G = W + F                      efficacy
 * n = sqrt(Σ G² + 1e-12)         length of each unit's row
 * h = tanh(G z / n + b)          activity
 * F ← Λ ⊙ F / n + Γ ⊙ (h zᵀ)     retention and Hebbian plasticity
 * }</pre>
 *
 * <p>With {@link Normalisation#NONE}, n is 1; {@link Normalisation#POST} says where else the length is taken. The clamp
 * applies to F after learning, before the last division of POST.
 *
 * <p>Source: Rodriguez, Guo and Moraitis (ICML 2022), "Short-term plasticity neurons learning to learn and forget",
 * arXiv 2206.14048, and its code's {@code STPNr} and {@code STPNf}. Deviations: the source adds 1e-16 to the length, we
 * add 1e-12 under the root, whose gradient would not exist at 0; the source's feed-forward layer drops its bias and does
 * not scale F when it normalises, ours is the recurrent one without the synapses between units.
 *
 * @param design what the layer is like
 */
public record StpnCell(StpnDesign design) implements RecurrentCell {
    /** Weights of the plastic synapses, {@code [post, pre]}. */
    static final String WEIGHTS = "plastic/weights";

    /** Weights of the other synapses, {@code [pre, post]}. */
    static final String STATIC_WEIGHTS = "static/weights";

    /** Share of F that outlives a step, λ, {@code [post, pre]} or {@code [1, 1]}. */
    static final String RETENTION = "plastic/retention";

    /** How much F grows with the product of both activities, γ, {@code [post, pre]} or {@code [1, 1]}. */
    static final String PLASTICITY = "plastic/plasticity";

    /** Biases, {@code [post]}. */
    static final String BIASES = "biases";

    private static final String EFFICACY = "efficacy";
    private static final double PLASTICITY_SCALE = 0.001;

    @Override
    public int hidden() {
        return design.hidden();
    }

    @Override
    public List<ParameterBlock> parameters() {
        int units = design.hidden();
        int plastic = design.plasticColumns();
        // The source draws from ±1/√(fan-in of its kind of layer): units if recurrent, inputs if not.
        int fan = design.recurrent() ? units : design.inputs();
        double limit = PLASTICITY_SCALE / Math.sqrt(fan);
        Integer[] rates = design.ratePerSynapse() ? new Integer[] {units, plastic} : new Integer[] {1, 1};
        List<ParameterBlock> blocks = new ArrayList<>();
        blocks.add(UniformWeights.recurrent(WEIGHTS, fan, units, plastic));
        if (design.staticColumns() > 0) {
            blocks.add(UniformWeights.recurrent(STATIC_WEIGHTS, fan, design.staticColumns(), units));
        }
        blocks.add(UniformWeights.between(RETENTION, 0, 1, rates));
        blocks.add(UniformWeights.between(PLASTICITY, -limit, limit, rates));
        blocks.add(UniformWeights.recurrent(BIASES, fan, units));
        return List.copyOf(blocks);
    }

    @Override
    public StateLayout state() {
        StateLayout.Part efficacy = StateLayout.Part.of(EFFICACY, design.hidden(), design.plasticColumns());
        return design.recurrent()
                ? StateLayout.of(StateLayout.Part.of("hidden", design.hidden()), efficacy)
                : StateLayout.of(efficacy);
    }

    @Override
    public List<PlasticWeights> plasticWeights() {
        return List.of(new PlasticWeights(
                EFFICACY,
                PlasticWeights.Meaning.CHANGE,
                state().offset(EFFICACY),
                design.hidden(),
                design.plasticColumns()));
    }

    @Override
    public Activity step(
            Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory, ParameterOperands parameters) {
        Operand<TFloat32> efficacy = memory.get(memory.size() - 1);
        StpnStep step = new StpnStep(tf, design, parameters, presynaptic(tf, input, memory), efficacy);
        Operand<TFloat32> hidden = step.hidden();
        Operand<TFloat32> learned = step.learn(hidden);
        return new Activity(
                hidden,
                design.recurrent() ? List.of(hidden, learned) : List.of(learned),
                Map.of(SynapticEnergy.NAME, step.energy()));
    }

    private StpnStep.Presynaptic presynaptic(Ops tf, Operand<TFloat32> input, List<Operand<TFloat32>> memory) {
        if (!design.recurrent()) {
            return new StpnStep.Presynaptic(input, null);
        }
        // The activity before this step: the source's agents take the old one, as its canonical script does.
        Operand<TFloat32> previous = memory.get(0);
        return switch (design.plasticPart()) {
            case ALL -> new StpnStep.Presynaptic(tf.concat(List.of(input, previous), tf.constant(-1)), null);
            case INPUT -> new StpnStep.Presynaptic(input, previous);
            case HIDDEN -> new StpnStep.Presynaptic(previous, input);
        };
    }
}
