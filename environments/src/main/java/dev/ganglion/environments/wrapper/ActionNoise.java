package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;

/**
 * {@code action-noise}: what is done is not quite what was asked for. A command within limits gets normal noise of this
 * share of half its range, and is then clipped; one without limits gets it in its own unit; a choice is replaced by any,
 * drawn uniformly, with this probability.
 */
public final class ActionNoise implements EnvironmentWrapper {
    private static final Option.Real OPTION = new Option.Real(
            "action-noise",
            0,
            0,
            1,
            "",
            "Deviation of noise on every command, over half its range; for choices, the probability of another.");

    @Override
    public Option option() {
        return OPTION;
    }

    @Override
    public Environment wrap(EnvironmentProvider inner, Options options) {
        return new Noisy(inner.create(options), options.real(OPTION.key()));
    }

    private static final class Noisy extends Disturbed {
        private final double share;
        private final float[] done;

        Noisy(Environment inner, double share) {
            super(inner, OPTION.key());
            this.share = share;
            done = new float[inner.spec().action().size()];
        }

        @Override
        public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
            if (spec().action() instanceof Box box) {
                for (int i = 0; i < done.length; i++) {
                    NoiseScale scale = NoiseScale.of(box.signals().at(i));
                    done[i] = (float) scale.noisy(action[actionOffset + i], share, random());
                }
            } else if (spec().action() instanceof Discrete choice) {
                boolean slips = random().nextDouble() < share;
                int other = random().nextInt(choice.choices().size());
                // An index that is none is handed on, and refused there.
                boolean isSound = choice.index(action[actionOffset]) >= 0;
                done[0] = slips && isSound ? other : action[actionOffset];
            }
            return super.step(done, 0, observation, observationOffset);
        }
    }
}
