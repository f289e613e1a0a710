package dev.ganglion.connectome.drawing;

import dev.ganglion.connectome.Sign;

/**
 * The line of a connection. It leaves and enters cells vertically, so that its head always points up or down: an arrow
 * head for excitation, a bar for inhibition, a ring where the sign is open.
 */
final class Wire {
    private static final double HEAD = 4.2;

    private Wire() {}

    static void draw(Svg svg, BodyLayout.Spot from, BodyLayout.Spot to, Sign sign, double width, String colour) {
        boolean sameRow = Math.abs(from.y() - to.y()) < 1;
        boolean down = !sameRow && to.y() > from.y();
        double lean = Math.max(-0.6, Math.min(0.6, (from.x() - to.x()) / 150));
        double startX = from.x() - lean * Math.min(8, from.halfWidth());
        double endX = to.x() + lean * Math.min(8, to.halfWidth());
        // In a row, a line leaves and enters on top.
        double startY = from.y() + (down ? 1 : -1) * from.halfHeight();
        double endY = to.y() + (sameRow || down ? -1 : 1) * to.halfHeight();
        boolean headDown = sameRow || down;
        double headY = endY + (headDown ? -1 : 1) * (HEAD + 1);
        double bow = sameRow ? Math.min(34, 10 + Math.abs(endX - startX) * 0.09) : Math.abs(headY - startY) * 0.5;
        double control1 = startY + (down ? bow : -bow);
        double control2 = headY + (headDown ? -bow : bow);
        svg.path(
                "M" + Svg.point(startX, startY) + "C" + Svg.point(startX, control1) + " " + Svg.point(endX, control2)
                        + " " + Svg.point(endX, headY),
                "fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-opacity=\"0.6\""
                        .formatted(colour, Svg.number(width)));
        head(svg, endX, endY, headDown ? 1 : -1, sign, width, colour);
    }

    /** The head of a line that ends at (x, y), pointing down (1) or up (−1). */
    static void head(Svg svg, double x, double y, int direction, Sign sign, double width, String colour) {
        double size = HEAD + width * 0.45;
        double back = y - direction * (size + 1.5);
        switch (sign) {
            case EXCITATORY ->
                svg.path(
                        "M" + Svg.point(x - size * 0.75, back) + "L" + Svg.point(x + size * 0.75, back) + "L"
                                + Svg.point(x, y - direction) + "Z",
                        "fill=\"" + colour + "\"");
            case INHIBITORY ->
                svg.line(
                        x - size,
                        y - direction * 2.2,
                        x + size,
                        y - direction * 2.2,
                        "stroke=\"%s\" stroke-width=\"2.4\"".formatted(colour));
            case COMPLEX, UNKNOWN ->
                svg.circle(
                        x,
                        y - direction * 3.2,
                        2.6,
                        "fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\"".formatted(colour));
        }
    }
}
