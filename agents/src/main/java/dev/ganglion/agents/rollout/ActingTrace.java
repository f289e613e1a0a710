package dev.ganglion.agents.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What went on in the controllers while a rollout was collected. Groups write to rows of their own, so several threads
 * may fill one trace.
 */
public final class ActingTrace {
    private final RolloutShape shape;
    private final float[] outputs;
    private final float[] states;
    private final float[] lastStates;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos = Long.MIN_VALUE;
    private final List<Moment> initialStates = new ArrayList<>();
    private final List<Moment> finalStates = new ArrayList<>();

    /** An empty trace of a rollout of that shape. */
    public ActingTrace(RolloutShape shape) {
        this.shape = shape;
        outputs = new float[shape.size() * shape.outputs()];
        states = new float[shape.storedStates() * shape.environments() * shape.state()];
        lastStates = new float[shape.environments() * shape.state()];
    }

    /** Wall-clock time from the first action to the last, in seconds. */
    public synchronized double seconds() {
        return (lastNanos - firstNanos) * 1e-9;
    }

    /** Output at each step, {@code [time, environment, output]}. */
    public float[] outputs() {
        return outputs;
    }

    /** State before each step that is stored, {@code [time / interval, environment, state]}. */
    public float[] states() {
        return states;
    }

    /** State after the last step, before any reset, {@code [environment, state]}. */
    public float[] lastStates() {
        return lastStates;
    }

    /** The state in which each episode began that did so within the rollout, by time, then environment. */
    public List<Moment> initialStates() {
        return ordered(initialStates);
    }

    /** State after an episode's last step, for those that ended before the rollout's last step. */
    public List<Moment> finalStates() {
        return ordered(finalStates);
    }

    private static List<Moment> ordered(List<Moment> moments) {
        return moments.stream()
                .sorted(Comparator.comparingInt(Moment::time).thenComparingInt(Moment::environment))
                .toList();
    }

    synchronized void activeAt(long nanos) {
        firstNanos = Math.min(firstNanos, nanos);
        lastNanos = Math.max(lastNanos, nanos);
    }

    synchronized void begins(int time, int environment, float[] state) {
        initialStates.add(new Moment(time, environment, state));
    }

    synchronized void ended(int time, int environment, float[] state) {
        finalStates.add(new Moment(time, environment, state));
    }

    int lastTime() {
        return shape.steps() - 1;
    }

    void before(int time, int first, float[] groupStates) {
        if (time % shape.stateInterval() == 0) {
            int row = time / shape.stateInterval() * shape.environments() + first;
            System.arraycopy(groupStates, 0, states, row * shape.state(), groupStates.length);
        }
    }

    void after(int time, int first, float[] groupOutputs, float[] groupStates) {
        int row = time * shape.environments() + first;
        System.arraycopy(groupOutputs, 0, outputs, row * shape.outputs(), groupOutputs.length);
        if (time == shape.steps() - 1) {
            System.arraycopy(groupStates, 0, lastStates, first * shape.state(), groupStates.length);
        }
    }

    /**
     * A state at some time.
     *
     * @param time index of the step within the rollout
     * @param environment index of the environment
     * @param state the state's components
     */
    public record Moment(int time, int environment, float[] state) {}
}
