package dev.ganglion.agents.policy;

import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.PreparedCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One batch of environments in which a controller acts, with the controller's state in each. Used by one thread at a
 * time; another may close it, and waits for a step under way. Several may act in one session side by side.
 */
public final class GroupPolicy implements AutoCloseable {
    /** Calls differ in whether the step is measured, and whether its neurons are watched. */
    private static final int KINDS = 4;

    private final GraphSession session;
    private final ActingGraph graph;
    private final int stateSize;
    private final HostTensor observation;
    private final float[] states;
    private final HostTensor fedState;
    private final @Nullable PreparedCall[] calls = new PreparedCall[KINDS];
    private boolean closed;

    /**
     * A batch whose states are all zero.
     *
     * @param session where the graph is
     * @param graph the controller's operations
     * @param size number of environments
     * @param observationSize number of components of an observation
     * @param stateSize number of components of the state
     */
    public GroupPolicy(GraphSession session, ActingGraph graph, int size, int observationSize, int stateSize) {
        this.session = session;
        this.graph = graph;
        this.stateSize = stateSize;
        observation = new HostTensor(size, observationSize);
        states = new float[size * stateSize];
        fedState = new HostTensor(size, stateSize);
    }

    /** The states before the next step, {@code [environment, state]}; may be written. */
    public float[] states() {
        return states;
    }

    /** Names of what may be measured of the controller at a step, in order. */
    public List<String> measures() {
        return List.copyOf(graph.measures().keySet());
    }

    /**
     * One step.
     *
     * @param observations as the controller takes them, {@code [environment, observation]}
     * @param outputs receives the action means or logits, {@code [environment, output]}
     */
    public void step(float[] observations, float[] outputs) {
        step(observations, outputs, new float[0][]);
    }

    /**
     * One step that is measured.
     *
     * @param observations as the controller takes them, {@code [environment, observation]}
     * @param outputs receives the action means or logits, {@code [environment, output]}
     * @param measured receives the {@link #measures}, {@code [measure][environment]}; empty to measure nothing
     */
    public void step(float[] observations, float[] outputs, float[][] measured) {
        step(observations, outputs, measured, new float[0]);
    }

    /**
     * One step that is measured and whose neurons are watched.
     *
     * @param observations as the controller takes them, {@code [environment, observation]}
     * @param outputs receives the action means or logits, {@code [environment, output]}
     * @param measured receives the {@link #measures}, {@code [measure][environment]}; empty to measure nothing
     * @param activity receives what each neuron does at the end of the step, {@code [environment, neuron]}; empty to
     *     watch none
     * @throws IllegalStateException if it was closed
     */
    public synchronized void step(float[] observations, float[] outputs, float[][] measured, float[] activity) {
        if (closed) {
            throw new IllegalStateException("The policy was closed");
        }
        observation.write(observations);
        fedState.write(states);
        PreparedCall call = call(measured.length > 0, activity.length > 0);
        call.run();
        call.read(0, outputs);
        int next = 1;
        if (stateSize > 0) {
            call.read(next++, states);
        }
        for (float[] measure : measured) {
            call.read(next++, measure);
        }
        if (activity.length > 0) {
            call.read(next, activity);
        }
    }

    private PreparedCall call(boolean measures, boolean activity) {
        int kind = (measures ? 1 : 0) + (activity ? 2 : 0);
        PreparedCall call = calls[kind];
        if (call == null) {
            call = prepare(measures, activity);
            calls[kind] = call;
        }
        return call;
    }

    private PreparedCall prepare(boolean measures, boolean activity) {
        PreparedCall.Builder call = session.call()
                .feed(graph.observation(), observation.tensor())
                .feed(graph.state(), fedState.tensor())
                .fetch(graph.output());
        if (stateSize > 0) {
            call.fetch(graph.nextState());
        }
        if (measures) {
            graph.measures().values().forEach(call::fetch);
        }
        if (activity) {
            call.fetch(graph.activity().orElseThrow());
        }
        return call.prepare();
    }

    @Override
    public synchronized void close() {
        closed = true;
        for (PreparedCall call : calls) {
            if (call != null) {
                call.close();
            }
        }
        observation.close();
        fedState.close();
    }
}
