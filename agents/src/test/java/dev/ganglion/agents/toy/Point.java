package dev.ganglion.agents.toy;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import dev.ganglion.environments.signal.Space;
import java.util.List;
import java.util.Map;

/** The environment of {@link PointProvider}. Reward is {@code 1 − x²/4}, a push moves by a fifth of its value. */
final class Point implements Environment {
    private static final int LIMIT = 25;

    private final EnvironmentSpec spec;
    private final boolean pushes;
    private final float scale;
    private final int nanAt;
    private double position;
    private int time;
    private double reward;

    Point(Options options) {
        pushes = options.text("action").equals("push");
        scale = (float) options.real("scale");
        nanAt = options.whole("nan-at");
        Space action = pushes
                ? new Box(Signals.of(Signal.scalar("point/push", "1").within(-1, 1)))
                : new Discrete("point/side", List.of("left", "right"));
        Box observation = new Box(Signals.of(Signal.scalar("point/position", "m"), Signal.scalar("point/bias", "1")));
        spec = new EnvironmentSpec(options.canonicalName(), 1, observation, action, 0.1, LIMIT);
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, float[] observation, int offset) {
        position = RandomStreams.named(seed, "start").nextDouble(-1.5, 1.5);
        time = 0;
        write(observation, offset);
    }

    @Override
    public StepStatus step(float[] action, int actionOffset, float[] observation, int offset) {
        double push = pushes ? Math.max(-1, Math.min(1, action[actionOffset])) : 2 * action[actionOffset] - 1;
        position += 0.2 * push;
        time++;
        reward = 1 - position * position / 4;
        write(observation, offset);
        if (Math.abs(position) > 2) {
            return StepStatus.TERMINATED;
        }
        return time == LIMIT ? StepStatus.TRUNCATED : StepStatus.RUNNING;
    }

    private void write(float[] observation, int offset) {
        observation[offset] = time > 0 && time == nanAt ? Float.NaN : (float) position * scale;
        observation[offset + 1] = 1;
    }

    @Override
    public double reward() {
        return reward;
    }

    @Override
    public Map<String, Double> measurements() {
        return Map.of("final_position_m", position);
    }

    @Override
    public Scene scene() {
        throw new UnsupportedOperationException("A point is not drawn");
    }
}
