package dev.ganglion.agents.ppo;

import dev.ganglion.agents.advantage.Advantages;
import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.ppo.MinibatchInputs.Column;
import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.rollout.ChunkLayout;
import dev.ganglion.agents.rollout.Rollout;
import dev.ganglion.agents.rollout.RolloutShape;
import dev.ganglion.agents.tensor.HostTensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * A rollout outside the heap, as the training graph takes it. It is written once per update and fed by reference to
 * every gradient step; the memory is kept for the next rollout.
 */
final class RolloutTensors implements AutoCloseable {
    private final PpoModel model;
    private final ChunkLayout layout;
    private final HostTensor controllerInputs;
    private final HostTensor criticInputs;
    private final HostTensor actions;
    private final HostTensor columns;
    private final HostTensor oldOutputs;
    private final HostTensor states;
    private final HostTensor criticStates;
    private final HostTensor oldLogStd;
    private HostTensor initialStates;
    private int initialRows = 1;
    private int generation;
    private float[] singleByChunk = new float[0];

    RolloutTensors(PpoModel model) {
        this.model = model;
        layout = model.layout();
        RolloutShape shape = model.shape();
        controllerInputs = table(shape.observation());
        criticInputs = table(model.oneView() ? 0 : model.criticWidth());
        actions = table(shape.action());
        columns = table(Column.COUNT);
        oldOutputs = table(model.needsOldOutputs() ? shape.outputs() : 0);
        states = new HostTensor(
                layout.chunks(), (long) shape.state() * (model.unrolls(model.controller()) ? 1 : layout.length()));
        criticStates = new HostTensor(layout.chunks(), model.critic().state().size());
        oldLogStd = new HostTensor(model.stdSize());
        initialStates = new HostTensor(initialRows, shape.state());
    }

    private HostTensor table(int width) {
        return new HostTensor(layout.chunks(), (long) layout.length() * width);
    }

    /** Takes over a rollout. */
    void write(Rollout rollout, Targets targets, float[] logStd) {
        RolloutShape shape = model.shape();
        controllerInputs.write(layout.arrange(rollout.controllerInputs(), shape.observation()));
        if (!model.oneView()) {
            criticInputs.write(layout.arrange(rollout.criticInputs(), model.criticWidth()));
        }
        actions.write(layout.arrange(rollout.experience().actions(), shape.action()));
        if (model.needsOldOutputs()) {
            oldOutputs.write(layout.arrange(rollout.trace().outputs(), shape.outputs()));
        }
        oldLogStd.write(logStd);
        states.write(
                model.unrolls(model.controller())
                        ? chunkStates(rollout.trace())
                        : layout.arrange(rollout.trace().states(), shape.state()));
        criticStates.write(rollout.criticMemory().states());
        float[] single = singleValues(rollout, targets);
        writeInitialStates(rollout, single);
        singleByChunk = layout.arrange(single, Column.COUNT);
        columns.write(singleByChunk);
    }

    /**
     * Counts ratio and divergence from another policy than the one that acted, and weighs each step by how many times as
     * likely its action is under that: the decoupled objective of Hilton, Cobbe and Schulman 2022, "Batch size-invariance
     * for policy optimization".
     *
     * @return estimated divergence of that policy from the one that acted, {@code E[(w − 1) − log w]}, in nats
     */
    double countFrom(ProximalPolicy proximal) {
        float bound = (float) model.config().maxLogRatio();
        double sum = 0;
        for (int i = 0; i < proximal.logProbabilities().length; i++) {
            int at = i * Column.COUNT;
            int old = at + column(Column.LOG_PROBABILITY);
            float logWeight = Math.max(-bound, Math.min(bound, proximal.logProbabilities()[i] - singleByChunk[old]));
            double weight = Math.exp(logWeight);
            singleByChunk[at + column(Column.WEIGHT)] = (float) weight;
            singleByChunk[old] = proximal.logProbabilities()[i];
            sum += singleByChunk[at + column(Column.MASK)] * (weight - 1 - logWeight);
        }
        columns.write(singleByChunk);
        if (model.needsOldOutputs()) {
            oldOutputs.write(proximal.outputs());
        }
        return sum / model.shape().size();
    }

    private float[] singleValues(Rollout rollout, Targets targets) {
        int size = model.shape().size();
        int logProbability = column(Column.LOG_PROBABILITY);
        int advantage = column(Column.ADVANTAGE);
        int target = column(Column.TARGET);
        int oldValue = column(Column.OLD_VALUE);
        int mask = column(Column.MASK);
        int weight = column(Column.WEIGHT);
        int start = column(Column.START);
        float[] single = new float[size * Column.COUNT];
        for (int i = 0; i < size; i++) {
            int at = i * Column.COUNT;
            single[at + logProbability] = rollout.logProbabilities()[i];
            single[at + advantage] = targets.advantages[i];
            single[at + target] = targets.returns[i];
            single[at + oldValue] = targets.values[i];
            single[at + mask] = 1;
            single[at + weight] = 1;
            single[at + start] = rollout.experience().starts()[i] ? 1 : 0;
        }
        return single;
    }

    private static int column(Column column) {
        return Arrays.asList(Column.values()).indexOf(column);
    }

    /** The stored states at the starts of chunks, {@code [chunk, state]}. */
    private float[] chunkStates(ActingTrace trace) {
        RolloutShape shape = model.shape();
        int width = shape.environments() * shape.state();
        int stride = layout.length() / shape.stateInterval();
        float[] chunkStates = new float[layout.chunks() * shape.state()];
        for (int chunk = 0; width > 0 && chunk * width < chunkStates.length; chunk++) {
            System.arraycopy(trace.states(), chunk * stride * width, chunkStates, chunk * width, width);
        }
        return chunkStates;
    }

    /** Keeps each initial state once, and with every start the row where it is. */
    private void writeInitialStates(Rollout rollout, float[] single) {
        int width = model.shape().state();
        if (!model.unrolls(model.controller())) {
            return;
        }
        List<float[]> distinct = new ArrayList<>();
        for (ActingTrace.Moment start : rollout.trace().initialStates()) {
            int row = 0;
            while (row < distinct.size() && !Arrays.equals(distinct.get(row), start.state())) {
                row++;
            }
            if (row == distinct.size()) {
                distinct.add(start.state());
            }
            int step = start.time() * model.shape().environments() + start.environment();
            single[step * Column.COUNT + column(Column.INITIAL_STATE)] = row;
        }
        if (distinct.size() > initialRows) {
            initialRows = Math.max(2 * initialRows, distinct.size());
            initialStates.close();
            initialStates = new HostTensor(initialRows, width);
            generation++;
        }
        float[] table = new float[initialRows * width];
        for (int row = 0; row < distinct.size(); row++) {
            System.arraycopy(distinct.get(row), 0, table, row * width, width);
        }
        initialStates.write(table);
    }

    /** Changes whenever other tensors are to be fed than before. */
    int generation() {
        return generation;
    }

    /**
     * Feeds all of it to a call.
     *
     * @param feed feeds a tensor in a place
     */
    void feed(BiConsumer<Operand<TFloat32>, TFloat32> feed, MinibatchInputs inputs) {
        feed.accept(inputs.controllerInputs, controllerInputs.tensor());
        feed.accept(inputs.actions, actions.tensor());
        feed.accept(inputs.columns, columns.tensor());
        feed.accept(inputs.states, states.tensor());
        if (inputs.criticInputs != null) {
            feed.accept(inputs.criticInputs, criticInputs.tensor());
        }
        if (model.critic().state().size() > 0) {
            feed.accept(inputs.criticStates, criticStates.tensor());
        }
        if (model.unrolls(model.controller())) {
            feed.accept(inputs.initialStates, initialStates.tensor());
        }
        if (model.needsOldOutputs()) {
            feed.accept(inputs.oldOutputs, oldOutputs.tensor());
        }
    }

    /** Room for the ratios of a minibatch, and which of its steps count. */
    MinibatchRatios ratios(int[] minibatch) {
        int length = layout.length();
        if (!layout.isPadded()) {
            return MinibatchRatios.unknown(minibatch.length * length, null);
        }
        float[] mask = new float[minibatch.length * length];
        int column = column(Column.MASK);
        for (int i = 0; i < mask.length; i++) {
            int step = minibatch[i / length] * length + i % length;
            mask[i] = singleByChunk[step * Column.COUNT + column];
        }
        return MinibatchRatios.unknown(mask.length, mask);
    }

    /** The logarithms of the standard deviations of the policy from which ratio and divergence are counted. */
    HostTensor oldLogStd() {
        return oldLogStd;
    }

    @Override
    public void close() {
        List.of(
                        controllerInputs,
                        criticInputs,
                        actions,
                        columns,
                        oldOutputs,
                        states,
                        criticStates,
                        oldLogStd,
                        initialStates)
                .forEach(HostTensor::close);
    }

    /**
     * What is to be learned, {@code [time, environment]} each.
     *
     * @param advantages advantage estimates
     * @param returns returns as the critic learns them
     * @param values values before the update, in the same unit
     */
    record Targets(float[] advantages, float[] returns, float[] values) {
        /**
         * The targets of a rollout.
         *
         * @param estimated in the unit of rewards
         * @param unit in what the critic learns returns
         */
        static Targets of(PpoConfig config, Advantages estimated, ReturnNormaliser unit, Rollout rollout) {
            Advantages scaled =
                    config.advantages() == PpoConfig.AdvantageScaling.BATCH ? estimated.standardised() : estimated;
            int size = rollout.values().length;
            Targets targets = new Targets(new float[size], new float[size], new float[size]);
            for (int i = 0; i < size; i++) {
                targets.advantages[i] = (float) scaled.advantages()[i];
                targets.returns[i] = (float) unit.normalise(estimated.returns()[i]);
                targets.values[i] = (float) unit.normalise(rollout.values()[i]);
            }
            return targets;
        }
    }
}
