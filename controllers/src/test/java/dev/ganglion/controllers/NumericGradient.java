package dev.ganglion.controllers;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/** Central differences in double precision. */
public final class NumericGradient {
    private static final double STEP = 1e-5;

    private NumericGradient() {}

    /** A block's values in double precision. */
    public record Values(Map<String, double[]> byBlock) {
        /** Those of raw parameters. */
        public static Values of(RawParameters parameters) {
            Map<String, double[]> values = new LinkedHashMap<>();
            parameters.byBlock().forEach((name, floats) -> values.put(name, GoldenNumbers.doubles(floats)));
            return new Values(values);
        }

        /** The values of a block. */
        public double[] block(String name) {
            return Objects.requireNonNull(byBlock.get(name), name);
        }
    }

    /**
     * Asserts that gradients agree with central differences of a loss.
     *
     * @param tolerance largest difference, relative to the largest component of each block (at least 1)
     */
    public static void thenAgrees(
            RawParameters gradients, RawParameters at, ToDoubleFunction<Values> loss, double tolerance) {
        Values values = Values.of(at);
        gradients.byBlock().forEach((name, analytic) -> {
            double[] block = values.block(name);
            for (int i = 0; i < block.length; i++) {
                double kept = block[i];
                block[i] = kept + STEP;
                double above = loss.applyAsDouble(values);
                block[i] = kept - STEP;
                double below = loss.applyAsDouble(values);
                block[i] = kept;
                double numeric = (above - below) / (2 * STEP);
                then((double) analytic[i])
                        .as("%s[%d]", name, i)
                        .isCloseTo(numeric, within(tolerance * Math.max(1, Math.abs(numeric))));
            }
        });
    }
}
