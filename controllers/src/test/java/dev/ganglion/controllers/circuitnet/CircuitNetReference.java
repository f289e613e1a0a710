package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.NumericGradient.Values;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A net of circuit motif units written down plainly in double precision, for one sample. */
final class CircuitNetReference {
    private final CircuitNetDesign design;
    private final Values parameters;
    private double[][] carried;

    CircuitNetReference(CircuitNetDesign design, Values parameters) {
        this.design = design;
        this.parameters = parameters;
        this.carried = new double[design.units()][design.neurons()];
    }

    /** Activity {@code [unit][neuron]} after one more control step. */
    double[][] step(double[] input) {
        double[][] x = encoded(input);
        for (int iteration = 0; iteration < design.iterations(); iteration++) {
            double[][] next = new double[design.units()][];
            for (int unit = 0; unit < design.units(); unit++) {
                next[unit] = within(unit, x[unit]);
                if (design.hasPorts()) {
                    double[] received = between(unit, x);
                    for (int port = 0; port < design.ports(); port++) {
                        next[unit][port] += received[port];
                    }
                }
            }
            x = next;
        }
        carried = x;
        return x;
    }

    private double[][] encoded(double[] input) {
        int neurons = design.neurons();
        double[] weights = parameters.block("encoder/layer-0/weights");
        double[] biases = parameters.block("encoder/layer-0/biases");
        double[][] x = new double[design.units()][neurons];
        for (int i = 0; i < biases.length; i++) {
            double sum = biases[i] + (design.carry() ? carried[i / neurons][i % neurons] : 0);
            for (int j = 0; j < input.length; j++) {
                sum += input[j] * weights[j * biases.length + i];
            }
            x[i / neurons][i % neurons] = sum;
        }
        return x;
    }

    private double[] within(int unit, double[] x) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = parameters.block(MotifUnits.BIASES)[unit * x.length + i]
                    + (design.has(Operator.LINEAR) ? linear(unit, x, i) : 0)
                    + (design.has(Operator.PRODUCT) ? product(unit, x, i) : 0)
                    + (design.has(Operator.ATTENTION) ? attention(unit, x, i) : 0);
        }
        return activated(design.layerNorm() ? normalised("unit/normalisation", unit, sum) : sum);
    }

    double linear(int unit, double[] x, int i) {
        double[] weights = parameters.block(MotifUnits.LINEAR);
        int size = x.length;
        return IntStream.range(0, size)
                .mapToDouble(j -> weights[(unit * size + j) * size + i] * x[j])
                .sum();
    }

    double product(int unit, double[] x, int i) {
        int size = x.length;
        double sum = 0;
        if (design.productRank() == 0) {
            double[] weights = parameters.block(MotifUnits.PRODUCT);
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    sum += weights[((unit * size + j) * size + k) * size + i] * x[j] * x[k];
                }
            }
            return sum / 2;
        }
        int rank = design.productRank();
        for (int r = 0; r < rank; r++) {
            double one = 0;
            double other = 0;
            for (int j = 0; j < size; j++) {
                one += parameters.block(MotifUnits.PRODUCT_ONE)[(unit * size + j) * rank + r] * x[j];
                other += parameters.block(MotifUnits.PRODUCT_OTHER)[(unit * size + j) * rank + r] * x[j];
            }
            sum += parameters.block(MotifUnits.PRODUCT_SUM)[(unit * rank + r) * size + i] * one * other;
        }
        return sum / 2;
    }

    double attention(int unit, double[] x, int i) {
        int first = unit * x.length;
        double query = parameters.block(MotifUnits.QUERY)[first + i] * x[i];
        double[] shares = IntStream.range(0, x.length)
                .mapToDouble(j -> Math.exp(query * parameters.block(MotifUnits.KEY)[first + j] * x[j]))
                .toArray();
        double total = Arrays.stream(shares).sum();
        return IntStream.range(0, x.length)
                .mapToDouble(j -> shares[j] / total * parameters.block(MotifUnits.VALUE)[first + j] * x[j])
                .sum();
    }

    private double[] between(int unit, double[][] x) {
        int ports = design.ports();
        int hidden = design.neurons() - ports;
        double[] heard = new double[ports];
        for (int other = 0; other < x.length; other++) {
            for (int port = 0; port < ports; port++) {
                heard[port] += design.graph().joined(x.length)[unit][other] ? x[other][hidden + port] : 0;
            }
        }
        double[] drive = new double[ports];
        for (int in = 0; in < ports; in++) {
            for (int out = 0; out < ports; out++) {
                drive[in] += heard[out] * parameters.block(Ports.WEIGHTS)[(unit * ports + out) * ports + in];
            }
        }
        return activated(design.layerNorm() ? normalised("port/normalisation", unit, drive) : drive);
    }

    private double[] normalised(String name, int group, double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        double[] gain = parameters.block(name + "/gain");
        double[] offset = parameters.block(name + "/offset");
        int first = group * values.length;
        return IntStream.range(0, values.length)
                .mapToDouble(i -> gain[first + i] * (values[i] - mean) / Math.sqrt(variance + 1e-5) + offset[first + i])
                .toArray();
    }

    private double[] activated(double[] values) {
        return Arrays.stream(values)
                .map(design.activation() == UnitActivation.TANH ? Math::tanh : CircuitNetReference::clipSin)
                .toArray();
    }

    static double clipSin(double x) {
        double amplitude = 3.388235;
        return Math.abs(x) <= 3
                ? amplitude * Math.sin(Math.PI * x / 6)
                : Math.signum(x) * (amplitude + 0.01 * (Math.abs(x) - 3));
    }
}
