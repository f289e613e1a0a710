package dev.ganglion.controllers.circuitnet;

import static dev.ganglion.controllers.GoldenNumbers.floats;
import static dev.ganglion.controllers.GoldenNumbers.matrix;

import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.NumericGradient.Values;
import dev.ganglion.controllers.PlainSpecs;
import dev.ganglion.controllers.recurrent.RecurrentController;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Small nets with three inputs and two outputs, and what is done to them over three steps. */
final class SmallNets {
    static final int INPUTS = 3;
    static final int STEPS = 3;

    private SmallNets() {}

    /** Four units of four neurons with two ports, unless the options say otherwise. */
    static RecurrentController net(String options) {
        String sizes = options.contains("units=") ? "" : "units=4,";
        String neurons = options.contains("neurons=") ? "" : "neurons=4,ports=2,";
        return (RecurrentController)
                Controllers.parse("circuitnet:" + sizes + neurons + options).bind(PlainSpecs.choice(INPUTS, 2));
    }

    static float[][] sequence() {
        return IntStream.range(0, STEPS)
                .mapToObj(time -> floats(matrix(1, INPUTS, time + 1)))
                .toArray(float[][]::new);
    }

    static double[] readout(double[][] activity, Values values) {
        double[] flat = Arrays.stream(activity).flatMapToDouble(Arrays::stream).toArray();
        double[] output = values.block("readout/layer-0/biases").clone();
        for (int i = 0; i < flat.length; i++) {
            output[0] += flat[i] * values.block("readout/layer-0/weights")[2 * i];
            output[1] += flat[i] * values.block("readout/layer-0/weights")[2 * i + 1];
        }
        return output;
    }

    /** The design of a net. */
    static CircuitNetDesign design(RecurrentController controller) {
        return ((CircuitNetCell) controller.cell()).design();
    }
}
