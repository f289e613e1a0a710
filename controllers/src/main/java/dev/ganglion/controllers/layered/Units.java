package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.circuit.Constant;
import dev.ganglion.controllers.circuit.Drive;
import dev.ganglion.controllers.circuit.MembraneGraph;
import dev.ganglion.controllers.circuit.Receiver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** What the units of a layer do with their summed input in an inner step. */
sealed interface Units {
    /** What each remembers, all zero when an episode begins. */
    List<String> variables();

    /** The units in a graph, to be stepped as often as wanted. */
    Stepped in(Ops tf);

    /** Units in a graph. */
    @FunctionalInterface
    interface Stepped {
        /**
         * Adds an inner step.
         *
         * @param variables before the step, {@code [batch, units]} each
         * @param input summed input, {@code [batch, units]}
         */
        Moved step(List<Operand<TFloat32>> variables, Operand<TFloat32> input);
    }

    /**
     * What comes of an inner step.
     *
     * @param activity {@code [batch, units]}
     * @param variables after the step, {@code [batch, units]} each
     */
    record Moved(Operand<TFloat32> activity, List<Operand<TFloat32>> variables) {
        /** Copies the list. */
        public Moved {
            variables = List.copyOf(variables);
        }
    }

    /** How a graded activity follows from an input or a voltage. */
    enum Response {
        /** Hyperbolic tangent. */
        TANH {
            @Override
            Operand<TFloat32> of(Ops tf, Operand<TFloat32> value) {
                return tf.math.tanh(value);
            }
        },
        /** The value itself. */
        LINEAR {
            @Override
            Operand<TFloat32> of(Ops tf, Operand<TFloat32> value) {
                return value;
            }
        };

        abstract Operand<TFloat32> of(Ops tf, Operand<TFloat32> value);
    }

    /**
     * Rate neurons, which answer at once.
     *
     * @param response how
     */
    record Rate(Response response) implements Units {
        @Override
        public List<String> variables() {
            return List.of();
        }

        @Override
        public Stepped in(Ops tf) {
            return (variables, input) -> new Moved(response.of(tf, input), List.of());
        }
    }

    /**
     * Neurons of a model that circuits have too.
     *
     * @param model the model, whose constants are fixed
     * @param stepSeconds length of an inner step in s
     */
    record Modelled(Receiver model, double stepSeconds) implements Units {
        @Override
        public List<String> variables() {
            return model.variables().stream().map(Receiver.Variable::name).toList();
        }

        @Override
        public Stepped in(Ops tf) {
            Map<String, Operand<TFloat32>> constants = new HashMap<>();
            for (Constant.Named constant : model.constants()) {
                double value = ((Constant.Fixed) constant.value()).value();
                constants.put(constant.name(), tf.constant((float) value));
            }
            MembraneGraph graph = new MembraneGraph(tf, stepSeconds, constants);
            return (variables, input) -> {
                Drive drive = new Drive(
                        input,
                        () -> {
                            throw new IllegalStateException("Layers do not know the conductance of their synapses");
                        },
                        null);
                List<Operand<TFloat32>> after = model.step(graph, variables, drive);
                return new Moved(model.activity(graph, after), after);
            };
        }
    }

    /**
     * Leaky integrators that do not fire: {@code v ← v + share (input − v)}, read by their voltage.
     *
     * @param share of the way to its input that the voltage goes in an inner step, 0 to 1
     * @param response how the activity follows from v
     */
    record Leaky(double share, Response response) implements Units {
        @Override
        public List<String> variables() {
            return List.of("voltage");
        }

        @Override
        public Stepped in(Ops tf) {
            return (variables, input) -> {
                Operand<TFloat32> before = variables.get(0);
                Operand<TFloat32> voltage =
                        tf.math.add(before, tf.math.mul(tf.constant((float) share), tf.math.sub(input, before)));
                return new Moved(response.of(tf, voltage), List.of(voltage));
            };
        }
    }
}
