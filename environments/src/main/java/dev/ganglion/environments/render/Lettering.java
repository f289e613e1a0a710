package dev.ganglion.environments.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as strokes. The platform's own text needs font libraries and fonts, which many a server lacks; these letters
 * come with the program.
 */
final class Lettering {
    /** Height of a capital in the units of the glyph table. */
    private static final double CAPITAL = 6;

    private static final double GAP = 1.6;
    private static final double SPACE = 2.4;

    private static final Pattern STROKE = Pattern.compile("([MLQ])([-.\\d ]+)");

    private static final Map<Character, Glyph> GLYPHS = read();

    private Lettering() {}

    /**
     * The strokes of a text.
     *
     * @param x left end of the baseline
     * @param y height of the baseline, downwards
     * @param capital height of a capital
     */
    static Path2D strokes(String text, double x, double y, double capital) {
        double unit = capital / CAPITAL;
        Path2D strokes = new Path2D.Double();
        double at = x;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            Glyph glyph = GLYPHS.get(character);
            if (glyph != null) {
                strokes.append(new AffineTransform(unit, 0, 0, -unit, at, y).createTransformedShape(glyph.path), false);
            }
            at += unit * advance(character);
        }
        return strokes;
    }

    /**
     * Writes a text.
     *
     * @param x left end of the baseline
     * @param baseline height of the baseline, downwards
     * @param capital height of a capital
     * @param weight width of the strokes
     */
    static void paint(
            Graphics2D graphics, String text, double x, double baseline, double capital, double weight, Color colour) {
        graphics.setPaint(colour);
        graphics.setStroke(new BasicStroke((float) weight, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(strokes(text, x, baseline, capital));
    }

    /** Width of a text whose capitals have the given height. */
    static double width(String text, double capital) {
        double width =
                text.chars().mapToDouble(character -> advance((char) character)).sum();
        return (width - (text.isEmpty() ? 0 : GAP)) * capital / CAPITAL;
    }

    private static double advance(char character) {
        Glyph glyph = GLYPHS.get(character);
        return (glyph == null ? SPACE : glyph.width) + GAP;
    }

    private static Map<Character, Glyph> read() {
        InputStream file = Objects.requireNonNull(Lettering.class.getResourceAsStream("glyphs.txt"), "glyphs.txt");
        try (BufferedReader table = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return table.lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toMap(line -> line.charAt(0), line -> glyph(line.substring(2))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Glyph glyph(String definition) {
        int space = definition.indexOf(' ');
        Path2D path = new Path2D.Double();
        Matcher stroke = STROKE.matcher(definition.substring(space + 1));
        while (stroke.find()) {
            double[] numbers = Arrays.stream(stroke.group(2).strip().split(" "))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            switch (stroke.group(1)) {
                case "M" -> path.moveTo(numbers[0], numbers[1]);
                case "L" -> path.lineTo(numbers[0], numbers[1]);
                default -> path.quadTo(numbers[0], numbers[1], numbers[2], numbers[3]);
            }
        }
        return new Glyph(Double.parseDouble(definition.substring(0, space)), path);
    }

    private record Glyph(double width, Path2D path) {}
}
