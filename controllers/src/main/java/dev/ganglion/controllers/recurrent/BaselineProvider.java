package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.Width;
import dev.ganglion.controllers.network.Activation;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.Option;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Registers a recurrent baseline: a cell that sees the whole observation, with a readout of its units. */
abstract sealed class BaselineProvider implements ControllerProvider {
    private static final String LINEAR = "linear";

    private static final Option READOUT = new Option.Text(
            "readout",
            LINEAR,
            LINEAR + "|[1-9][0-9]{0,3}(x[1-9][0-9]{0,3})*",
            "linear, or layer sizes from 1 to 9999 joined by x, such as 64",
            "What reads the units out: one linear layer, or hidden layers of these sizes in front of it.");

    private static final Option ACTIVATION =
            new Option.Choice("activation", "tanh", List.of("tanh", "relu"), "What units of those hidden layers do.");

    private final String summary;
    private final OptionSet options;
    private final BiFunction<Integer, Integer, RecurrentCell> cell;

    /**
     * A baseline.
     *
     * @param cell cell by number of inputs and number of units
     */
    private BaselineProvider(String name, String summary, BiFunction<Integer, Integer, RecurrentCell> cell) {
        this.summary = summary;
        this.options = OptionSet.of(name, Width.HIDDEN, Width.MATCH, READOUT, ACTIVATION);
        this.cell = cell;
    }

    @Override
    public final String name() {
        return options.owner();
    }

    @Override
    public final String summary() {
        return summary;
    }

    @Override
    public final OptionSet options() {
        return options;
    }

    @Override
    public final Controller bind(Options chosen, EnvironmentSpec environment) {
        int inputs = environment.observation().size();
        String readout = chosen.text("readout");
        List<Integer> hidden = readout.equals(LINEAR)
                ? List.of()
                : Stream.of(readout.split("x", -1)).map(Integer::valueOf).toList();
        Activation activation = Activation.valueOf(chosen.text("activation").toUpperCase(Locale.ROOT));
        return Width.choose(
                chosen,
                units -> RecurrentController.of(
                        chosen.canonicalName(),
                        cell.apply(inputs, units),
                        hidden,
                        activation,
                        environment.action().outputs()));
    }

    /** {@code rnn}. */
    public static final class Rnn extends BaselineProvider {
        /** For the service loader. */
        public Rnn() {
            super("rnn", "Simple recurrent network of tanh units.", RnnCell::new);
        }
    }

    /** {@code gru}. */
    public static final class Gru extends BaselineProvider {
        /** For the service loader. */
        public Gru() {
            super("gru", "Gated recurrent units.", GruCell::new);
        }
    }

    /** {@code lstm}. */
    public static final class Lstm extends BaselineProvider {
        /** For the service loader. */
        public Lstm() {
            super("lstm", "Long short-term memory.", LstmCell::new);
        }
    }

    /** {@code fast-weights}. */
    public static final class FastWeights extends BaselineProvider {
        /** For the service loader. */
        public FastWeights() {
            super(
                    "fast-weights",
                    "Recurrent network drawn to its recent activities by fast weights.",
                    FastWeightsCell::new);
        }
    }

    /** {@code modplast}. */
    public static final class Modplast extends BaselineProvider {
        /** For the service loader. */
        public Modplast() {
            super(
                    "modplast",
                    "Recurrent network whose plasticity is modulated by the network itself.",
                    ModplastCell::new);
        }
    }
}
