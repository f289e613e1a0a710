package dev.ganglion.experiments.supervised;

import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.parameter.EffectiveParameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** Everything that learning from examples computes in TensorFlow. */
final class SupervisedGraph {
    private static final AdamVector.Decay DECAY = new AdamVector.Decay(0.9, 0.999, 1e-8);

    final AdamVector parameters;
    /** Inputs, {@code [batch, step · input]}. */
    final Placeholder<TFloat32> inputs;
    /** Targets, {@code [batch, output]}. */
    final Placeholder<TFloat32> targets;
    /** States before the first step, {@code [batch, state]}. */
    final Placeholder<TFloat32> states;
    /** Step size, β₁ᵗ and β₂ᵗ. */
    final Placeholder<TFloat32> rates;
    /** Outputs after the last step, {@code [batch, output]}. */
    final Output<TFloat32> outputs;

    final Output<TFloat32> loss;
    /** Mean over the steps of what the controller measures, {@code [batch]} each, by name. */
    final Map<String, Output<TFloat32>> measures = new LinkedHashMap<>();

    final Op step;

    SupervisedGraph(Graph graph, Ops tf, SupervisedTask task, Controller controller) {
        ParameterLayout layout = new ParameterLayout(controller.parameters());
        parameters = new AdamVector(tf, layout.size());
        int width = task.body().observation().size();
        inputs = placeholder(tf, task.steps() * width);
        targets = placeholder(tf, controller.outputs());
        states = placeholder(tf, controller.state().size());
        EffectiveParameters effective =
                EffectiveParameters.of(tf, controller.parameters(), layout.split(tf, parameters.values()), Map.of());
        List<Controller.Step> steps = new ArrayList<>();
        Operand<TFloat32> state = states;
        for (Operand<TFloat32> input : byStep(tf, task.steps())) {
            Controller.Step next = controller.translate(tf, input, state, effective);
            steps.add(next);
            state = next.state();
        }
        Operand<TFloat32> last = steps.get(steps.size() - 1).output();
        outputs = tf.identity(last).asOutput();
        measure(tf, steps);
        loss = loss(tf, task.goal(), last, targets).asOutput();
        Output<TFloat32> gradient =
                graph.addGradients(loss, new Output<?>[] {parameters.values().asOutput()})[0].expect(TFloat32.class);
        rates = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(3)));
        List<Output<TFloat32>> rate = tf.unstack(rates, 3L).output();
        step = parameters.step(
                tf.withControlDependencies(List.<Op>of(loss, gradient)),
                gradient,
                new AdamVector.Rates(rate.get(0), rate.get(1), rate.get(2)),
                DECAY);
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, int columns) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, columns)));
    }

    private List<? extends Operand<TFloat32>> byStep(Ops tf, int steps) {
        return steps == 1
                ? List.of(inputs)
                : tf.split(tf.constant(1), inputs, (long) steps).output();
    }

    private void measure(Ops tf, List<Controller.Step> steps) {
        for (String name : new TreeSet<>(steps.get(0).measures().keySet())) {
            List<Operand<TFloat32>> values = new ArrayList<>();
            for (Controller.Step each : steps) {
                Operand<TFloat32> value = each.measures().get(name);
                if (value != null) {
                    values.add(value);
                }
            }
            measures.put(
                    name,
                    tf.math
                            .div(tf.math.addN(values), tf.constant((float) values.size()))
                            .asOutput());
        }
    }

    /** Mean over the batch. */
    private static Operand<TFloat32> loss(Ops tf, Goal goal, Operand<TFloat32> outputs, Operand<TFloat32> targets) {
        Operand<TFloat32> each = goal == Goal.CLASS
                ? tf.math.neg(tf.reduceSum(tf.math.mul(targets, tf.nn.logSoftmax(outputs)), tf.constant(1)))
                : tf.reduceSum(tf.math.squaredDifference(outputs, targets), tf.constant(1));
        return tf.math.mean(each, tf.constant(0));
    }
}
