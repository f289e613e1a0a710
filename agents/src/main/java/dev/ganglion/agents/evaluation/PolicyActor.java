package dev.ganglion.agents.evaluation;

import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Acts with a policy: with its likeliest action, with Gaussian noise on it, or with one drawn from it. */
final class PolicyActor implements EpisodeActor {
    private final Policy policy;
    private final EvaluationPlan plan;
    private final GroupPolicy group;
    private final ActionDistribution distribution;
    private final RandomGenerator[] noise = new RandomGenerator[Policy.GROUP];
    private final float[] inputs;
    private final float[] outputs;
    private final int observationSize;
    /** Of the step, {@code [measure][slot]}. */
    private final float[][] measured;
    /** Over the episode so far, {@code [measure][slot]}. */
    private final double[][] sums;

    private final int[] steps = new int[Policy.GROUP];

    PolicyActor(Policy policy, EnvironmentSpec environment, EvaluationPlan plan) {
        this.policy = policy;
        this.plan = plan;
        group = policy.group();
        distribution = plan.sampled() ? policy.distribution() : policy.mode();
        observationSize = environment.observation().size();
        inputs = new float[Policy.GROUP * observationSize];
        outputs = new float[Policy.GROUP * policy.controller().outputs()];
        measured = new float[group.measures().size()][Policy.GROUP];
        sums = new double[measured.length][Policy.GROUP];
    }

    @Override
    public void begin(int slot, int episode) {
        noise[slot] = RandomStreams.named(plan.seed(), "evaluation/" + episode + "/noise");
        float[] state =
                policy.controller().initialState(RandomStreams.named(plan.seed(), "evaluation/" + episode + "/state"));
        System.arraycopy(state, 0, group.states(), slot * state.length, state.length);
        steps[slot] = 0;
        for (double[] sum : sums) {
            sum[slot] = 0;
        }
    }

    @Override
    public void act(float[] observations, boolean[] running, float[] actions) {
        for (int slot = 0; slot < running.length; slot++) {
            policy.view().apply(observations, slot * observationSize, inputs, slot * observationSize);
        }
        group.step(inputs, outputs, measured);
        int size = distribution.outputs();
        for (int slot = 0; slot < running.length; slot++) {
            if (running[slot]) {
                measure(slot);
                for (int i = slot * size; plan.noise() > 0 && i < (slot + 1) * size; i++) {
                    outputs[i] += (float) (plan.noise() * noise[slot].nextGaussian());
                }
                choose(slot, actions);
            }
        }
    }

    private void choose(int slot, float[] actions) {
        int output = slot * distribution.outputs();
        int action = slot * distribution.actionSize();
        if (plan.sampled()) {
            distribution.sample(outputs, output, noise[slot], actions, action);
        } else {
            distribution.mode(outputs, output, actions, action);
        }
    }

    private void measure(int slot) {
        steps[slot]++;
        for (int i = 0; i < sums.length; i++) {
            sums[i][slot] += measured[i][slot];
        }
    }

    @Override
    public Map<String, Double> measured(int slot) {
        Map<String, Double> means = new TreeMap<>();
        for (int i = 0; i < sums.length; i++) {
            means.put(group.measures().get(i), sums[i][slot] / steps[slot]);
        }
        return means;
    }

    @Override
    public OptionalDouble largestWeight(int slot) {
        List<PlasticWeights> weights = policy.controller().plasticWeights();
        if (weights.isEmpty()) {
            return OptionalDouble.empty();
        }
        int size = policy.controller().state().size();
        float[] state = Arrays.copyOfRange(group.states(), slot * size, (slot + 1) * size);
        double largest = 0;
        for (PlasticWeights part : weights) {
            largest = Math.max(largest, part.largest(state));
        }
        return OptionalDouble.of(Double.isNaN(largest) ? Double.POSITIVE_INFINITY : largest);
    }

    @Override
    public void close() {
        group.close();
    }
}
