package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.plasticity.Coefficient;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import dev.ganglion.controllers.recurrent.UniformWeights;
import dev.ganglion.controllers.tensor.StateLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The synapses onto a layer, before there is a graph.
 *
 * @param layer number of the layer, from 0
 * @param pre number of units before them
 * @param post number of units behind them
 * @param design what they are like
 */
record Projection(int layer, int pre, int post, SynapseDesign design) {
    private static final String WEIGHTS = "weights";
    private static final String CHANGE = "change";
    private static final String INITIAL = "initial";
    private static final String BIASES = "biases";

    private String named(String what) {
        return "layer-" + layer + "/" + what;
    }

    /** Name of the parameters with which the weights begin, {@code [pre, post]} if they stay so, else {@code [post, pre]}. */
    String weights() {
        return named(WEIGHTS);
    }

    /** Name of the biases, {@code [post]}. */
    String biases() {
        return named(BIASES);
    }

    /** Name of a coefficient's parameters, {@code [post, pre]} or {@code [1, 1]}. */
    String coefficient(Coefficient coefficient) {
        return named("rule/" + coefficient.name());
    }

    /** What is learned of them. */
    List<ParameterBlock> parameters() {
        List<ParameterBlock> blocks = new ArrayList<>();
        if (design.initial() == SynapseDesign.Initial.TRAINED) {
            Integer[] shape = design.rule().isPresent() ? new Integer[] {post, pre} : new Integer[] {pre, post};
            blocks.add(UniformWeights.between(weights(), -design.range(), design.range(), shape));
        }
        design.rule()
                .ifPresent(rule -> rule.coefficients().stream()
                        .filter(Coefficient::isLearned)
                        .map(this::block)
                        .forEach(blocks::add));
        if (design.hasBiases()) {
            blocks.add(DenseParameters.zeros(biases(), post));
        }
        return List.copyOf(blocks);
    }

    private ParameterBlock block(Coefficient coefficient) {
        List<Integer> shape = design.ownCoefficients() ? List.of(post, pre) : List.of(1, 1);
        int size = shape.get(0) * shape.get(1);
        InitialValue initial = coefficient.initial();
        return new DenseParameters(coefficient(coefficient), shape, random -> {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) initial.sample(random);
            }
            return values;
        });
    }

    /**
     * What they remember: weights, or what was added to them; the weights with which the episode began if the rule needs
     * them; what else the rule remembers.
     */
    List<StateLayout.Part> state() {
        Optional<PlasticityRule> rule = design.rule();
        List<StateLayout.Part> parts = new ArrayList<>();
        if (design.areWhole() || rule.isPresent()) {
            parts.add(StateLayout.Part.of(changing(), post, pre));
        }
        if (design.remembersInitial()) {
            parts.add(StateLayout.Part.of(named(INITIAL), post, pre));
        }
        rule.ifPresent(any -> any.memories().forEach(memory -> parts.add(part(memory))));
        return List.copyOf(parts);
    }

    private String changing() {
        return named(design.areWhole() ? WEIGHTS : CHANGE);
    }

    private StateLayout.Part part(PlasticityRule.Memory memory) {
        String name = named(memory.name());
        return switch (memory.place()) {
            case PRE -> StateLayout.Part.of(name, pre);
            case POST -> StateLayout.Part.of(name, post);
            case SYNAPSE -> StateLayout.Part.of(name, post, pre);
        };
    }

    /** Where the weights are in a network's state. */
    Optional<PlasticWeights> plasticWeights(StateLayout layout) {
        return design.rule()
                .map(rule -> new PlasticWeights(
                        changing(),
                        design.areWhole() ? PlasticWeights.Meaning.WEIGHT : PlasticWeights.Meaning.CHANGE,
                        layout.offset(changing()),
                        post,
                        pre));
    }

    /**
     * Writes the beginning of an episode into a network's state, which is zero.
     *
     * @param layout of the whole state
     */
    void begin(StateLayout layout, float[] state, RandomGenerator random) {
        if (!design.areWhole()) {
            return;
        }
        int from = layout.offset(changing());
        for (int i = from; i < from + pre * post; i++) {
            state[i] = (float) random.nextDouble(-design.range(), design.range());
        }
        if (design.remembersInitial()) {
            System.arraycopy(state, from, state, layout.offset(named(INITIAL)), pre * post);
        }
    }
}
