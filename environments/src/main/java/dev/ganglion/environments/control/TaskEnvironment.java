package dev.ganglion.environments.control;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Space;
import java.util.Arrays;
import java.util.Map;

/** The control loop around one body with one task: clips commands, counts steps and keeps the time limit. */
public final class TaskEnvironment implements Environment {
    private final EnvironmentSpec spec;
    private final Body body;
    private final Task task;
    private final double[] low;
    private final double[] high;
    private final double[] command;
    private int steps;
    private boolean running;

    /**
     * An environment without an episode.
     *
     * @param name canonical name, see {@link EnvironmentSpec}
     * @param version behaviour version
     * @param body the body, used by nothing else
     * @param task a task for that body
     */
    public TaskEnvironment(String name, int version, Body body, Task task) {
        this.body = body;
        this.task = task;
        Space action = body.action();
        spec = new EnvironmentSpec(
                name, version, task.observation(), action, body.controlPeriodSeconds(), task.timeLimitSteps());
        low = new double[action.size()];
        high = new double[action.size()];
        command = new double[action.size()];
        fillLimits(action);
    }

    private void fillLimits(Space action) {
        if (action instanceof Discrete discrete) {
            high[0] = discrete.choices().size() - 1.0;
        } else if (action instanceof Box box) {
            int offset = 0;
            for (Signal signal : box.signals()) {
                Arrays.fill(low, offset, offset + signal.size(), signal.low());
                Arrays.fill(high, offset, offset + signal.size(), signal.high());
                offset += signal.size();
            }
        }
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, float[] observation, int offset) {
        steps = 0;
        running = true;
        task.begin(RandomStreams.named(seed, "reset"));
        task.observe(observation, offset);
    }

    @Override
    public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
        if (!running) {
            throw new IllegalStateException(spec.name() + " has no episode running; reset it first");
        }
        for (int i = 0; i < command.length; i++) {
            float value = action[actionOffset + i];
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException(
                        spec.name() + ": component " + i + " of the action at step " + steps + " is not a number");
            }
            command[i] = Math.max(low[i], Math.min(high[i], value));
        }
        body.advance(command);
        task.afterStep();
        steps++;
        task.observe(observation, observationOffset);
        StepStatus status = status();
        running = !status.isDone();
        return status;
    }

    private StepStatus status() {
        if (task.isTerminated()) {
            return StepStatus.TERMINATED;
        }
        return steps >= task.timeLimitSteps() ? StepStatus.TRUNCATED : StepStatus.RUNNING;
    }

    @Override
    public double reward() {
        return task.reward();
    }

    @Override
    public Map<String, Double> measurements() {
        return task.measurements();
    }

    @Override
    public Scene scene() {
        return body.scene();
    }
}
