package dev.ganglion.experiments.picture;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a learning curve as a self-contained SVG that follows the reader's choice of light or dark. */
final class LearningCurveSvg {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 450;
    private static final int LEFT = 72;
    private static final int RIGHT = 132;
    private static final int TOP = 76;
    private static final int BOTTOM = 76;

    /** Labels at the right edge stand at least this far from one another. */
    private static final int LABEL_DISTANCE = 16;

    /** More dots than this say no more and make the file slow to show. */
    private static final int MOST_DOTS = 1_500;

    private static final String STYLE = """
            text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; fill: #3d4451 }
            .paper { fill: #ffffff }
            .title { font-size: 17px; font-weight: 600; fill: #171a21 }
            .legend { font-size: 12px }
            .grid { stroke: #e4e7ec; stroke-width: 1 }
            .axis { stroke: #98a2b3; stroke-width: 1 }
            .episode { fill: #2f6fde; fill-opacity: 0.28 }
            .mean { stroke: #1d4fb8; stroke-width: 2.5; fill: none; stroke-linejoin: round; stroke-linecap: round }
            .before { stroke: #8a5a00; stroke-width: 1.5; stroke-dasharray: 6 4 }
            .before-text { fill: #8a5a00 }
            .after { stroke: #0b7a4b; stroke-width: 1.5; stroke-dasharray: 2 3 }
            .after-dot { fill: #0b7a4b }
            .after-text { fill: #0b7a4b; font-weight: 600 }
            @media (prefers-color-scheme: dark) {
              text { fill: #c3c9d4 }
              .paper { fill: #14171d }
              .title { fill: #f2f4f7 }
              .grid { stroke: #2a2f39 }
              .axis { stroke: #667085 }
              .episode { fill: #7fb0ff; fill-opacity: 0.30 }
              .mean { stroke: #8fbaff }
              .before { stroke: #e2b04a }
              .before-text { fill: #e2b04a }
              .after { stroke: #4fd39a }
              .after-dot { fill: #4fd39a }
              .after-text { fill: #4fd39a }
            }
            """;

    private final LearningCurve curve;
    private final double steps;
    private final Axis horizontal;
    private final Axis vertical;
    private final StringBuilder svg = new StringBuilder();

    LearningCurveSvg(LearningCurve curve) {
        this.curve = curve;
        this.steps = (double) Math.max(1, curve.steps());
        this.horizontal = Axis.around(0, steps, 6);
        double[] returns = DoubleStream.concat(
                        curve.episodes().stream().mapToDouble(LearningCurve.Episode::episodeReturn),
                        DoubleStream.concat(stream(curve.before()), stream(curve.after())))
                .toArray();
        double low = Math.min(0, DoubleStream.of(returns).min().orElse(0));
        double high = Math.max(low + 1e-6, DoubleStream.of(returns).max().orElse(1));
        this.vertical = Axis.around(low, high, 5);
    }

    String text() {
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-labelledby=\"title description\">%n",
                WIDTH, HEIGHT, WIDTH, HEIGHT));
        svg.append(format("<title id=\"title\">%s</title>%n", escape(curve.title())));
        svg.append(format("<desc id=\"description\">%s</desc>%n", escape(description())));
        svg.append("<style>\n").append(STYLE).append("</style>\n");
        svg.append(format("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>%n", WIDTH, HEIGHT));
        text("title", LEFT, 32, "start", curve.title());
        text("subtitle", LEFT, 54, "start", curve.subtitle());
        axes();
        episodes();
        evaluations();
        return svg.append("</svg>\n").toString();
    }

    private String description() {
        return "Return per episode over " + curve.steps() + " environment steps"
                + (curve.before().isPresent() ? "; before training " + rounded(curve.before()) : "")
                + (curve.after().isPresent() ? "; after training " + rounded(curve.after()) : "") + ".";
    }

    private void axes() {
        for (double tick : vertical.ticks()) {
            line("grid", LEFT, y(tick), WIDTH - RIGHT, y(tick));
            text("tick", LEFT - 10, y(tick) + 4.5, "end", Axis.label(tick));
        }
        for (double tick : horizontal.ticks()) {
            if (tick <= steps * (1 + 1e-9)) {
                line("axis", x(tick), HEIGHT - BOTTOM, x(tick), HEIGHT - BOTTOM + 5);
                text("tick", x(tick), HEIGHT - BOTTOM + 21, "middle", Axis.label(tick));
            }
        }
        line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        text("label", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - BOTTOM + 45, "middle", "environment steps");
        double middle = (TOP + HEIGHT - BOTTOM) / 2.0;
        svg.append(format(
                "<text class=\"label\" transform=\"translate(22 %s) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                number(middle), "return per episode"));
    }

    private void episodes() {
        List<LearningCurve.Episode> all = curve.episodes();
        int stride = Math.max(1, (all.size() + MOST_DOTS - 1) / MOST_DOTS);
        for (int i = 0; i < all.size(); i += stride) {
            svg.append(format(
                    "<circle class=\"episode\" cx=\"%s\" cy=\"%s\" r=\"2.6\"/>%n",
                    number(x((double) all.get(i).steps())), number(y(all.get(i).episodeReturn()))));
        }
        List<LearningCurve.Episode> mean = curve.smoothed();
        if (mean.size() > 1) {
            int lineStride = Math.max(1, mean.size() / MOST_DOTS);
            String points = IntStream.range(0, mean.size())
                    .filter(i -> i % lineStride == 0 || i == mean.size() - 1)
                    .mapToObj(mean::get)
                    .map(point -> number(x((double) point.steps())) + "," + number(y(point.episodeReturn())))
                    .collect(Collectors.joining(" "));
            svg.append(format("<polyline class=\"mean\" points=\"%s\"/>%n", points));
        }
    }

    private void evaluations() {
        double edge = WIDTH - RIGHT;
        double beforeY = curve.before().isPresent() ? y(curve.before().getAsDouble()) : Double.NaN;
        double afterY = curve.after().isPresent() ? y(curve.after().getAsDouble()) : Double.NaN;
        double push = Math.max(0, LABEL_DISTANCE - Math.abs(beforeY - afterY)) / 2;
        double up = afterY <= beforeY ? -push : push;
        if (curve.before().isPresent()) {
            line("before", LEFT, beforeY, edge, beforeY);
            text("before-text", edge + 10, beforeY + 4.5 - up, "start", "before: " + rounded(curve.before()));
        }
        if (curve.after().isPresent()) {
            line("after", LEFT, afterY, edge, afterY);
            svg.append(format(
                    "<circle class=\"after-dot\" cx=\"%s\" cy=\"%s\" r=\"4.5\"/>%n", number(edge), number(afterY)));
            text("after-text", edge + 10, afterY + 4.5 + up, "start", "after: " + rounded(curve.after()));
        }
        legend();
    }

    private void legend() {
        String dots = curve.episodes().isEmpty() ? "" : "dots: training episodes, with exploration noise";
        String mean = curve.episodes().size() > 1 ? "line: mean of " + curve.window() : "";
        String levels =
                curve.before().isPresent() || curve.after().isPresent() ? "before and after: without noise" : "";
        String legend =
                Stream.of(dots, mean, levels).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
        text("legend", LEFT, HEIGHT - 8.0, "start", legend);
    }

    private double x(double step) {
        return LEFT + Math.min(1, step / steps) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - vertical.place(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        svg.append(format(
                "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>%n",
                style, number(x1), number(y1), number(x2), number(y2)));
    }

    private void text(String style, double x, double y, String anchor, String content) {
        svg.append(format(
                "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>%n",
                style, number(x), number(y), anchor, escape(content)));
    }

    private static DoubleStream stream(OptionalDouble value) {
        return value.isPresent() ? DoubleStream.of(value.getAsDouble()) : DoubleStream.empty();
    }

    private static String rounded(OptionalDouble value) {
        double number = value.orElseThrow();
        return String.format(Locale.ROOT, Math.abs(number) >= 100 ? "%.0f" : "%.3g", number);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace("\r\n", "\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
