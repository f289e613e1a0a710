package dev.ganglion.controllers.spinal;

import dev.ganglion.connectome.Sign;
import dev.ganglion.controllers.circuit.Source;
import dev.ganglion.controllers.circuit.Transfer;
import dev.ganglion.controllers.parameter.InitialValue;
import dev.ganglion.controllers.parameter.Parametrisation;
import dev.ganglion.controllers.parameter.WeightGroup;
import java.util.List;

/**
 * What a limb's flexor and extensor feel of the limb: seven signals, each brought to [−1, 1] and split into a positive and
 * a negative part, so that there are 14 organs. Their weights make the sensor matrix, one for both forelegs and one for
 * both hind legs.
 *
 * <p>Reading of the weights with which it begins: load holds the stance, and a leg that is far back begins to swing. What
 * begins at zero may take either sign, what begins otherwise keeps its own.
 *
 * <p>Source: code of Bhattasali et al. (2024), arXiv 2410.07174; its three signals of abduction fall away here. Torques
 * and velocities are measured against our body's, 20 N m and 15 rad/s as in the source. The source's torques have the
 * opposite sign of its motors', as its use on the robot shows, and so ours are turned round.
 */
final class LimbSenses {
    /** Largest torque of a joint of the quadruped in N m. */
    private static final double TORQUE = 20;

    /** Speed of a joint that counts as full, in rad/s. */
    private static final double SPEED = 15;

    /** Force on a foot that counts as full, in N. */
    private static final double LOAD = 50;

    private final CircuitBuilder circuit;
    private final Parametrisation parametrisation;

    /**
     * Into a circuit.
     *
     * @param parametrisation how the weights whose sign is locked are kept to it
     */
    LimbSenses(CircuitBuilder circuit, Parametrisation parametrisation) {
        this.circuit = circuit;
        this.parametrisation = parametrisation;
    }

    /** Adds the organs of a limb and their synapses. */
    void add(Limb limb) {
        String hip = "joint/" + limb.hip() + "/";
        String knee = "joint/" + limb.knee() + "/";
        JointRange thigh = JointRange.hip(limb);
        split(limb, "hip-angle", hip + "angle", thigh.above(), thigh.below(), new Prior(1, 0), new Prior(0, 1));
        JointRange shank = JointRange.knee();
        split(limb, "knee-angle", knee + "angle", shank.above(), shank.below(), Prior.NONE, Prior.NONE);
        part(limb, "hip-torque", hip + "torque", -TORQUE, Prior.LOAD, Prior.NONE);
        part(limb, "knee-torque", knee + "torque", -TORQUE, Prior.NONE, Prior.LOAD);
        part(limb, "hip-speed", hip + "angular-velocity", SPEED, Prior.NONE, Prior.NONE);
        part(limb, "knee-speed", knee + "angular-velocity", SPEED, Prior.NONE, Prior.NONE);
        part(limb, "load", "foot/" + limb.foot() + "/force", LOAD, Prior.LOAD, Prior.NONE);
    }

    /** Both parts of a signal that rests at zero and counts as full at plus or minus a value. */
    private void part(Limb limb, String name, String signal, double full, Prior positive, Prior negative) {
        Transfer above = new Transfer(Transfer.Scale.UNIT, 1 / full, 0, 0, 1);
        Transfer below = new Transfer(Transfer.Scale.UNIT, -1 / full, 0, 0, 1);
        split(limb, name, signal, above, below, positive, negative);
    }

    private void split(
            Limb limb, String name, String signal, Transfer above, Transfer below, Prior positive, Prior negative) {
        organ(limb, name + "-up", new Source.Sensor(signal, 0, above), positive);
        organ(limb, name + "-down", new Source.Sensor(signal, 0, below), negative);
    }

    private void organ(Limb limb, String name, Source.Sensor sensor, Prior prior) {
        circuit.neuron(name, limb, sensor);
        for (String target : List.of(RhythmGenerator.FLEXOR, RhythmGenerator.EXTENSOR)) {
            double weight = target.equals(RhythmGenerator.FLEXOR) ? prior.toFlexor() : prior.toExtensor();
            String weightName = "sense/" + limb.girdle() + "/" + name + ">" + target;
            circuit.synapse(limb.neuron(name), limb.neuron(target), weight(weightName, weight));
        }
    }

    private WeightGroup weight(String name, double value) {
        InitialValue initial = new InitialValue.Fixed(value);
        if (value == 0) {
            return new WeightGroup(name, Sign.UNKNOWN, initial, Parametrisation.FREE);
        }
        return new WeightGroup(name, value < 0 ? Sign.INHIBITORY : Sign.EXCITATORY, initial, parametrisation);
    }

    /**
     * Weights with which an organ's synapses begin.
     *
     * @param toFlexor onto the flexor
     * @param toExtensor onto the extensor
     */
    private record Prior(double toFlexor, double toExtensor) {
        static final Prior NONE = new Prior(0, 0);

        /** Load keeps the limb in stance. */
        static final Prior LOAD = new Prior(-1, 1);
    }
}
