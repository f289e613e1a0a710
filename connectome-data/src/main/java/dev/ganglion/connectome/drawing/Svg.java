package dev.ganglion.connectome.drawing;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes the elements of an SVG picture. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    Svg(double width, double height, String title, Theme theme) {
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\""
                .formatted(number(width), number(height), number(width), number(height)));
        text.append(" role=\"img\" font-family=\"Inter, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif\">\n");
        text.append("<title>")
                .append(escape(title))
                .append("</title>\n<style>\n")
                .append(theme.css());
        text.append("</style>\n");
        rectangle(0, 0, width, height, 0, "class=\"ground\"");
    }

    void rectangle(double x, double y, double width, double height, double corner, String attributes) {
        text.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
                .formatted(number(x), number(y), number(width), number(height)));
        text.append(corner > 0 ? " rx=\"" + number(corner) + "\" " : " ")
                .append(attributes)
                .append("/>\n");
    }

    void circle(double x, double y, double radius, String attributes) {
        text.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" %s/>\n"
                .formatted(number(x), number(y), number(radius), attributes));
    }

    void path(String data, String attributes) {
        text.append("<path d=\"").append(data).append("\" ").append(attributes).append("/>\n");
    }

    void line(double x1, double y1, double x2, double y2, String attributes) {
        path("M" + point(x1, y1) + "L" + point(x2, y2), attributes);
    }

    void text(double x, double y, double size, String anchor, String attributes, String content) {
        text.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" %s>%s</text>\n"
                .formatted(number(x), number(y), number(size), anchor, attributes, escape(content)));
    }

    void open(String attributes) {
        text.append("<g ").append(attributes).append(">\n");
    }

    void close() {
        text.append("</g>\n");
    }

    String finish() {
        return text.append("</svg>\n").toString();
    }

    static String point(double x, double y) {
        return number(x) + " " + number(y);
    }

    /** To a hundredth of a pixel, the same in every country. */
    static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    static String escape(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
