package dev.ganglion.controllers.circuit;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.List;

/** Neuron models by the names that they have on the command line, with constants for control periods of some 30 ms. */
public final class NeuronModels {
    private static final List<Entry> ENTRIES = List.of(
            new Entry("linear", new Memoryless.Linear(), 3),
            new Entry("relu", new Memoryless.Rectified(), 3),
            new Entry("graded", new Memoryless.Graded(SaturationGradient.EXACT), 3),
            new Entry("tanh", new Memoryless.HyperbolicTangent(), 3),
            new Entry("clipsin", new Memoryless.SineClipped(), 3),
            new Entry("ctrnn", LeakyIntegrator.usual(), 3),
            new Entry("ltc", LiquidTimeConstant.usual(), 3),
            new Entry("lif", LeakyIntegrateAndFire.usual(), 6),
            new Entry("alif", AdaptiveIntegrateAndFire.usual(), 6),
            new Entry("izhikevich", Izhikevich.usual(), 10),
            new Entry("clipped", ClippedIntegrator.usual(), 3),
            new Entry("bursting", Bursting.usual(), 3));

    private NeuronModels() {}

    /**
     * A model and how finely its time is usually cut.
     *
     * @param name name, such as {@code ctrnn}
     * @param model the model with its usual constants, none of them learned
     * @param innerSteps usual number of inner steps in a control period of 30 ms: 5 ms for spikes, since a spike takes a
     *     step at least, 3 ms for {@link Izhikevich}, and 10 ms for all others
     */
    public record Entry(String name, Receiver model, int innerSteps) {
        /** The usual dynamics for a body. */
        public Dynamics dynamics(double controlPeriodSeconds) {
            return new Dynamics(innerSteps, controlPeriodSeconds);
        }
    }

    /** Every name. */
    public static List<String> names() {
        return ENTRIES.stream().map(Entry::name).toList();
    }

    /** The names of the models whose equations have constants. */
    public static List<String> namesWithConstants() {
        return ENTRIES.stream()
                .filter(entry -> !entry.model().constants().isEmpty())
                .map(Entry::name)
                .toList();
    }

    /**
     * The model of a name with its usual constants, none of them learned.
     *
     * @throws InvalidInputException if there is none
     */
    public static Receiver named(String name) {
        return entry(name).model();
    }

    /**
     * The entry of a name.
     *
     * @throws InvalidInputException if there is none
     */
    public static Entry entry(String name) {
        return ENTRIES.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        "There is no neuron model '" + name + "'" + Suggestion.clause(name, names())));
    }
}
