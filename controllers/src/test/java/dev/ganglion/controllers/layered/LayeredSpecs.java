package dev.ganglion.controllers.layered;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;

/** A body with nothing but numbers of signals and of commands, and a control period of 20 ms. */
final class LayeredSpecs {
    private LayeredSpecs() {}

    static EnvironmentSpec body(int signals, int commands) {
        return new EnvironmentSpec(
                "plain/body",
                1,
                new Box(Signals.of(Signal.scalar("input", "1").withSize(signals))),
                new Box(Signals.of(
                        Signal.scalar("output", "1").withSize(commands).within(-1, 1))),
                0.02,
                100);
    }

    static Controller bind(String name, int signals, int commands) {
        return Controllers.parse(name).bind(body(signals, commands));
    }
}
