package dev.ganglion.controllers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * A controller bound to a body: a pure function (observation, state, parameters) → (output, next state), for a whole
 * batch at a time.
 *
 * <p>It owns neither parameters nor state. It declares the parameters it needs, and whoever learns hands them in:
 * variables for gradient learners, fed tensors for those that try many candidates at once.
 */
public interface Controller {
    /** Canonical name, such as {@code ncap:period=70}. */
    String name();

    /** The parameters it needs, in a fixed order; block names are unique. */
    List<ParameterBlock> parameters();

    /** What it remembers between steps. */
    StateSpec state();

    /**
     * The state in which an episode begins, {@code s₀}.
     *
     * @param random drawn from only by controllers whose initial state is random
     * @return {@code state().size()} values
     */
    float[] initialState(RandomGenerator random);

    /** Size of the output: action components for a {@code Box}, logits for a {@code Discrete} action. */
    int outputs();

    /**
     * The neurons whose activity can be watched, from head to tail where they have a place; none for a controller that
     * has no neurons with names.
     */
    default List<WatchedNeuron> neurons() {
        return List.of();
    }

    /**
     * Where in the state the weights lie that change while the body lives; none for a controller whose synapses stay as
     * they are.
     */
    default List<PlasticWeights> plasticWeights() {
        return List.of();
    }

    /**
     * Whether the observation should reach the controller in its physical units rather than normalised. Circuits whose
     * ports stand for sense organs take raw signals.
     */
    boolean takesRawSignals();

    /**
     * Adds one step of the controller to a graph. Adding it again with the next state makes it recur.
     *
     * @param tf where to add
     * <p>Circuits and dense networks also take a population axis in front of every operand: then each candidate has
     * parameters and a batch of its own.
     *
     * @param observation {@code [batch, observation]}
     * @param state {@code [batch, state]}; a tensor with no columns for a controller without memory
     * @param parameters the parameters' effective values
     */
    Step translate(Ops tf, Operand<TFloat32> observation, Operand<TFloat32> state, ParameterOperands parameters);

    /** Whether every episode begins in the state of all zeros, or without any state. */
    default boolean beginsAtRest() {
        return false;
    }

    /**
     * Sizes of the parts in which {@link #recur} holds the state, in order; joined they are the state. A large state is
     * best kept apart while a controller recurs: joining it and taking it apart copies all of it at every step.
     */
    default List<Integer> stateParts() {
        return List.of(state().size());
    }

    /**
     * As {@link #translate}, with the state in parts.
     *
     * @param parts {@code [batch, size]} for each of {@link #stateParts}
     */
    default Recurrence recur(
            Ops tf,
            Operand<TFloat32> observation,
            List<? extends Operand<TFloat32>> parts,
            ParameterOperands parameters) {
        Step step = translate(tf, observation, parts.get(0), parameters);
        return new Recurrence(step.output(), List.of(step.state()), step.measures());
    }

    /**
     * This controller for step after step in one graph; what depends on parameters alone is then computed once for all
     * steps.
     *
     * @param parameters the parameters' effective values
     */
    default Unrolled unrolled(Ops tf, ParameterOperands parameters) {
        return (observation, parts) -> recur(tf, observation, parts, parameters);
    }

    /** A controller in a graph, to be stepped as often as wanted. */
    @FunctionalInterface
    interface Unrolled {
        /**
         * Adds a step.
         *
         * @param observation {@code [batch, observation]}
         * @param parts {@code [batch, size]} for each of {@link Controller#stateParts}
         */
        Recurrence step(Operand<TFloat32> observation, List<? extends Operand<TFloat32>> parts);
    }

    /**
     * One step's results in a graph, the state in parts.
     *
     * @param output action mean or logits, {@code [batch, outputs]}
     * @param parts state after the step, {@code [batch, size]} for each of {@link #stateParts}
     * @param measures as in {@link Step}
     */
    record Recurrence(
            Operand<TFloat32> output, List<Operand<TFloat32>> parts, Map<String, Operand<TFloat32>> measures) {
        /** Copies the containers. */
        public Recurrence {
            parts = List.copyOf(parts);
            measures = Map.copyOf(measures);
        }
    }

    /**
     * One step's results in a graph.
     *
     * @param output action mean or logits, {@code [batch, outputs]}
     * @param state state after the step, {@code [batch, state]}; a tensor of its own even if nothing changes, since
     *     TensorFlow does not fetch what is fed
     * @param measures what may be measured of the controller at this step by name, such as {@code energy}, {@code
     *     [batch]} each; whoever does not fetch them does not pay for them
     * @param activity what each of {@link Controller#neurons()} does at the end of the step, {@code [batch, neurons]},
     *     if there are any; as free for whoever does not fetch it
     */
    record Step(
            Operand<TFloat32> output,
            Operand<TFloat32> state,
            Map<String, Operand<TFloat32>> measures,
            Optional<Operand<TFloat32>> activity) {
        /** Copies the measures. */
        public Step {
            measures = Map.copyOf(measures);
        }

        /** A step of a controller whose neurons have no names. */
        public Step(Operand<TFloat32> output, Operand<TFloat32> state, Map<String, Operand<TFloat32>> measures) {
            this(output, state, measures, Optional.empty());
        }

        /** A step without measures. */
        public Step(Operand<TFloat32> output, Operand<TFloat32> state) {
            this(output, state, Map.of());
        }
    }
}
