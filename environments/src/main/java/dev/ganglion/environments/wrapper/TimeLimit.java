package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;

/** {@code time-limit}: an episode is truncated after so many steps, unless the task's own limit comes first. */
public final class TimeLimit implements EnvironmentWrapper {
    private static final Option.Whole OPTION = new Option.Whole(
            "time-limit",
            0,
            0,
            1_000_000,
            "steps",
            "Steps after which an episode is truncated, unless the task's own limit comes first; 0 for that one alone.");

    @Override
    public Option option() {
        return OPTION;
    }

    @Override
    public Environment wrap(EnvironmentProvider inner, Options options) {
        return new Limited(inner.create(options), options.whole(OPTION.key()));
    }

    private static final class Limited extends Wrapped {
        private final EnvironmentSpec spec;
        private int steps;
        private int limit;
        private StepStatus inside = StepStatus.RUNNING;

        Limited(Environment inner, int limit) {
            super(inner);
            EnvironmentSpec bare = inner.spec();
            spec = new EnvironmentSpec(
                    bare.name(),
                    bare.version(),
                    bare.observation(),
                    bare.action(),
                    bare.controlPeriodSeconds(),
                    Math.min(limit, bare.timeLimitSteps()));
            this.limit = spec.timeLimitSteps();
        }

        @Override
        public EnvironmentSpec spec() {
            return spec;
        }

        @Override
        public void reset(long seed, float[] observation, int offset) {
            steps = 0;
            limit = spec.timeLimitSteps();
            inside = StepStatus.RUNNING;
            super.reset(seed, observation, offset);
        }

        @Override
        public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
            if (steps >= limit) {
                throw new IllegalStateException(spec.name() + " has no episode running; reset it first");
            }
            inside = super.step(action, actionOffset, observation, observationOffset);
            steps++;
            // In a prolonged episode the task's own limit may come in the midst of this one's.
            boolean isProlonged = limit > spec.timeLimitSteps();
            if (inside == StepStatus.TRUNCATED && steps < limit && isProlonged && super.prolong()) {
                inside = StepStatus.RUNNING;
            }
            return inside == StepStatus.RUNNING && steps == limit ? StepStatus.TRUNCATED : inside;
        }

        @Override
        public boolean prolong() {
            if (steps < limit || inside == StepStatus.TERMINATED || !isProlongable()) {
                return false;
            }
            if (inside == StepStatus.TRUNCATED && !super.prolong()) {
                return false;
            }
            inside = StepStatus.RUNNING;
            limit += spec.timeLimitSteps();
            return true;
        }
    }
}
