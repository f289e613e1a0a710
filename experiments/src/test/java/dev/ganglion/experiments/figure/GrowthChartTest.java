package dev.ganglion.experiments.figure;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class GrowthChartTest {
    private static final Pattern DOT = Pattern.compile("class=\"dot s0\" cx=\"([0-9.]+)\" cy=\"([0-9.]+)\"");

    private static List<double[]> dots(List<String> values, Double... heights) {
        String svg = new GrowthChart(
                        "cost",
                        "Cost",
                        "size",
                        "steps per second",
                        values,
                        List.of(new GrowthChart.Line("training", List.of(heights))))
                .figure()
                .inline();
        List<double[]> dots = new ArrayList<>();
        Matcher matcher = DOT.matcher(svg);
        while (matcher.find()) {
            dots.add(new double[] {Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2))});
        }
        return dots;
    }

    @Test
    void figure_powerLaw_isStraight() {
        List<double[]> dots = dots(List.of("1", "4", "16"), 1_000.0, 250.0, 62.5);

        then(dots).hasSize(3);
        then(dots.get(2)[0] - dots.get(1)[0]).isCloseTo(dots.get(1)[0] - dots.get(0)[0], within(0.2));
        then(dots.get(2)[1] - dots.get(1)[1])
                .as("lower, which is further down")
                .isPositive()
                .isCloseTo(dots.get(1)[1] - dots.get(0)[1], within(0.2));
    }

    @Test
    void figure_names_standSideBySide() {
        List<double[]> dots = dots(List.of("ncap", "mlp", "0"), 3.0, 3.0, 3.0);

        then(dots.get(2)[0] - dots.get(1)[0]).isPositive().isCloseTo(dots.get(1)[0] - dots.get(0)[0], within(0.2));
    }

    @Test
    void logarithmic_ticks_areRoundAndWithin() {
        Scale scale = Scale.logarithmic(DoubleStream.of(1, 4096));

        then(scale.ticks()).extracting(Scale.Tick::label).containsExactly("1", "10", "100", "1000");
        then(scale.place(64)).as("the middle of 1 and 4096 by ratio").isCloseTo(0.5, within(1e-9));
    }
}
