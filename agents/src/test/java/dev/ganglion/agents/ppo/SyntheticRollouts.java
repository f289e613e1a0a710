package dev.ganglion.agents.ppo;

import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.rollout.ActingTraces;
import dev.ganglion.agents.rollout.CriticMemory;
import dev.ganglion.agents.rollout.Rollout;
import dev.ganglion.agents.rollout.RolloutShape;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.stream.StepBatch;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Rollouts of random numbers, with episodes that begin in the middle. */
final class SyntheticRollouts {
    private SyntheticRollouts() {}

    static void write(PpoModel model, RolloutTensors tensors, ActingTrace trace) {
        write(model, tensors, trace, targets -> targets);
    }

    /** With other targets. */
    static void write(
            PpoModel model, RolloutTensors tensors, ActingTrace trace, UnaryOperator<RolloutTensors.Targets> changed) {
        RandomGenerator random = RandomStreams.named(8, "critic");
        int states = model.layout().chunks() * model.critic().state().size();
        write(
                model,
                tensors,
                trace,
                normal(random, model.shape().size() * model.criticWidth()),
                new CriticMemory(normal(random, states), new float[0]),
                changed);
    }

    /** With what the critic saw and remembered. */
    static void write(
            PpoModel model, RolloutTensors tensors, ActingTrace trace, float[] criticInputs, CriticMemory memory) {
        write(model, tensors, trace, criticInputs, memory, targets -> targets);
    }

    private static void write(
            PpoModel model,
            RolloutTensors tensors,
            ActingTrace trace,
            float[] criticInputs,
            CriticMemory memory,
            UnaryOperator<RolloutTensors.Targets> changed) {
        RolloutShape shape = model.shape();
        RandomGenerator random = RandomStreams.named(8, "rollout");
        boolean[] starts = new boolean[shape.size()];
        starts[2 * 2] = true;
        starts[6 * 2 + 1] = true;
        ActingTraces.fill(trace, shape, random, starts);
        float[] actions = normal(random, shape.size() * shape.action());
        if (model.stdSize() == 0) {
            for (int i = 0; i < actions.length; i++) {
                actions[i] = i % shape.outputs();
            }
        }
        float[] observations = normal(random, shape.size() * shape.observation());
        StepBatch batch = new StepBatch(
                0,
                shape.steps(),
                shape.environments(),
                observations,
                actions,
                new float[shape.size()],
                starts,
                new float[0],
                List.of(),
                List.of());
        float[] logProbabilities = new float[shape.size()];
        java.util.Arrays.fill(logProbabilities, model.stdSize() > 0 ? -1.5f : -0.7f);
        Rollout rollout = new Rollout(
                batch,
                trace,
                observations,
                observations,
                criticInputs,
                logProbabilities,
                new float[shape.size()],
                new float[shape.size()],
                memory,
                new boolean[shape.size()]);
        RolloutTensors.Targets targets = new RolloutTensors.Targets(
                normal(random, shape.size()), normal(random, shape.size()), normal(random, shape.size()));
        tensors.write(rollout, changed.apply(targets), model.initialLogStd());
    }

    private static float[] normal(RandomGenerator random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
