package dev.ganglion.environments.wrapper;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.render.Scene;
import java.util.Map;

/** An environment laid around another: the same but for what a subclass changes. */
abstract class Wrapped implements Environment {
    private final Environment inner;

    Wrapped(Environment inner) {
        this.inner = inner;
    }

    @Override
    public EnvironmentSpec spec() {
        return inner.spec();
    }

    @Override
    public void reset(long seed, float[] observation, int offset) {
        inner.reset(seed, observation, offset);
    }

    @Override
    public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
        return inner.step(action, actionOffset, observation, observationOffset);
    }

    @Override
    public boolean isProlongable() {
        return inner.isProlongable();
    }

    @Override
    public boolean prolong() {
        return inner.prolong();
    }

    @Override
    public double reward() {
        return inner.reward();
    }

    @Override
    public Map<String, Double> measurements() {
        return inner.measurements();
    }

    @Override
    public Scene scene() {
        return inner.scene();
    }
}
