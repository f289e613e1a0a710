package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.EnvironmentWrapper;
import dev.ganglion.environments.WrappedProvider;
import dev.ganglion.environments.toy.ToyProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bead on a wire, observed as place and speed, pushed from -1 to 1, with and without a wrapper. */
final class Toys {
    private Toys() {}

    static Environment bare(Map<String, String> options) {
        EnvironmentProvider provider = new ToyProvider();
        return provider.create(provider.options().parse(options));
    }

    static Environment wrapped(EnvironmentWrapper wrapper, String value, Map<String, String> options) {
        EnvironmentProvider provider = new WrappedProvider(new ToyProvider(), wrapper);
        Map<String, String> all = new HashMap<>(options);
        all.put(wrapper.option().key(), value);
        return provider.create(provider.options().parse(all));
    }

    static Environment wrapped(EnvironmentWrapper wrapper, String value) {
        return wrapped(wrapper, value, Map.of());
    }

    /** The observations from the reset on, under the same push at every step. */
    static List<float[]> observations(Environment environment, long seed, float push, int steps) {
        List<float[]> observations = new ArrayList<>();
        float[] observation = new float[environment.spec().observation().size()];
        environment.reset(seed, observation, 0);
        observations.add(observation);
        for (int step = 0; step < steps; step++) {
            float[] next = new float[observation.length];
            environment.step(new float[] {push}, 0, next, 0);
            observations.add(next);
        }
        return observations;
    }
}
