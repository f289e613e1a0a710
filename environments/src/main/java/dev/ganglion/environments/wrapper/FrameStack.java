package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code frame-stack}: the last observations are observed together, the present one first. What was {@code joint/3/angle}
 * one step ago is {@code past/1/joint/3/angle}; before the first step it is the first observation.
 */
public final class FrameStack implements EnvironmentWrapper {
    private static final Option.Whole OPTION = new Option.Whole(
            "frame-stack",
            1,
            1,
            16,
            "",
            "Number of last observations that are observed together, the present one first.");

    @Override
    public Option option() {
        return OPTION;
    }

    @Override
    public Environment wrap(EnvironmentProvider inner, Options options) {
        return new Stacked(inner.create(options), options.whole(OPTION.key()));
    }

    private static final class Stacked extends History {
        private final int frames;
        private final EnvironmentSpec bare;
        private final EnvironmentSpec spec;

        Stacked(Environment inner, int frames) {
            super(inner, frames);
            this.frames = frames;
            bare = inner.spec();
            spec = new EnvironmentSpec(
                    bare.name(),
                    bare.version(),
                    stacked(bare.observation().signals(), frames),
                    bare.action(),
                    bare.controlPeriodSeconds(),
                    bare.timeLimitSteps());
        }

        private static Box stacked(Signals present, int frames) {
            List<Signal> signals = new ArrayList<>(present.list());
            for (int ago = 1; ago < frames; ago++) {
                for (Signal signal : present) {
                    signals.add(signal.named("past/" + ago + "/" + signal.name()));
                }
            }
            return new Box(new Signals(signals));
        }

        @Override
        public EnvironmentSpec spec() {
            return spec;
        }

        @Override
        void observe(float[] observation, int offset) {
            int size = bare.observation().size();
            for (int ago = 0; ago < frames; ago++) {
                recall(ago, observation, offset + ago * size);
            }
        }
    }
}
