package dev.ganglion.controllers.connectome;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Perimotor;
import dev.ganglion.environments.signal.Side;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The cells of a connectome, and where along the body and on which side of it each of them acts. */
final class PlacedCells {
    private final Connectome connectome;
    private final Map<String, Neuron> neurons;
    private final Map<String, Muscle> muscles;
    private final Map<String, Perimotor> perimotor;

    PlacedCells(Connectome connectome) {
        this.connectome = connectome;
        neurons = connectome.neuronsByName();
        muscles = connectome.musclesByName();
        perimotor = Perimotor.of(connectome);
    }

    /** The class of a cell; that of a muscle is {@code dBWM} or {@code vBWM}. */
    String cellClass(String name) {
        Muscle muscle = muscles.get(name);
        if (muscle != null) {
            return muscle.quadrant().isDorsal() ? "dBWM" : "vBWM";
        }
        return Objects.requireNonNull(neurons.get(name), name).cellClass();
    }

    boolean isMuscle(String name) {
        return muscles.containsKey(name);
    }

    /** A motor neuron acts amid the muscles that it drives; any other is where its cell body lies. */
    double position(Neuron neuron) {
        Perimotor acts = perimotor.get(neuron.name());
        return acts == null || Double.isNaN(acts.position()) ? neuron.position() : acts.position();
    }

    /** The side on which a motor neuron drives more muscle; none for any other neuron. */
    Side side(Neuron neuron) {
        Perimotor acts = perimotor.get(neuron.name());
        if (acts == null) {
            return Side.NONE;
        }
        return acts.dorsalShare() >= 0.5 ? Side.LEFT : Side.RIGHT;
    }

    Side side(Muscle muscle) {
        return muscle.quadrant().isDorsal() ? Side.LEFT : Side.RIGHT;
    }

    List<Neuron> ofClass(String cellClass) {
        return connectome.neurons().stream()
                .filter(neuron -> neuron.cellClass().equals(cellClass))
                .toList();
    }

    List<Muscle> on(Side side) {
        return connectome.muscles().stream()
                .filter(muscle -> side(muscle) == side)
                .toList();
    }

    /** Number of rows of muscle. */
    int rows() {
        return connectome.muscles().stream().mapToInt(Muscle::row).max().orElse(1);
    }
}
