package dev.ganglion.environments.render;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** At the edge of a picture, an arrow to a target that lies outside it, and how far the body has to go. In pixels. */
final class Waymark {
    private static final double MARGIN = 16;

    /** Height of what the scale and the legend cover at the bottom. */
    private static final double FOOTER = 40;

    private static final double LENGTH = 11;
    private static final double HALF_WIDTH = 6;
    private static final double TEXT = 7;
    private static final double GAP = 9;

    private final Graphics2D graphics;
    private final Rectangle2D view;
    private final Rectangle2D room;

    Waymark(Graphics2D graphics, int width, int height) {
        this.graphics = graphics;
        view = new Rectangle2D.Double(0, Legend.HEADER, width, height - Legend.HEADER);
        double top = Legend.HEADER + MARGIN;
        room = new Rectangle2D.Double(MARGIN, top, width - 2 * MARGIN, height - top - FOOTER);
    }

    /** Whether a point lies outside the picture or under its title. */
    boolean isNeeded(Point2D point) {
        return !view.contains(point);
    }

    /**
     * Paints it where the straight line from the middle of the picture to the target leaves the picture.
     *
     * @param target where the target would lie
     * @param metres its distance from the body
     */
    void paint(Point2D target, double metres) {
        double x = target.getX() - room.getCenterX();
        double y = target.getY() - room.getCenterY();
        double share = Math.min(room.getWidth() / 2 / Math.abs(x), room.getHeight() / 2 / Math.abs(y));
        double tipX = room.getCenterX() + share * x;
        double tipY = room.getCenterY() + share * y;
        double distance = Math.hypot(x, y);
        double aheadX = x / distance;
        double aheadY = y / distance;
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(tipX, tipY);
        for (int side : new int[] {-1, 1}) {
            arrow.lineTo(
                    tipX - LENGTH * aheadX - side * HALF_WIDTH * aheadY,
                    tipY - LENGTH * aheadY + side * HALF_WIDTH * aheadX);
        }
        arrow.closePath();
        graphics.setPaint(Colours.TARGET);
        graphics.fill(arrow);
        write(
                String.format(Locale.ROOT, "%.1f m", metres),
                tipX - LENGTH * aheadX,
                tipY - LENGTH * aheadY,
                aheadX,
                aheadY);
    }

    /** Behind the arrow, clear of it on either axis. */
    private void write(String text, double baseX, double baseY, double aheadX, double aheadY) {
        double half = Lettering.width(text, TEXT) / 2;
        double left = baseX - (GAP + half) * aheadX - half;
        double baseline = baseY - (GAP + TEXT / 2) * aheadY + TEXT / 2;
        Lettering.paint(graphics, text, left, baseline, TEXT, 1.15, Colours.TARGET);
    }
}
