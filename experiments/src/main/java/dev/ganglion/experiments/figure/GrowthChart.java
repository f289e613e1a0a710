package dev.ganglion.experiments.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How quantities grow with another: lines through measured points over logarithmic axes, on which a power law is
 * straight. Where what grows is not a positive number everywhere, its values stand side by side.
 *
 * @param name what its file is called
 * @param title what it shows
 * @param horizontal name of what grows
 * @param vertical name of the vertical axis
 * @param values what grows, as it was written, from left to right
 * @param lines what was measured at each
 */
public record GrowthChart(
        String name, String title, String horizontal, String vertical, List<String> values, List<Line> lines) {
    /** Copies the lists. */
    public GrowthChart {
        values = List.copyOf(values);
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param label its name
     * @param heights one for each value, positive
     */
    public record Line(String label, List<Double> heights) {
        /** Copies the list. */
        public Line {
            heights = List.copyOf(heights);
        }
    }

    /** Draws it. */
    public Figure figure() {
        List<OptionalDouble> numbers = values.stream().map(GrowthChart::number).toList();
        boolean isNumeric = numbers.stream().allMatch(OptionalDouble::isPresent);
        double[] places = IntStream.range(0, values.size())
                .mapToDouble(i -> isNumeric ? numbers.get(i).orElseThrow() : i)
                .toArray();
        List<LineChart.Series> series = new ArrayList<>();
        for (Line line : lines) {
            List<LineChart.Point> points = IntStream.range(0, places.length)
                    .mapToObj(i -> point(places[i], Objects.requireNonNull(line.heights.get(i))))
                    .toList();
            series.add(new LineChart.Series(line.label, series.size(), points));
        }
        Scale across = isNumeric ? Scale.logarithmic(java.util.Arrays.stream(places)) : Scale.named(values);
        Scale up = Scale.logarithmic(
                lines.stream().flatMap(line -> line.heights.stream()).mapToDouble(Double::doubleValue));
        return new LineChart(name, title, horizontal, vertical, series).figure(across, up);
    }

    private static LineChart.Point point(double x, double y) {
        return new LineChart.Point(x, y, y, y);
    }

    private static OptionalDouble number(String value) {
        try {
            double number = Double.parseDouble(value);
            return number > 0 && Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
