package dev.ganglion.agents.ppo;

import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.rollout.CriticInputs;
import dev.ganglion.agents.rollout.CriticMemory;
import dev.ganglion.agents.rollout.CriticValues;
import dev.ganglion.agents.rollout.RolloutShape;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.environments.vector.Helper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Result;
import org.tensorflow.Session;

/**
 * Values a rollout with the critic that has not learned from it yet.
 *
 * <p>A critic without memory values all rows at once, or many in parts of two threads. One with a memory goes through the
 * rollout from its first step to its last, in all environments side by side: its state goes on from the rollout before, is
 * zero where an episode starts, and is kept wherever a chunk begins, to be replayed from there. What comes after a step is
 * valued in the state after that step.
 */
final class ValuePass {
    /** Most rows of a call, and how many more than these are worth a second call beside the first. */
    private static final int MOST_ROWS = 8192;

    private static final int FEW_ROWS = 1024;

    /**
     * Rows of a call are a multiple of this. TensorFlow multiplies tiles of rows, and what is left over in another way,
     * so that where rows are cut decides last bits otherwise.
     */
    private static final int TILE = 96;

    private final PpoModel model;
    private final GraphSession session;
    private final PpoGraph graph;
    private final @Nullable Helper helper;
    private final int width;

    /**
     * Values for a model.
     *
     * @param helper a second thread to compute on; null if there is none
     */
    ValuePass(PpoModel model, GraphSession session, PpoGraph graph, @Nullable Helper helper) {
        this.helper = helper;
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
        List<Runnable> calls = new ArrayList<>();
        int rows = rowsOfACall(values.length);
        for (int from = 0; from < values.length; from += rows) {
            int first = from;
            int end = Math.min(values.length, from + rows);
            calls.add(() -> call(asked, first, end, new float[0], values));
        }
        sideBySide(calls);
        return CriticMemory.none();
    }

    /** Parts of nearly equal size, the same for any number of threads. */
    private static int rowsOfACall(int rows) {
        if (rows <= FEW_ROWS) {
            return FEW_ROWS;
        }
        int pairs = (rows - 1) / (2 * MOST_ROWS) + 1;
        int part = (rows - 1) / (2 * pairs) + 1;
        return ((part - 1) / TILE + 1) * TILE;
    }

    private void sideBySide(List<Runnable> calls) {
        if (helper == null || calls.size() < 2 || !helper.isIdle()) {
            calls.forEach(Runnable::run);
            return;
        }
        for (int i = 0; i < calls.size(); i += 2) {
            if (i + 1 < calls.size()) {
                helper.start(calls.get(i + 1));
            }
            try {
                calls.get(i).run();
            } catch (RuntimeException | Error e) {
                awaitAfter(helper, e);
                throw e;
            }
            helper.await();
        }
    }

    private static void awaitAfter(Helper helper, Throwable failure) {
        try {
            helper.await();
        } catch (RuntimeException | Error e) {
            failure.addSuppressed(e);
        }
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
