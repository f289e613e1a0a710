package dev.ganglion.agents.rollout;

import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.stream.StepBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns experience and the trace of its acting into a rollout. The values of a whole rollout are asked for at once.
 *
 * @param shape lengths of the axes
 * @param stateView what of the controller's state follows the observation in the critic's input; if anything does,
 *     every state must have been stored
 */
public record RolloutAssembler(RolloutShape shape, StateView stateView) {
    /** Components of the critic's input. */
    public int criticWidth() {
        return shape.observation() + stateView.width();
    }

    /**
     * Assembles a rollout.
     *
     * @param batch what happened
     * @param exploration how it was acted
     * @param criticView how the critic sees its input
     * @param critic values of steps as the critic sees them
     */
    public Rollout assemble(
            StepBatch batch, RolloutActor.Exploration exploration, RowNormaliser criticView, ValueFunction critic) {
        ActingTrace trace = exploration.trace();
        float[] raw = rawInputs(batch, trace);
        List<Bootstrap> bootstraps = bootstraps(batch, trace);
        float[] table = Arrays.copyOf(raw, raw.length + bootstraps.size() * criticWidth());
        for (int i = 0; i < bootstraps.size(); i++) {
            join(bootstraps.get(i).observation, bootstraps.get(i).state, table, shape.size() + i);
        }
        float[] seen = view(table, criticView);
        int[] after = bootstraps.stream().mapToInt(Bootstrap::row).toArray();
        CriticValues valued = critic.values(new CriticInputs(seen, batch.starts(), after));
        boolean[] ends = ends(batch);
        return new Rollout(
                batch,
                trace,
                view(batch.observations(), exploration.normaliser()),
                raw,
                Arrays.copyOf(seen, raw.length),
                logProbabilities(batch, trace, exploration.distribution()),
                Arrays.copyOf(valued.values(), shape.size()),
                nextValues(valued.values(), ends, bootstraps),
                valued.memory(),
                ends);
    }

    private float[] rawInputs(StepBatch batch, ActingTrace trace) {
        if (stateView.width() == 0) {
            return batch.observations();
        }
        float[] raw = new float[shape.size() * criticWidth()];
        for (int row = 0; row < shape.size(); row++) {
            System.arraycopy(
                    batch.observations(), row * shape.observation(), raw, row * criticWidth(), shape.observation());
            stateView.write(trace.states(), row * shape.state(), raw, row * criticWidth() + shape.observation());
        }
        return raw;
    }

    private void join(float[] observation, float[] state, float[] table, int row) {
        System.arraycopy(observation, 0, table, row * criticWidth(), observation.length);
        stateView.write(state, 0, table, row * criticWidth() + observation.length);
    }

    /** Where the value after a step is not the value before the next step: at truncations and at the rollout's end. */
    private List<Bootstrap> bootstraps(StepBatch batch, ActingTrace trace) {
        List<Bootstrap> bootstraps = new ArrayList<>();
        int lastTime = shape.steps() - 1;
        boolean[] endedLast = new boolean[shape.environments()];
        for (StepBatch.Ending ending : batch.endings()) {
            endedLast[ending.environment()] |= ending.time() == lastTime;
            if (ending.status() == StepStatus.TRUNCATED) {
                float[] state = finalState(trace, ending.time(), ending.environment());
                bootstraps.add(new Bootstrap(
                        ending.time() * shape.environments() + ending.environment(), ending.finalObservation(), state));
            }
        }
        for (int environment = 0; environment < shape.environments(); environment++) {
            if (!endedLast[environment]) {
                int from = environment * shape.observation();
                float[] next = Arrays.copyOfRange(batch.nextObservations(), from, from + shape.observation());
                float[] state = finalState(trace, lastTime, environment);
                bootstraps.add(new Bootstrap(lastTime * shape.environments() + environment, next, state));
            }
        }
        return bootstraps;
    }

    private float[] finalState(ActingTrace trace, int time, int environment) {
        if (shape.state() == 0 || time == shape.steps() - 1) {
            int from = environment * shape.state();
            return Arrays.copyOfRange(trace.lastStates(), from, from + shape.state());
        }
        return trace.finalStates().stream()
                .filter(moment -> moment.time() == time && moment.environment() == environment)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No state was kept at the end of the episode of environment " + environment + " at " + time))
                .state();
    }

    private boolean[] ends(StepBatch batch) {
        boolean[] ends = new boolean[shape.size()];
        for (StepBatch.Ending ending : batch.endings()) {
            ends[ending.time() * shape.environments() + ending.environment()] = true;
        }
        return ends;
    }

    private float[] nextValues(float[] allValues, boolean[] ends, List<Bootstrap> bootstraps) {
        float[] next = new float[shape.size()];
        for (int i = 0; i + shape.environments() < shape.size(); i++) {
            next[i] = ends[i] ? 0 : allValues[i + shape.environments()];
        }
        for (int i = 0; i < bootstraps.size(); i++) {
            next[bootstraps.get(i).row] = allValues[shape.size() + i];
        }
        return next;
    }

    private float[] logProbabilities(StepBatch batch, ActingTrace trace, ActionDistribution distribution) {
        float[] logProbabilities = new float[shape.size()];
        for (int i = 0; i < logProbabilities.length; i++) {
            logProbabilities[i] = (float) distribution.logProbability(
                    trace.outputs(), i * shape.outputs(), batch.actions(), i * shape.action());
        }
        return logProbabilities;
    }

    private static float[] view(float[] table, RowNormaliser normaliser) {
        float[] seen = new float[table.length];
        for (int at = 0; at < table.length; at += normaliser.width()) {
            normaliser.apply(table, at, seen, at);
        }
        return seen;
    }

    /** Estimates the returns to come. */
    @FunctionalInterface
    public interface ValueFunction {
        /**
         * Values of a rollout's steps and of what comes after some of them.
         *
         * @param inputs what is to be valued
         */
        CriticValues values(CriticInputs inputs);
    }

    private record Bootstrap(int row, float[] observation, float[] state) {}
}
