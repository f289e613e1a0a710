package dev.ganglion.tests.benchmark;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.controllers.ablation.Ablations;
import dev.ganglion.controllers.circuit.Circuit;
import dev.ganglion.controllers.circuit.Dynamics;
import dev.ganglion.controllers.circuit.NeuronModels;
import dev.ganglion.controllers.circuit.SynapseModels;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * What an inner step of a circuit costs for a batch of 64 on one core: a whole nervous system of 302 neurons and a motor
 * circuit of 180 cells, random wirings as dense as the worm's.
 *
 * <p>Run it with {@code mvn -q -pl tests -am test -Dtest=CircuitBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CircuitBenchmark {
    private static final int BATCH = 64;
    private static final int FEW = 2;
    private static final int MANY = 10;
    private static final int REPEATS = 12;
    private static final double STEP_SECONDS = 0.005;

    @Test
    void printCosts() {
        System.out.printf(
                "%-12s %-7s | %21s | %21s%n%-12s %-7s | %10s %10s | %10s %10s%n",
                "", "", "302 neurons", "180 cells", "neuron", "synapse", "act", "learn", "act", "learn");
        for (String neuron : NeuronModels.names()) {
            for (String synapse : SynapseModels.names()) {
                double[] whole = milliseconds(WormLike.WHOLE, neuron, synapse);
                double[] motor = milliseconds(WormLike.MOTOR, neuron, synapse);
                System.out.printf(
                        "%-12s %-7s | %7.2f ms %7.2f ms | %7.2f ms %7.2f ms%n",
                        neuron, synapse, whole[0], whole[1], motor[0], motor[1]);
                then(whole[0]).isPositive();
            }
        }
    }

    /** Processor time of an inner step, and of an inner step with its gradient, in ms. */
    private static double[] milliseconds(WormLike size, String neuron, String synapse) {
        double[] costs = new double[2];
        for (int learning = 0; learning < 2; learning++) {
            double few = median(circuit(size, neuron, synapse, FEW), learning == 1);
            double many = median(circuit(size, neuron, synapse, MANY), learning == 1);
            costs[learning] = (many - few) / (MANY - FEW);
        }
        return costs;
    }

    private static Circuit circuit(WormLike size, String neuron, String synapse, int innerSteps) {
        Dynamics dynamics = new Dynamics(innerSteps, innerSteps * STEP_SECONDS);
        return Ablations.neuronModel(neuron, NeuronModels.named(neuron), any -> true, dynamics)
                .and(Ablations.synapseModel(synapse, SynapseModels.named(synapse), dynamics))
                .apply(size.circuit(dynamics));
    }

    private static double median(Circuit circuit, boolean learning) {
        try (StepTimer timer = new StepTimer(circuit, BATCH, learning)) {
            double[] times = new double[REPEATS];
            for (int i = -REPEATS / 3; i < REPEATS; i++) {
                double time = timer.milliseconds();
                if (i >= 0) {
                    times[i] = time;
                }
            }
            Arrays.sort(times);
            return times[REPEATS / 2];
        }
    }
}
