package dev.ganglion.controllers.translation;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.Sessions;
import dev.ganglion.environments.random.RandomStreams;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** What the neurons of a controller do in its first step, with initial parameters and a batch of one. */
final class ActivityProbe implements AutoCloseable {
    private final Controller controller;
    private final Graph graph = new Graph();
    private final Session session;
    private final Placeholder<TFloat32> observation;
    private final Controller.Step step;

    ActivityProbe(Controller controller, int observations) {
        this.controller = controller;
        Ops tf = Ops.create(graph);
        observation = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, observations)));
        Map<String, Operand<TFloat32>> effective = new HashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            effective.put(
                    block.name(), tf.constant(block.effective(block.initialise(RandomStreams.named(1, block.name())))));
        }
        float[] state = controller.initialState(RandomStreams.named(1, "state"));
        step = controller.translate(
                tf,
                observation,
                tf.reshape(tf.constant(state), tf.constant(Shape.of(1, state.length))),
                name -> Objects.requireNonNull(effective.get(name), name));
        session = Sessions.of(graph);
    }

    /** What was seen. */
    record Seen(Map<String, Float> activity, float[] output) {
        float of(String neuron) {
            return Objects.requireNonNull(activity.get(neuron), neuron);
        }
    }

    Seen step(float[] sensed) {
        try (TFloat32 fed = TFloat32.tensorOf(Shape.of(1, sensed.length))) {
            fed.asRawTensor().data().asFloats().write(sensed);
            try (Result result = session.runner()
                    .feed(observation, fed)
                    .fetch(step.activity().orElseThrow())
                    .fetch(step.output())
                    .run()) {
                Map<String, Float> activity = new HashMap<>();
                float[] values = flat((TFloat32) result.get(0));
                for (int i = 0; i < values.length; i++) {
                    activity.put(controller.neurons().get(i).name(), values[i]);
                }
                return new Seen(activity, flat((TFloat32) result.get(1)));
            }
        }
    }

    private static float[] flat(TFloat32 tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    @Override
    public void close() {
        session.close();
        graph.close();
    }
}
