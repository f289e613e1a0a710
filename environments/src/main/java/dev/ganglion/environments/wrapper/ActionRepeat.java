package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;

/**
 * {@code action-repeat}: every action is held for several steps of the environment, which then count as one. The reward
 * is their sum, the observation the last one; an episode may end within them.
 */
public final class ActionRepeat implements EnvironmentWrapper {
    private static final Option.Whole OPTION =
            new Option.Whole("action-repeat", 1, 1, 20, "steps", "Steps for which every action is held.");

    @Override
    public Option option() {
        return OPTION;
    }

    @Override
    public Environment wrap(EnvironmentProvider inner, Options options) {
        return new Repeating(inner.create(options), options.whole(OPTION.key()));
    }

    private static final class Repeating extends Wrapped {
        private final int repeats;
        private final EnvironmentSpec spec;
        private double reward;

        Repeating(Environment inner, int repeats) {
            super(inner);
            this.repeats = repeats;
            EnvironmentSpec bare = inner.spec();
            spec = new EnvironmentSpec(
                    bare.name(),
                    bare.version(),
                    bare.observation(),
                    bare.action(),
                    repeats * bare.controlPeriodSeconds(),
                    (bare.timeLimitSteps() + repeats - 1) / repeats);
        }

        @Override
        public EnvironmentSpec spec() {
            return spec;
        }

        @Override
        public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
            StepStatus status = super.step(action, actionOffset, observation, observationOffset);
            reward = super.reward();
            for (int repeat = 1; repeat < repeats && !status.isDone(); repeat++) {
                status = super.step(action, actionOffset, observation, observationOffset);
                reward += super.reward();
            }
            return status;
        }

        @Override
        public double reward() {
            return reward;
        }
    }
}
