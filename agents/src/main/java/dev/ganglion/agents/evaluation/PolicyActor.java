package dev.ganglion.agents.evaluation;

import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;

/** Acts with a policy, with Gaussian noise on its output if asked for. */
final class PolicyActor implements EpisodeActor {
    private final Policy policy;
    private final EvaluationPlan plan;
    private final GroupPolicy group;
    private final ActionDistribution mode;
    private final RandomGenerator[] noise = new RandomGenerator[Policy.GROUP];
    private final float[] inputs;
    private final float[] outputs;
    private final int observationSize;

    PolicyActor(Policy policy, EnvironmentSpec environment, EvaluationPlan plan) {
        this.policy = policy;
        this.plan = plan;
        group = policy.group();
        mode = policy.mode();
        observationSize = environment.observation().size();
        inputs = new float[Policy.GROUP * observationSize];
        outputs = new float[Policy.GROUP * policy.controller().outputs()];
    }

    @Override
    public void begin(int slot, int episode) {
        noise[slot] = RandomStreams.named(plan.seed(), "evaluation/" + episode + "/noise");
        float[] state =
                policy.controller().initialState(RandomStreams.named(plan.seed(), "evaluation/" + episode + "/state"));
        System.arraycopy(state, 0, group.states(), slot * state.length, state.length);
    }

    @Override
    public void act(float[] observations, boolean[] running, float[] actions) {
        for (int slot = 0; slot < running.length; slot++) {
            policy.view().apply(observations, slot * observationSize, inputs, slot * observationSize);
        }
        group.step(inputs, outputs);
        int size = mode.outputs();
        for (int slot = 0; slot < running.length; slot++) {
            if (running[slot]) {
                for (int i = slot * size; plan.noise() > 0 && i < (slot + 1) * size; i++) {
                    outputs[i] += (float) (plan.noise() * noise[slot].nextGaussian());
                }
                mode.mode(outputs, slot * size, actions, slot * mode.actionSize());
            }
        }
    }

    @Override
    public void close() {
        group.close();
    }
}
