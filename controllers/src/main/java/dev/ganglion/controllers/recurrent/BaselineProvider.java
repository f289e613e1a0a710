package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.Controller;
import dev.ganglion.controllers.ControllerProvider;
import dev.ganglion.controllers.Width;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.options.Options;
import java.util.function.BiFunction;

/** Registers a recurrent baseline: a cell that sees the whole observation, with a linear readout. */
abstract sealed class BaselineProvider implements ControllerProvider {
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
        this.options = OptionSet.of(name, Width.HIDDEN, Width.MATCH);
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
        return Width.choose(
                chosen,
                units -> RecurrentController.of(
                        chosen.canonicalName(),
                        cell.apply(inputs, units),
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
