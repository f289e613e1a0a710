package dev.ganglion.environments.toy;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Options;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A bead on a wire. Like JBox2D it keeps a mutable static, so two threads that share its class corrupt each other.
 */
final class ToyEnvironment implements Environment {
    private static volatile double scratch;

    private final EnvironmentSpec spec;
    private final double edge;
    private final String fault;
    private final boolean isIdentified;
    private double place;
    private double speed;
    private double reward;
    private int length;
    private boolean running;

    ToyEnvironment(Options options) {
        edge = options.real("edge");
        fault = options.text("fault");
        isIdentified = options.isOn("identify");
        spec = new EnvironmentSpec(
                options.canonicalName(),
                1,
                new Box(Signals.of(Signal.scalar("bead/place", "m"), Signal.scalar("bead/speed", "m/s"))),
                new Box(Signals.of(Signal.scalar("bead/push", "N").within(-1, 1))),
                0.1,
                options.whole("limit"));
    }

    @Override
    public EnvironmentSpec spec() {
        return spec;
    }

    @Override
    public void reset(long seed, float[] observation, int offset) {
        place = RandomStreams.named(seed, "place").nextDouble(-0.2, 0.2);
        speed = 0;
        length = 0;
        running = true;
        observe(observation, offset);
    }

    @Override
    public StepStatus step(float[] action, int actionOffset, float[] observation, int observationOffset) {
        if (!running) {
            throw new IllegalStateException("No episode is running; reset first");
        }
        scratch = place;
        speed = 0.9 * speed + 0.1 * Math.max(-1, Math.min(1, action[actionOffset]));
        for (int substep = 0; substep < 100; substep++) {
            double before = scratch;
            scratch = before + 0.001 * speed;
        }
        place = scratch;
        reward = -Math.abs(place);
        length++;
        boolean beyond = Math.abs(place) > edge;
        if (beyond) {
            fail();
        }
        observe(observation, observationOffset);
        running = !beyond && length < spec.timeLimitSteps();
        return beyond ? StepStatus.TERMINATED : running ? StepStatus.RUNNING : StepStatus.TRUNCATED;
    }

    private void fail() {
        switch (fault) {
            case "throw" -> throw new InvalidInputException("the bead fell off the wire");
            case "error" -> throw new StackOverflowError("the bead is stuck");
            case "nan" -> speed = Double.NaN;
            default -> {}
        }
    }

    private void observe(float[] observation, int offset) {
        observation[offset] = (float) place;
        observation[offset + 1] = (float) speed;
    }

    @Override
    public double reward() {
        return reward;
    }

    @Override
    public Map<String, Double> measurements() {
        Map<String, Double> measurements = new LinkedHashMap<>();
        measurements.put("place_m", place);
        if (isIdentified) {
            measurements.put("class_identity", (double) System.identityHashCode(ToyEnvironment.class));
        }
        return measurements;
    }

    @Override
    public Scene scene() {
        return new Scene(
                List.of(new Scene.Link(place - 0.05, 0, place + 0.05, 0, 0.05)),
                List.of(),
                List.of(),
                List.of(),
                place,
                0,
                1);
    }
}
