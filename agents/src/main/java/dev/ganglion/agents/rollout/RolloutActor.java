package dev.ganglion.agents.rollout;

import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.controllers.Controller;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.stream.GroupActor;
import dev.ganglion.environments.stream.GroupStep;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Acts for one group with exploration noise and keeps a trace of it.
 *
 * <p>Noise of batch b in environment i is the stream {@code run/env/i/noise/b}; a random initial state at its step t
 * is {@code run/env/i/state/b/t}. So both depend on neither workers nor other environments.
 */
public final class RolloutActor implements GroupActor, AutoCloseable {
    private final Controller controller;
    private final GroupPolicy policy;
    private final Supplier<Exploration> exploration;
    private final long seed;
    private final int stateSize;
    private RandomGenerator[] noise = new RandomGenerator[0];
    private float[] inputs = new float[0];
    private float[] outputs = new float[0];

    /**
     * An actor for one group.
     *
     * @param controller what acts
     * @param policy the group's batch, with the states to go on from
     * @param exploration what holds for the batch being collected; the same until its end
     * @param seed seed of the run
     */
    public RolloutActor(Controller controller, GroupPolicy policy, Supplier<Exploration> exploration, long seed) {
        this.controller = controller;
        this.policy = policy;
        this.exploration = exploration;
        this.seed = seed;
        stateSize = controller.state().size();
    }

    @Override
    public void act(GroupStep step) {
        Exploration now = exploration.get();
        if (step.time() == 0) {
            begin(step);
        }
        resetStates(step, now.trace());
        now.trace().before(step.time(), step.firstEnvironment(), policy.states());
        int width = step.observations().length / step.size();
        for (int i = 0; i < step.size(); i++) {
            now.normaliser().apply(step.observations(), i * width, inputs, i * width);
        }
        policy.step(inputs, outputs);
        now.trace().after(step.time(), step.firstEnvironment(), outputs, policy.states());
        draw(step, now.distribution());
        if (step.time() == 0 || step.time() == now.trace().lastTime()) {
            now.trace().activeAt(System.nanoTime());
        }
    }

    private void begin(GroupStep step) {
        noise = new RandomGenerator[step.size()];
        Arrays.setAll(noise, i -> RandomStreams.named(seed, stream(step, i, "noise") + step.batch()));
        inputs = new float[step.observations().length];
        outputs = new float[step.size() * controller.outputs()];
    }

    private void resetStates(GroupStep step, ActingTrace trace) {
        for (int i = 0; stateSize > 0 && i < step.size(); i++) {
            if (step.starts()[i]) {
                int environment = step.firstEnvironment() + i;
                int at = i * stateSize;
                if (step.time() > 0) {
                    trace.ended(step.time() - 1, environment, Arrays.copyOfRange(policy.states(), at, at + stateSize));
                }
                String name = stream(step, i, "state") + step.batch() + "/" + step.time();
                float[] initial = controller.initialState(RandomStreams.named(seed, name));
                System.arraycopy(initial, 0, policy.states(), at, stateSize);
                trace.begins(step.time(), environment, initial);
            }
        }
    }

    private static String stream(GroupStep step, int i, String what) {
        return "run/env/" + (step.firstEnvironment() + i) + "/" + what + "/";
    }

    private void draw(GroupStep step, ActionDistribution distribution) {
        int size = distribution.actionSize();
        for (int i = 0; i < step.size(); i++) {
            distribution.sample(outputs, i * controller.outputs(), noise[i], step.actions(), i * size);
        }
    }

    @Override
    public void close() {
        policy.close();
    }

    /**
     * What stays the same while a batch is collected.
     *
     * @param normaliser how the controller sees observations
     * @param distribution how actions are drawn
     * @param trace where it is kept what went on
     */
    public record Exploration(RowNormaliser normaliser, ActionDistribution distribution, ActingTrace trace) {}
}
