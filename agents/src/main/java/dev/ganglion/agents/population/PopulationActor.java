package dev.ganglion.agents.population;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;
import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ParameterBlock;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;

/** A batch of candidates that act side by side, with their parameters and states. Used by one thread at a time. */
final class PopulationActor implements AutoCloseable {
    private final List<ParameterBlock> blocks;
    private final int candidates;
    private final HostTensor observation;
    private final HostTensor fedState;
    private final float[] states;
    private final List<HostTensor> raw = new ArrayList<>();
    private final List<HostTensor> effective = new ArrayList<>();
    private final List<float[]> values = new ArrayList<>();
    private final PreparedCall parametrise;
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
        this.candidates = candidates;
        blocks = controller.parameters();
        observation = new HostTensor(candidates, 1, observationSize);
        states = new float[candidates * controller.state().size()];
        fedState = new HostTensor(candidates, 1, controller.state().size());
        PreparedCall.Builder toEffective = session.call();
        PreparedCall.Builder step =
                session.call().feed(graph.observation(), observation.tensor()).feed(graph.state(), fedState.tensor());
        for (int i = 0; i < blocks.size(); i++) {
            raw.add(tensor(blocks.get(i)));
            effective.add(tensor(blocks.get(i)));
            values.add(new float[candidates * blocks.get(i).size()]);
            toEffective.feed(graph.raw().get(i), raw.get(i).tensor());
            step.feed(graph.acting().get(i), effective.get(i).tensor());
        }
        for (Operand<?> block : graph.effective()) {
            toEffective.fetch(block);
        }
        step.fetch(graph.output());
        if (states.length > 0) {
            step.fetch(graph.nextState());
        }
        parametrise = toEffective.prepare();
        act = step.prepare();
    }

    private HostTensor tensor(ParameterBlock block) {
        long[] dimensions = new long[1 + block.shape().size()];
        dimensions[0] = candidates;
        for (int axis = 1; axis < dimensions.length; axis++) {
            dimensions[axis] = block.shape().get(axis - 1);
        }
        return new HostTensor(dimensions);
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
        parametrise.run();
        for (int i = 0; i < blocks.size(); i++) {
            float[] read = new float[values.get(i).length];
            parametrise.read(i, read);
            effective.get(i).write(read);
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
        parametrise.close();
        act.close();
        raw.forEach(HostTensor::close);
        effective.forEach(HostTensor::close);
        observation.close();
        fedState.close();
    }
}
