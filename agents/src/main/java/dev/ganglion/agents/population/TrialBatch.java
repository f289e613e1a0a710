package dev.ganglion.agents.population;

import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.controllers.Controller;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.NumericException;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** One worker's environments, in which a batch of trials after another runs until the last of the batch has ended. */
final class TrialBatch implements AutoCloseable {
    private final Controller controller;
    private final PopulationActor actor;
    private final ActionDistribution actions;
    private final List<Environment> environments;
    private final EnvironmentSpec spec;
    private final float[] observed;
    private final float[] inputs;
    private final float[] outputs;
    private final float[] taken;
    private final double[] totals;
    private final int[] lengths;
    private final StepStatus[] status;
    private final float[][] kept;
    private final int observationSize;
    private final int actionSize;

    /**
     * So many environments side by side.
     *
     * @param actions how an action follows from the controller's output
     */
    TrialBatch(
            Controller controller, PopulationActor actor, ActionDistribution actions, List<Environment> environments) {
        this.controller = controller;
        this.actor = actor;
        this.actions = actions;
        this.environments = environments;
        spec = environments.get(0).spec();
        observationSize = spec.observation().size();
        actionSize = spec.action().size();
        int size = environments.size();
        observed = new float[size * observationSize];
        inputs = new float[observed.length];
        outputs = new float[size * controller.outputs()];
        taken = new float[size * actionSize];
        totals = new double[size];
        lengths = new int[size];
        status = new StepStatus[size];
        kept = new float[size][];
    }

    /**
     * Runs some trials.
     *
     * @param first number of the first
     * @param count how many, no more than there are environments
     * @param stopped asked before each step; the trials are left unfinished once it says yes
     * @return the trials in order; none if stopped
     */
    List<Trial> run(TrialPlan plan, int first, int count, BooleanSupplier stopped) {
        begin(plan, first, count);
        int left = count;
        while (left > 0) {
            if (stopped.getAsBoolean()) {
                return List.of();
            }
            left -= step(plan, first, count);
        }
        List<Trial> trials = new ArrayList<>();
        for (int place = 0; place < count; place++) {
            trials.add(trial(plan, first, place));
        }
        return trials;
    }

    private void begin(TrialPlan plan, int first, int count) {
        int width = controller.state().size();
        for (int place = 0; place < count; place++) {
            long seed = plan.seeds().applyAsLong(first + place);
            actor.put(place, plan.parameters().apply((first + place) / plan.episodes()));
            environments.get(place).reset(seed, observed, place * observationSize);
            float[] state = controller.initialState(RandomStreams.named(seed, "state"));
            System.arraycopy(state, 0, actor.states(), place * width, width);
            totals[place] = 0;
            lengths[place] = 0;
            status[place] = StepStatus.RUNNING;
            kept[place] = new float[plan.keepsObservations() ? 64 * observationSize : 0];
        }
        actor.ready();
    }

    /** One step of all; returns how many trials ended. */
    private int step(TrialPlan plan, int first, int count) {
        for (int place = 0; place < count; place++) {
            int at = place * observationSize;
            plan.view().apply(observed, at, inputs, at);
            if (plan.keepsObservations() && status[place] == StepStatus.RUNNING) {
                keep(place);
            }
        }
        actor.step(inputs, outputs);
        int ended = 0;
        for (int place = 0; place < count; place++) {
            if (status[place] == StepStatus.RUNNING) {
                actions.mode(outputs, place * actions.outputs(), taken, place * actionSize);
                move(plan, first, place);
                ended += status[place].isDone() ? 1 : 0;
            }
        }
        return ended;
    }

    private void move(TrialPlan plan, int first, int place) {
        Environment environment = environments.get(place);
        int action = place * actionSize;
        int at = place * observationSize;
        requireFinite(plan, first, place, "the action ", spec.action(), taken, action, actionSize);
        status[place] = environment.step(taken, action, observed, at);
        requireFinite(plan, first, place, "the observation ", spec.observation(), observed, at, observationSize);
        if (!Double.isFinite(environment.reward())) {
            throw failure(plan, first, place, "the reward", environment.reward());
        }
        totals[place] += environment.reward();
        lengths[place]++;
    }

    private void keep(int place) {
        int at = lengths[place] * observationSize;
        if (at == kept[place].length) {
            kept[place] = Arrays.copyOf(kept[place], 2 * at);
        }
        System.arraycopy(observed, place * observationSize, kept[place], at, observationSize);
    }

    private Trial trial(TrialPlan plan, int first, int place) {
        int at = place * observationSize;
        return new Trial(
                totals[place],
                lengths[place],
                status[place],
                plan.seeds().applyAsLong(first + place),
                Arrays.copyOfRange(observed, at, at + observationSize),
                plan.keepsObservations() ? Arrays.copyOf(kept[place], lengths[place] * observationSize) : kept[place],
                environments.get(place).measurements());
    }

    private void requireFinite(
            TrialPlan plan, int first, int place, String what, Space space, float[] values, int offset, int size) {
        for (int i = 0; i < size; i++) {
            if (!Float.isFinite(values[offset + i])) {
                throw failure(plan, first, place, what + space.component(i), values[offset + i]);
            }
        }
    }

    private NumericException failure(TrialPlan plan, int first, int place, String what, double value) {
        int trial = first + place;
        return new NumericException("The fitness of candidate " + trial / plan.episodes() + " in generation "
                + plan.generation() + " is not finite: in its episode " + trial % plan.episodes() + " on " + spec.name()
                + ", reset with seed " + plan.seeds().applyAsLong(trial) + ", " + what + " is " + value + " at step "
                + lengths[place]);
    }

    @Override
    public void close() {
        actor.close();
    }
}
