package dev.ganglion.controllers.circuit;

import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.plasticity.Coefficient;
import dev.ganglion.controllers.plasticity.PlasticityRule;
import java.util.ArrayList;
import java.util.List;

/** How a synapse's weight behaves in time. */
public sealed interface SynapseModel {
    /** Its constants, in a fixed order. */
    List<Constant.Named> constants();

    /** The weight is what it is. */
    record Static() implements SynapseModel {
        @Override
        public List<Constant.Named> constants() {
            return List.of();
        }
    }

    /**
     * Short-term plasticity: beside its weight W the synapse has a fast one, F, that begins each episode at 0, rises
     * when both neurons are active and is forgotten. In each inner step, with the presynaptic activity z before it and
     * the postsynaptic activity h after it:
     *
     * <pre>{@code
     * G = W + F                        what acts
     * n = sqrt(Σ G² + 1e-12)           over all such synapses onto the neuron; 1 unless normalised
     * input of the neuron += G z / n
     * F ← clip(λ F / n + γ h z, ±c)
     * }</pre>
     *
     * <p>Source: Rodriguez, Guo and Moraitis (ICML 2022), "Short-term plasticity neurons learning to learn and forget",
     * arXiv 2206.14048, whose recurrent unit this is for a dense wiring of tanh neurons, normalised, with one inner
     * step. Off by default is the normalisation, which would take the meaning from weights that a few synapses share.
     *
     * @param retention λ, share of F that outlives an inner step
     * @param plasticity γ, how much F grows with the product of the two activities
     * @param limit c, the largest size of F; infinite for none
     * @param isNormalised whether what acts on a neuron is brought to length one
     */
    record ShortTerm(Constant retention, Constant plasticity, double limit, boolean isNormalised)
            implements SynapseModel {
        /** Name of λ. */
        public static final String RETENTION = "retention";

        /** Name of γ. */
        public static final String PLASTICITY = "plasticity";

        /** Checks the limit. */
        public ShortTerm {
            if (!(limit > 0)) {
                throw new IllegalArgumentException("A fast weight limited to " + limit + " is none");
            }
        }

        @Override
        public List<Constant.Named> constants() {
            return List.of(Constant.Named.free(RETENTION, retention), Constant.Named.free(PLASTICITY, plasticity));
        }

        /**
         * One retention and one plasticity for each weight group, both learned. They begin where the source's are
         * drawn: retention amid its range of 0 to 1, plasticity within ±0.001, so that weights act alone at first. The
         * limit is that of the source's maze.
         */
        public static ShortTerm learned() {
            return new ShortTerm(
                    new Constant.Learned(new InitialValue.Uniform(0, 1), Constant.Scope.SHARED),
                    new Constant.Learned(new InitialValue.Uniform(-0.001, 0.001), Constant.Scope.SHARED),
                    1,
                    false);
        }
    }

    /**
     * A plasticity rule: beside its weight W the synapse has a learned one, F, that begins each episode at 0 and changes
     * by the rule in each inner step, with the presynaptic activity before it and the postsynaptic activity after it.
     * {@code W + F} acts.
     *
     * @param rule the rule
     * @param coefficients its coefficients, in its order
     * @param stepSize what every rate is multiplied with
     * @param limit the largest size of F; infinite for none
     */
    record Plastic(PlasticityRule rule, List<Constant> coefficients, double stepSize, double limit)
            implements SynapseModel {
        private static final double USUAL_STEP_SIZE = 0.001;

        /** Copies the coefficients and checks them, the step size and the limit. */
        public Plastic {
            coefficients = List.copyOf(coefficients);
            if (!(limit > 0) || !(stepSize > 0)) {
                throw new IllegalArgumentException(
                        "A rule's limit and step size are positive, not " + limit + " and " + stepSize);
            }
            named(rule, coefficients);
        }

        @Override
        public List<Constant.Named> constants() {
            return named(rule, coefficients);
        }

        private static List<Constant.Named> named(PlasticityRule rule, List<Constant> coefficients) {
            List<Coefficient> declared = rule.coefficients();
            if (declared.size() != coefficients.size()) {
                throw new IllegalArgumentException(
                        rule.name() + " has " + declared.size() + " coefficients, not " + coefficients.size());
            }
            List<Constant.Named> named = new ArrayList<>();
            for (int i = 0; i < coefficients.size(); i++) {
                named.add(new Constant.Named(
                        declared.get(i).name(),
                        coefficients.get(i),
                        declared.get(i).kind() == Coefficient.Kind.POSITIVE));
            }
            return List.copyOf(named);
        }

        /**
         * A rule whose coefficients are learned, one of each for a weight group, where they are learned at all. With a
         * step size of 0.001 and a limit of 1 weights act alone at first, as with {@link ShortTerm#learned()}; ours.
         */
        public static Plastic learned(PlasticityRule rule) {
            return new Plastic(
                    rule, rule.coefficients().stream().map(Plastic::usual).toList(), USUAL_STEP_SIZE, 1);
        }

        private static Constant usual(Coefficient coefficient) {
            return coefficient.isLearned()
                    ? new Constant.Learned(coefficient.initial(), Constant.Scope.SHARED)
                    : Constant.of(((InitialValue.Fixed) coefficient.initial()).value());
        }
    }
}
