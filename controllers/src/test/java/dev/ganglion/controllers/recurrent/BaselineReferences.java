package dev.ganglion.controllers.recurrent;

import dev.ganglion.controllers.NumericGradient.Values;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The recurrent baselines written down plainly in double precision, for one sample. */
final class BaselineReferences {
    private BaselineReferences() {}

    /** A baseline under way. */
    interface Reference {
        /** Activity of the units after one more step. */
        double[] step(double[] input);

        /** Energy of the last step. */
        double energy();
    }

    static Reference of(String name, int units, Values parameters) {
        return switch (name) {
            case "rnn" -> new Rnn(units, parameters);
            case "gru" -> new Gru(units, parameters);
            case "lstm" -> new Lstm(units, parameters);
            case "fast-weights" -> new FastWeights(units, parameters);
            case "modplast" -> new Modplast(units, parameters);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private abstract static class Base implements Reference {
        final Values parameters;
        double[] hidden;
        double energy;

        Base(int units, Values parameters) {
            this.parameters = parameters;
            this.hidden = new double[units];
        }

        @Override
        public double energy() {
            return energy;
        }

        /** Drive of all gates, one behind the other; its energy is added up. */
        double[] drive(String block, double[] input, double[] previous) {
            double[] biases = parameters.block(block + "/biases");
            double[] presynaptic = concat(input, previous);
            spend(parameters.block(block + "/weights"), presynaptic);
            return plus(times(presynaptic, parameters.block(block + "/weights"), biases.length), biases);
        }

        void spend(double[] weights, double[] presynaptic) {
            double[] sizes = Arrays.stream(weights).map(Math::abs).toArray();
            double[] squares = Arrays.stream(presynaptic).map(v -> v * v).toArray();
            energy += Arrays.stream(times(squares, sizes, weights.length / presynaptic.length))
                            .sum()
                    / hidden.length;
        }
    }

    private static final class Rnn extends Base {
        Rnn(int units, Values parameters) {
            super(units, parameters);
        }

        @Override
        public double[] step(double[] input) {
            energy = 0;
            hidden = Arrays.stream(drive("recurrent", input, hidden))
                    .map(Math::tanh)
                    .toArray();
            return hidden;
        }
    }

    private static final class Gru extends Base {
        Gru(int units, Values parameters) {
            super(units, parameters);
        }

        @Override
        public double[] step(double[] input) {
            energy = 0;
            int units = hidden.length;
            double[] gates = drive("gates", input, hidden);
            double[] reset = new double[units];
            for (int i = 0; i < units; i++) {
                reset[i] = sigmoid(gates[i]) * hidden[i];
            }
            double[] candidate = drive("candidate", input, reset);
            double[] next = new double[units];
            for (int i = 0; i < units; i++) {
                double keep = sigmoid(gates[units + i]);
                next[i] = keep * hidden[i] + (1 - keep) * Math.tanh(candidate[i]);
            }
            hidden = next;
            return next;
        }
    }

    private static final class Lstm extends Base {
        private final double[] cell;

        Lstm(int units, Values parameters) {
            super(units, parameters);
            cell = new double[units];
        }

        @Override
        public double[] step(double[] input) {
            energy = 0;
            int units = hidden.length;
            double[] gates = drive("gates", input, hidden);
            double[] next = new double[units];
            for (int i = 0; i < units; i++) {
                double admitted = sigmoid(gates[i]) * Math.tanh(gates[2 * units + i]);
                cell[i] = sigmoid(gates[units + i]) * cell[i] + admitted;
                next[i] = sigmoid(gates[3 * units + i]) * Math.tanh(cell[i]);
            }
            hidden = next;
            return next;
        }
    }

    private static final class FastWeights extends Base {
        private final double[] fast;

        FastWeights(int units, Values parameters) {
            super(units, parameters);
            fast = new double[units * units];
        }

        @Override
        public double[] step(double[] input) {
            energy = 0;
            int units = hidden.length;
            for (int i = 0; i < fast.length; i++) {
                fast[i] = 0.9 * fast[i] + 0.5 * hidden[i / units] * hidden[i % units];
            }
            double[] drive = drive("slow", input, hidden);
            double[] first = Arrays.stream(drive).map(Math::tanh).toArray();
            // A is symmetric, so that columns serve as rows.
            spend(fast, first);
            double[] attracted = normalised(plus(drive, times(first, fast, units)));
            double[] gain = parameters.block("normalisation/gain");
            double[] offset = parameters.block("normalisation/offset");
            hidden = IntStream.range(0, units)
                    .mapToDouble(i -> Math.tanh(attracted[i] * gain[i] + offset[i]))
                    .toArray();
            return hidden;
        }

        private static double[] normalised(double[] values) {
            double mean = Arrays.stream(values).average().orElseThrow();
            double variance = Arrays.stream(values)
                    .map(v -> (v - mean) * (v - mean))
                    .average()
                    .orElseThrow();
            return Arrays.stream(values)
                    .map(v -> (v - mean) / Math.sqrt(variance + 1e-5))
                    .toArray();
        }
    }

    private static final class Modplast extends Base {
        private final double[] trace;

        Modplast(int units, Values parameters) {
            super(units, parameters);
            trace = new double[units * units];
        }

        @Override
        public double[] step(double[] input) {
            energy = 0;
            int units = hidden.length;
            double[] next = parameters.block("input/biases").clone();
            next = plus(next, times(input, parameters.block("input/weights"), units));
            spend(parameters.block("input/weights"), input);
            for (int i = 0; i < units; i++) {
                for (int j = 0; j < units; j++) {
                    int synapse = i * units + j;
                    double efficacy = parameters.block("recurrent/weights")[synapse]
                            + parameters.block("recurrent/plasticity")[synapse] * trace[synapse];
                    next[i] += efficacy * hidden[j];
                    energy += Math.abs(efficacy) * hidden[j] * hidden[j] / units;
                }
            }
            next = Arrays.stream(next).map(Math::tanh).toArray();
            double modulator = Math.tanh(times(next, parameters.block("modulator/weights"), 1)[0]
                    + parameters.block("modulator/bias")[0]);
            for (int i = 0; i < trace.length; i++) {
                trace[i] = Math.max(-1, Math.min(1, trace[i] + modulator * next[i / units] * hidden[i % units]));
            }
            hidden = next;
            return next;
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static double[] plus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    private static double[] times(double[] row, double[] matrix, int columns) {
        double[] product = new double[columns];
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < columns; j++) {
                product[j] += row[i] * matrix[i * columns + j];
            }
        }
        return product;
    }
}
