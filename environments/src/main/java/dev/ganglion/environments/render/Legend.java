package dev.ganglion.environments.render;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** Paints what is written on a picture: title, time, return, scale bar and the colours of muscles. In pixels. */
final class Legend {
    /** Height of what the title and the line below it cover. */
    static final double HEADER = 44;

    private static final double MARGIN = 14;
    private static final double TITLE = 8.5;
    private static final double TEXT = 7;
    private static final double SMALL = 6;
    private static final double TEXT_WIDTH = 130;
    private static final double BAR_WIDTH = 84;
    private static final double BAR_HEIGHT = 6;

    private final Graphics2D graphics;
    private final int width;
    private final int height;

    Legend(Graphics2D graphics, int width, int height) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
    }

    void paint(Frame frame, String title, double pixelsPerMetre) {
        double room = width - 2 * MARGIN;
        double titleWidth = Lettering.width(title, TITLE);
        graphics.setPaint(Colours.VEIL);
        graphics.fill(
                new Rectangle2D.Double(0, 0, Math.max(TEXT_WIDTH, Math.min(room, titleWidth)) + 2 * MARGIN, HEADER));
        double capital = Math.min(TITLE, TITLE * room / titleWidth);
        Lettering.paint(graphics, title, MARGIN, MARGIN + TITLE, capital, 1.5 * capital / TITLE, Colours.INK);
        String time = String.format(Locale.ROOT, "%.1f s", frame.seconds());
        String episodeReturn = String.format(Locale.ROOT, "return %.1f", frame.episodeReturn());
        double line = MARGIN + TITLE + 8 + TEXT;
        Lettering.paint(graphics, time, MARGIN, line, TEXT, 1.15, Colours.INK);
        Lettering.paint(graphics, episodeReturn, MARGIN + 62, line, TEXT, 1.15, Colours.INK);
        paintScaleBar(pixelsPerMetre);
        if (!frame.scene().joints().isEmpty()) {
            paintActivations();
        }
    }

    private void paintScaleBar(double pixelsPerMetre) {
        double metres = Scale.atMost(width / 4.5 / pixelsPerMetre);
        double right = MARGIN + metres * pixelsPerMetre;
        double y = height - MARGIN;
        graphics.setPaint(Colours.INK);
        graphics.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Double(MARGIN, y, right, y));
        graphics.draw(new Line2D.Double(MARGIN, y - 3, MARGIN, y + 3));
        graphics.draw(new Line2D.Double(right, y - 3, right, y + 3));
        String text = metres < 1
                ? String.format(Locale.ROOT, "%.3g m", metres).replaceAll("0+ m", " m")
                : Math.round(metres) + " m";
        Lettering.paint(graphics, text, MARGIN, y - 7, SMALL, 1.05, Colours.FAINT_INK);
    }

    private void paintActivations() {
        double right = width - MARGIN - Lettering.width("+1", SMALL) - 5;
        double left = right - BAR_WIDTH;
        double top = height - MARGIN - BAR_HEIGHT / 2;
        for (int i = 0; i < BAR_WIDTH; i++) {
            graphics.setPaint(Colours.activation(2 * (i + 0.5) / BAR_WIDTH - 1));
            graphics.fill(new Rectangle2D.Double(left + i, top, 1, BAR_HEIGHT));
        }
        graphics.setPaint(Colours.FAINT_INK);
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.draw(new Rectangle2D.Double(left, top, BAR_WIDTH, BAR_HEIGHT));
        double baseline = top + BAR_HEIGHT / 2 + SMALL / 2;
        Lettering.paint(
                graphics,
                "\u22121",
                left - 5 - Lettering.width("\u22121", SMALL),
                baseline,
                SMALL,
                1.05,
                Colours.FAINT_INK);
        Lettering.paint(graphics, "+1", right + 5, baseline, SMALL, 1.05, Colours.FAINT_INK);
        String caption = "activation";
        double middle = (left + right) / 2;
        Lettering.paint(
                graphics,
                caption,
                middle - Lettering.width(caption, SMALL) / 2,
                top - 6,
                SMALL,
                1.05,
                Colours.FAINT_INK);
    }
}
