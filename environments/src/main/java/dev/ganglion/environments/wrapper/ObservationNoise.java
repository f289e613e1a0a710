package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import java.util.stream.IntStream;

/**
 * {@code observation-noise}: whatever is observed gets normal noise, of this share of half its range where it has two
 * limits, else of this many of its units. Noise takes nothing beyond a limit.
 */
public final class ObservationNoise implements EnvironmentWrapper {
    private static final Option.Real OPTION = new Option.Real(
            "observation-noise",
            0,
            0,
            1,
            "",
            "Deviation of noise on all that is observed, over half its range, or in its unit where it has no limits.");

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
        private final NoiseScale[] scales;

        Noisy(Environment inner, double share) {
            super(inner, OPTION.key());
            this.share = share;
            scales = IntStream.range(0, inner.spec().observation().size())
                    .mapToObj(i ->
                            NoiseScale.of(inner.spec().observation().signals().at(i)))
                    .toArray(NoiseScale[]::new);
        }

        @Override
        public void reset(long seed, float[] observation, int offset) {
            super.reset(seed, observation, offset);
            disturb(observation, offset);
        }

        @Override
        public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
            StepStatus status = super.step(action, actionOffset, observation, observationOffset);
            disturb(observation, observationOffset);
            return status;
        }

        private void disturb(float[] observation, int offset) {
            for (int i = 0; i < scales.length; i++) {
                observation[offset + i] = (float) scales[i].noisy(observation[offset + i], share, random());
            }
        }
    }
}
