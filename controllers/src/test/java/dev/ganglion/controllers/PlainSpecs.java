package dev.ganglion.controllers;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.List;
import java.util.stream.IntStream;

/** Bodies that are nothing but a number of inputs and a number of choices. */
public final class PlainSpecs {
    private PlainSpecs() {}

    /** A body with so many inputs and so many choices. */
    public static EnvironmentSpec choice(int inputs, int choices) {
        List<String> names =
                IntStream.range(0, choices).mapToObj(Integer::toString).toList();
        return new EnvironmentSpec(
                "plain/choice",
                1,
                new Box(Signals.of(Signal.scalar("input", "1").withSize(inputs))),
                new Discrete("output", names),
                1,
                100);
    }
}
