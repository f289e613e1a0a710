package dev.ganglion.tests.benchmark;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.binding.SignalBinding;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.parameter.EffectiveParameters;
import dev.ganglion.controllers.translation.CircuitController;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.random.RandomStreams;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** One control step of a circuit on the five-jointed swimmer, over and over, on the thread that calls. */
final class StepTimer implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final GraphSession session;
    private final Nodes nodes;
    private final List<HostTensor> fed = new ArrayList<>();

    /** What is fed, and what is fetched or run. */
    private record Nodes(List<Placeholder<TFloat32>> inputs, List<Operand<?>> fetched) {}

    /**
     * A circuit with initial parameters.
     *
     * @param learning whether the gradient of its squared commands is computed too
     */
    StepTimer(Circuit circuit, int batch, boolean learning) {
        EnvironmentSpec body = Environments.parse("swimmer/swim").create().spec();
        CircuitController controller =
                new CircuitController(circuit.name(), new SignalBinding(circuit.name(), body).bind(circuit));
        GraphSession.Built<Nodes> built =
                GraphSession.build((graph, tf) -> nodes(graph, tf, controller, body, learning));
        session = built.session();
        nodes = built.operations();
        feed(controller, body, batch);
    }

    private static Nodes nodes(Graph graph, Ops tf, Controller controller, EnvironmentSpec body, boolean learning) {
        List<Placeholder<TFloat32>> inputs = new ArrayList<>();
        inputs.add(placeholder(tf, -1, body.observation().size()));
        inputs.add(placeholder(tf, -1, controller.state().size()));
        Map<String, Placeholder<TFloat32>> raw = new LinkedHashMap<>();
        for (ParameterBlock block : controller.parameters()) {
            raw.put(block.name(), placeholder(tf, block.size()));
        }
        inputs.addAll(raw.values());
        Controller.Step step = controller.translate(
                tf, inputs.get(0), inputs.get(1), EffectiveParameters.of(tf, controller.parameters(), raw, Map.of()));
        List<Operand<?>> fetched = new ArrayList<>(List.of(step.output(), step.state()));
        if (learning) {
            fetched.addAll(List.of(graph.addGradients(
                    tf.math.square(step.output()).asOutput(),
                    raw.values().stream().map(Placeholder::asOutput).toArray(org.tensorflow.Output<?>[]::new))));
        }
        return new Nodes(inputs, fetched);
    }

    private static Placeholder<TFloat32> placeholder(Ops tf, long... shape) {
        return tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    private void feed(Controller controller, EnvironmentSpec body, int batch) {
        RandomGenerator random = RandomStreams.named(1, "benchmark");
        float[] observations = new float[batch * body.observation().size()];
        for (int i = 0; i < observations.length; i++) {
            observations[i] = (float) random.nextGaussian();
        }
        fed.add(HostTensor.of(observations, batch, body.observation().size()));
        float[] initial = controller.initialState(random);
        float[] states = new float[batch * initial.length];
        for (int row = 0; row < batch; row++) {
            System.arraycopy(initial, 0, states, row * initial.length, initial.length);
        }
        fed.add(HostTensor.of(states, batch, initial.length));
        for (ParameterBlock block : controller.parameters()) {
            fed.add(HostTensor.of(block.initialise(random), block.size()));
        }
    }

    /** Processor time of one control step in ms. */
    double milliseconds() {
        Session.Runner runner = session.runner();
        for (int i = 0; i < fed.size(); i++) {
            runner.feed(nodes.inputs().get(i), fed.get(i).tensor());
        }
        nodes.fetched().forEach(runner::fetch);
        long before = THREADS.getCurrentThreadCpuTime();
        runner.run().close();
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    @Override
    public void close() {
        fed.forEach(HostTensor::close);
        session.close();
    }
}
