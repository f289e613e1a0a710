package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.physics.PhysicsDivergedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code blow-up}: whether an episode whose physics diverge stops the run, or is truncated there and counted.
 *
 * <p>Where it is truncated, the last step repeats the observation before it, earns nothing, and counts for nothing else;
 * the measurement {@code blown_up} is 1 for such an episode and 0 for every other.
 */
public final class BlowUp implements EnvironmentWrapper {
    private static final String TRUNCATE = "truncate";

    private static final Option.Choice OPTION = new Option.Choice(
            "blow-up",
            "stop",
            List.of("stop", TRUNCATE),
            "What becomes of an episode whose physics diverge: it stops the run, or is truncated and counted in the"
                    + " measurement blown_up.");

    @Override
    public Option option() {
        return OPTION;
    }

    @Override
    public Environment wrap(EnvironmentProvider inner, Options options) {
        return new Truncating(inner.create(options));
    }

    private static final class Truncating extends Wrapped {
        private final float[] last;
        private Map<String, Double> measurements = Map.of();
        private boolean blownUp;

        Truncating(Environment inner) {
            super(inner);
            last = new float[inner.spec().observation().size()];
        }

        @Override
        public void reset(long seed, float[] observation, int offset) {
            blownUp = false;
            super.reset(seed, observation, offset);
            keep(observation, offset);
        }

        @Override
        public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
            if (blownUp) {
                throw new IllegalStateException(spec().name() + " has no episode running; reset it first");
            }
            try {
                StepStatus status = super.step(action, actionOffset, observation, observationOffset);
                keep(observation, observationOffset);
                return status;
            } catch (PhysicsDivergedException e) {
                blownUp = true;
                System.arraycopy(last, 0, observation, observationOffset, last.length);
                return StepStatus.TRUNCATED;
            }
        }

        @Override
        public boolean prolong() {
            return !blownUp && super.prolong();
        }

        private void keep(float[] observation, int offset) {
            System.arraycopy(observation, offset, last, 0, last.length);
            measurements = super.measurements();
        }

        @Override
        public double reward() {
            return blownUp ? 0 : super.reward();
        }

        @Override
        public Map<String, Double> measurements() {
            Map<String, Double> counted = new HashMap<>(measurements);
            counted.put("blown_up", blownUp ? 1.0 : 0.0);
            return counted;
        }
    }
}
