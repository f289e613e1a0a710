package dev.ganglion.agents.ppo;

import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.rollout.CriticInputs;
import dev.ganglion.agents.rollout.CriticMemory;
import dev.ganglion.agents.rollout.CriticValues;
import dev.ganglion.agents.rollout.RolloutShape;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import java.util.Arrays;
import org.tensorflow.Result;
import org.tensorflow.Session;

/**
 * Values a rollout with the critic that has not learned from it yet.
 *
 * <p>A critic without memory values all rows at once. One with a memory goes through the rollout from its first step to
 * its last, in all environments side by side: its state goes on from the rollout before, is zero where an episode
 * starts, and is kept wherever a chunk begins, to be replayed from there. What comes after a step is valued in the state
 * after that step.
 */
final class ValuePass {
    private static final int MOST_ROWS = 8192;

    private final PpoModel model;
    private final GraphSession session;
    private final PpoGraph graph;
    private final int width;

    ValuePass(PpoModel model, GraphSession session, PpoGraph graph) {
        this.model = model;
        this.session = session;
        this.graph = graph;
        width = model.critic().state().size();
    }

    /**
     * Values in the unit of rewards.
     *
     * @param asked what is to be valued
     * @param before the critic's state at the end of the rollout before, {@code [environment, state]}
     * @param returns in what the critic's output is counted
     */
    CriticValues of(CriticInputs asked, float[] before, ReturnNormaliser returns) {
        float[] values = new float[asked.rows().length / model.criticWidth()];
        CriticMemory memory = width == 0 ? atOnce(asked, values) : stepByStep(asked, before.clone(), values);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) returns.denormalise(values[i]);
        }
        return new CriticValues(values, memory);
    }

    private CriticMemory atOnce(CriticInputs asked, float[] values) {
        for (int from = 0; from < values.length; from += MOST_ROWS) {
            call(asked, from, Math.min(values.length, from + MOST_ROWS), new float[0], values);
        }
        return CriticMemory.none();
    }

    private CriticMemory stepByStep(CriticInputs asked, float[] states, float[] values) {
        RolloutShape shape = model.shape();
        int environments = shape.environments();
        float[] stored = new float[model.layout().chunks() * width];
        float[] afterwards = new float[asked.after().length * width];
        for (int time = 0; time < shape.steps(); time++) {
            for (int i = 0; i < environments; i++) {
                if (asked.starts()[time * environments + i]) {
                    Arrays.fill(states, i * width, (i + 1) * width, 0);
                }
            }
            if (time % model.layout().length() == 0) {
                System.arraycopy(states, 0, stored, time / model.layout().length() * states.length, states.length);
            }
            call(asked, time * environments, (time + 1) * environments, states, values);
            for (int i = 0; i < asked.after().length; i++) {
                if (asked.after()[i] / environments == time) {
                    System.arraycopy(states, asked.after()[i] % environments * width, afterwards, i * width, width);
                }
            }
        }
        float[] last = states.clone();
        call(asked, shape.size(), values.length, afterwards, values);
        return new CriticMemory(stored, last);
    }

    /** Values some rows and moves the states on. */
    private void call(CriticInputs asked, int from, int to, float[] states, float[] values) {
        float[] rows = Arrays.copyOfRange(asked.rows(), from * model.criticWidth(), to * model.criticWidth());
        try (HostTensor inputs = HostTensor.of(rows, to - from, model.criticWidth());
                HostTensor fedStates = HostTensor.of(states, to - from, width)) {
            Session.Runner runner = session.runner()
                    .feed(graph.valueInputs, inputs.tensor())
                    .feed(graph.valueStates, fedStates.tensor())
                    .fetch(graph.values);
            if (width > 0) {
                runner.fetch(graph.nextValueStates);
            }
            try (Result result = runner.run()) {
                System.arraycopy(Results.floats(result.get(0)), 0, values, from, to - from);
                if (width > 0) {
                    Results.read(result.get(1), states);
                }
            }
        }
    }
}
