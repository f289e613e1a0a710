package dev.ganglion.experiments.lifetime;

import dev.ganglion.experiments.figure.Figure;
import dev.ganglion.experiments.figure.LineChart;
import dev.ganglion.experiments.statistics.BootstrapInterval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws lives: what each window earns, and how large weights grow. */
public final class LifetimeFigures {
    private LifetimeFigures() {}

    /**
     * Lives to be drawn as a line.
     *
     * @param label name of the line
     * @param colour number of its colour
     * @param summary the lives
     */
    public record Line(String label, int colour, LifetimeSummary summary) {}

    /**
     * Return of each window over the age at its end.
     *
     * @param name what the file is called
     * @param title what is shown
     * @param lines at least one
     */
    public static Figure returns(String name, String title, List<Line> lines) {
        List<LineChart.Series> series = new ArrayList<>();
        for (Line line : lines) {
            List<LineChart.Point> points = new ArrayList<>();
            for (int window = 1; window <= windows(line); window++) {
                points.add(point(window, line.summary.windowBand(window)));
            }
            series.add(new LineChart.Series(line.label, line.colour, points));
        }
        return new LineChart(name, title, "age in lives of the length trained for", "return of a window", series)
                .figure();
    }

    /**
     * Logarithm to the base of ten of the largest plastic weight in each window over the age at its end, if any of the
     * lines has plastic weights: unstable ones grow by powers of ten.
     *
     * @param name what the file is called
     * @param title what is shown
     */
    public static Optional<Figure> weights(String name, String title, List<Line> lines) {
        List<LineChart.Series> series = new ArrayList<>();
        for (Line line : lines) {
            List<LineChart.Point> points = new ArrayList<>();
            for (int window = 1; window <= windows(line); window++) {
                int age = window;
                line.summary
                        .weightBand(window)
                        .filter(band -> band.low() > 0)
                        .ifPresent(band -> points.add(new LineChart.Point(
                                age, Math.log10(band.estimate()), Math.log10(band.low()), Math.log10(band.high()))));
            }
            if (!points.isEmpty()) {
                series.add(new LineChart.Series(line.label, line.colour, points));
            }
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new LineChart(
                                name,
                                title,
                                "age in lives of the length trained for",
                                "log10 of the largest plastic weight",
                                series)
                        .figure());
    }

    private static int windows(Line line) {
        return line.summary.runs().get(0).windows();
    }

    private static LineChart.Point point(int age, BootstrapInterval band) {
        return new LineChart.Point(age, band.estimate(), band.low(), band.high());
    }
}
