package dev.ganglion.experiments.figure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A figure as SVG.
 *
 * @param name what its file is called, without the ending
 * @param title what it shows
 * @param width in pixels
 * @param height in pixels
 * @param marks everything within it, styled by class
 */
public record Figure(String name, String title, int width, int height, String marks) {
    /** The style of all figures, for a page that holds several. It follows the reader's choice of light or dark. */
    public static String style() {
        try (InputStream in = Figure.class.getResourceAsStream("figures.css")) {
            return new String(
                    Objects.requireNonNull(in, "figures.css is part of the jar").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The figure for a page that has its style. */
    public String inline() {
        return "<svg class=\"figure\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" aria-label=\"" + Marks.escape(title) + "\">\n<title>" + Marks.escape(title)
                + "</title>\n" + marks + "</svg>\n";
    }

    /** The figure as a file of its own. */
    public String file() {
        return "<svg class=\"figure\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" width=\"" + width + "\" height=\"" + height + "\" role=\"img\">\n<title>" + Marks.escape(title)
                + "</title>\n<style>\n" + style() + "</style>\n<rect class=\"paper\" width=\"" + width
                + "\" height=\"" + height + "\"/>\n" + marks + "</svg>\n";
    }
}
