package dev.ganglion.experiments.figure;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Marks of a figure, gathered as SVG text. */
final class Marks {
    /** Colours of series are told apart up to this many; then they come again, dashed. */
    private static final int COLOURS = 8;

    private final StringBuilder svg = new StringBuilder();

    /** A point in pixels. */
    record Point(double x, double y) {}

    void line(String style, double x1, double y1, double x2, double y2) {
        svg.append(format(
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n", style, x1, y1, x2, y2));
    }

    void polyline(String style, List<Point> points) {
        svg.append(format("<polyline class=\"%s\" points=\"%s\"/>%n", style, points(points)));
    }

    void polygon(String style, List<Point> points) {
        svg.append(format("<polygon class=\"%s\" points=\"%s\"/>%n", style, points(points)));
    }

    void dot(String style, double x, double y, double radius) {
        svg.append(format("<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n", style, x, y, radius));
    }

    /**
     * A rectangle.
     *
     * @param attributes further attributes, such as a fill
     */
    void rectangle(String style, double x, double y, double width, double height, String attributes) {
        svg.append(format(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" %s/>%n",
                style, x, y, width, height, attributes));
    }

    /**
     * A line of text.
     *
     * @param anchor {@code start}, {@code middle} or {@code end}
     */
    void text(String style, double x, double y, String anchor, String content) {
        svg.append(format(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
                style, x, y, anchor, escape(content)));
    }

    /** Text that runs upwards. */
    void upright(double x, double y, String content) {
        svg.append(format(
                "<text class=\"label\" transform=\"translate(%.1f %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                x, y, escape(content)));
    }

    /** The class of a series' colour. */
    static String colour(int series) {
        return "s" + series % COLOURS + (series >= COLOURS ? " again" : "");
    }

    /** Width of a text of 14 pixels, roughly. */
    static double width(String text) {
        return 7.6 * text.length();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String points(List<Point> points) {
        return points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x, point.y))
                .collect(Collectors.joining(" "));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace("\r\n", "\n");
    }

    @Override
    public String toString() {
        return svg.toString();
    }
}
