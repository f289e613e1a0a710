package dev.ganglion.agents.population;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Output;
import org.tensorflow.types.TFloat32;

/** A batch of candidates that act side by side, with their parameters and states. Used by one thread at a time. */
final class PopulationActor implements AutoCloseable {
    private final List<ParameterBlock> blocks;
    private final HostTensor observation;
    private final HostTensor fedState;
    private final float[] states;
    private final List<HostTensor> raw = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final List<HostTensor> prepared = new ArrayList<>();
    private final PreparedCall prepare;
    private final PreparedCall act;

    /**
     * A batch whose states and parameters are all zero.
     *
     * @param session where the graph is
     * @param graph the controller's operations
     * @param controller what acts
     * @param observationSize number of components of an observation
     * @param candidates number of candidates in the batch
     */
    PopulationActor(
            GraphSession session, PopulationGraph graph, Controller controller, int observationSize, int candidates) {
        blocks = controller.parameters();
        observation = new HostTensor(candidates, 1, observationSize);
        states = new float[candidates * controller.state().size()];
        fedState = new HostTensor(candidates, 1, controller.state().size());
        PreparedCall.Builder once = session.call();
        PreparedCall.Builder step =
                session.call().feed(graph.observation(), observation.tensor()).feed(graph.state(), fedState.tensor());
        for (int i = 0; i < blocks.size(); i++) {
            raw.add(new HostTensor(graph.raw().get(i).shape().asArray()));
            values.add(new float[candidates * blocks.get(i).size()]);
            once.feed(graph.raw().get(i), raw.get(i).tensor());
        }
        for (Output<TFloat32> value : graph.prepared()) {
            HostTensor tensor = new HostTensor(value.shape().asArray());
            prepared.add(tensor);
            once.fetch(value);
            step.feed(value, tensor.tensor());
        }
        step.fetch(graph.output());
        if (states.length > 0) {
            step.fetch(graph.nextState());
        }
        prepare = once.prepare();
        act = step.prepare();
    }

    /**
     * Takes a candidate's parameters; {@link #ready} has to follow.
     *
     * @param place its place in the batch
     * @param parameters raw values of all blocks, one behind the other
     */
    void put(int place, float[] parameters) {
        int at = 0;
        for (int i = 0; i < blocks.size(); i++) {
            int size = blocks.get(i).size();
            System.arraycopy(parameters, at, values.get(i), place * size, size);
            at += size;
        }
    }

    /** Makes ready to act with the parameters taken. */
    void ready() {
        for (int i = 0; i < blocks.size(); i++) {
            raw.get(i).write(values.get(i));
        }
        prepare.run();
        for (int i = 0; i < prepared.size(); i++) {
            float[] read = new float[Math.toIntExact(prepared.get(i).tensor().size())];
            prepare.read(i, read);
            prepared.get(i).write(read);
        }
    }

    /** The states before the next step, {@code [candidate, state]}; may be written. */
    float[] states() {
        return states;
    }

    /**
     * One step of all.
     *
     * @param observations as the controller takes them, {@code [candidate, observation]}
     * @param outputs receives the action means or logits, {@code [candidate, output]}
     */
    void step(float[] observations, float[] outputs) {
        observation.write(observations);
        fedState.write(states);
        act.run();
        act.read(0, outputs);
        if (states.length > 0) {
            act.read(1, states);
        }
    }

    @Override
    public void close() {
        prepare.close();
        act.close();
        raw.forEach(HostTensor::close);
        prepared.forEach(HostTensor::close);
        observation.close();
        fedState.close();
    }
}
