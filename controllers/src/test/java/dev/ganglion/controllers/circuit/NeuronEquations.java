package dev.ganglion.controllers.circuit;

import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The equations of one neuron in double precision.
 *
 * @param model the model
 * @param variables its variables by name
 * @param constants its constants by name
 */
record NeuronEquations(Receiver model, ToDoubleFunction<String> variables, ToDoubleFunction<String> constants) {
    private double of(String variable) {
        return variables.applyAsDouble(variable);
    }

    private double constant(String name) {
        return constants.applyAsDouble(name);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    double voltage() {
        if (model instanceof Bursting) {
            return of("active");
        }
        return model instanceof Memoryless ? of("input") : of("voltage");
    }

    /** The largest sum of conductances that an explicit step can carry. */
    double conductanceLimit(double seconds) {
        if (model instanceof LeakyIntegrator || model instanceof LeakyIntegrateAndFire) {
            return 1 / Math.min(1, seconds / constant("time-constant")) - 0.5;
        }
        if (model instanceof AdaptiveIntegrateAndFire) {
            return 1 / (1 - Math.exp(-seconds / constant("time-constant"))) - 0.5;
        }
        return model instanceof Izhikevich
                ? 95 / (2 * 1000 * seconds * constant("current-scale"))
                : Double.POSITIVE_INFINITY;
    }

    double activity() {
        if (model instanceof LeakyIntegrator) {
            return sigmoid(constant("gain") * (of("voltage") + constant("bias")));
        }
        if (model instanceof LiquidTimeConstant) {
            return sigmoid(constant("slope") * (of("voltage") - constant("midpoint")));
        }
        if (model instanceof Memoryless) {
            return answer(of("input"));
        }
        if (model instanceof ClippedIntegrator) {
            return clip(of("voltage"), 0, 1);
        }
        if (model instanceof Bursting) {
            return of("active") * (1 + of("adaptation")) / 2;
        }
        return of("transmitter");
    }

    private double answer(double input) {
        if (model instanceof Memoryless.Linear) {
            return input;
        }
        if (model instanceof Memoryless.HyperbolicTangent) {
            return Math.tanh(input);
        }
        if (model instanceof Memoryless.SineClipped) {
            return Math.abs(input) <= 3
                    ? 3.388235 * Math.sin(Math.PI * input / 6)
                    : Math.signum(input) * (3.388235 + 0.01 * (Math.abs(input) - 3));
        }
        double rectified = Math.max(0, input);
        return model instanceof Memoryless.Graded ? Math.min(1, rectified) : rectified;
    }

    Map<String, Double> moved(double input, double conductance, double inflow, double junctions, double seconds) {
        double current = input + inflow - junctions * voltage();
        if (model instanceof Memoryless) {
            return Map.of("input", (input + inflow) / (1 + junctions));
        }
        if (model instanceof ClippedIntegrator) {
            double k = 4 * seconds / constant("settling-time");
            return Map.of("voltage", (of("voltage") + k * clip(current, -1, 1)) / (1 + k));
        }
        if (model instanceof Bursting) {
            return bursting(current, seconds);
        }
        if (model instanceof LeakyIntegrator) {
            double change = seconds / constant("time-constant") * (current - of("voltage"));
            return Map.of("voltage", of("voltage") + change);
        }
        if (model instanceof LiquidTimeConstant) {
            double inertia = constant("capacitance") / seconds;
            double pull = inertia * of("voltage") + constant("leak") * constant("rest") + input + inflow;
            return Map.of("voltage", pull / (inertia + constant("leak") + conductance + junctions));
        }
        if (model instanceof LeakyIntegrateAndFire) {
            double voltage = of("voltage") + seconds / constant("time-constant") * (current - of("voltage"));
            boolean fires = voltage >= constant("threshold");
            return Map.of("voltage", fires ? 0 : voltage, "transmitter", transmitter(fires, seconds));
        }
        return model instanceof AdaptiveIntegrateAndFire ? adaptive(current, seconds) : izhikevich(current, seconds);
    }

    private Map<String, Double> adaptive(double current, double seconds) {
        double left = Math.exp(-seconds / constant("time-constant"));
        double voltage = left * of("voltage") + (1 - left) * current;
        boolean fires = voltage >= constant("threshold") + of("adaptation");
        double adapted = Math.exp(-seconds / constant("adaptation-decay")) * of("adaptation")
                + (fires ? constant("adaptation") : 0);
        return Map.of(
                "voltage", fires ? 0 : voltage, "adaptation", adapted, "transmitter", transmitter(fires, seconds));
    }

    private Map<String, Double> izhikevich(double current, double seconds) {
        double milliseconds = 1000 * seconds;
        double voltage = -65 + 95 * of("voltage");
        double recovery = 95 * of("recovery");
        double slope = 0.04 * voltage * voltage + 5 * voltage + 140 - recovery + constant("current-scale") * current;
        double steepness = 0.08 * voltage + 5;
        double damping = steepness < 0 ? 1 - milliseconds * steepness : 1;
        double next = Math.max(-90, voltage + milliseconds * slope / damping);
        double change = constant("recovery-rate") * (constant("recovery-slope") * Math.min(next, 30) - recovery);
        boolean fires = next >= 30;
        return Map.of(
                "voltage",
                ((fires ? constant("reset") : next) + 65) / 95,
                "recovery",
                (recovery + milliseconds * change + (fires ? constant("recovery-jump") : 0)) / 95,
                "transmitter",
                transmitter(fires, seconds));
    }

    private Map<String, Double> bursting(double input, double seconds) {
        double k = 4 * seconds / constant("adaptation-time");
        boolean active = of("active") > 0.5;
        double adapted = clip((of("adaptation") + (active ? 0 : k)) / (1 + k), 0, 1);
        double drawn = clip(input, 0, 1);
        double[] alone = thresholds(1, 1);
        double[] driven = thresholds(constant("burst-share"), constant("pause-share"));
        double end = alone[0] * (1 - drawn) + driven[0] * drawn;
        double begin = alone[1] * (1 - drawn) + driven[1] * drawn;
        boolean next =
                active ? !(adapted <= end && input <= constant("holding-input")) : adapted >= begin && input >= 0;
        return Map.of("active", next ? 1.0 : 0.0, "adaptation", adapted);
    }

    /** Adaptations at which a burst and a pause end. */
    private double[] thresholds(double burstShare, double pauseShare) {
        double on = 4 * burstShare * constant("burst") / constant("adaptation-time");
        double off = 4 * pauseShare * constant("pause") / constant("adaptation-time");
        double end = (1 - Math.exp(off)) / (1 - Math.exp(on + off));
        return new double[] {end, end * Math.exp(on)};
    }

    private static double clip(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private double transmitter(boolean fires, double seconds) {
        double released = fires ? constant("release") : 0;
        return of("transmitter") + Math.min(1, seconds / constant("synaptic-decay")) * (released - of("transmitter"));
    }
}
