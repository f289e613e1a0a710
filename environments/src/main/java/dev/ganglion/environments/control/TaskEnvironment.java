package dev.ganglion.environments.control;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Space;
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
    private int limit;
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
        if (action instanceof Box box) {
            for (int i = 0; i < command.length; i++) {
                low[i] = box.signals().at(i).low();
                high[i] = box.signals().at(i).high();
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
        limit = task.timeLimitSteps();
        running = true;
        task.begin(RandomStreams.named(seed, "reset"));
        task.observe(observation, offset);
    }

    @Override
    public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
        if (!running) {
            throw new IllegalStateException(spec.name() + " has no episode running; reset it first");
        }
        if (spec.action() instanceof Discrete choice) {
            command[0] = choice.index(action[actionOffset]);
        } else if (spec.action() instanceof Box box) {
            clip(box, action, actionOffset);
        }
        body.advance(command);
        task.afterStep();
        steps++;
        task.observe(observation, observationOffset);
        StepStatus status = status();
        running = !status.isDone();
        return status;
    }

    private void clip(Box box, float[] action, int offset) {
        for (int i = 0; i < command.length; i++) {
            float value = action[offset + i];
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException(spec.name() + ": the action "
                        + box.signals().at(i).name() + " at step " + steps + " is not a number");
            }
            command[i] = Math.max(low[i], Math.min(high[i], value));
        }
    }

    private StepStatus status() {
        if (task.isTerminated()) {
            return StepStatus.TERMINATED;
        }
        return steps >= limit ? StepStatus.TRUNCATED : StepStatus.RUNNING;
    }

    /** Always: tasks are not told the time. */
    @Override
    public boolean isProlongable() {
        return true;
    }

    @Override
    public boolean prolong() {
        if (running || steps == 0 || status() != StepStatus.TRUNCATED) {
            return false;
        }
        limit += task.timeLimitSteps();
        running = true;
        return true;
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
        return task.show(body.scene());
    }
}
