package dev.ganglion.environments.render;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Paints what neurons or weights do as a heat map: time to the right, neurons by class. Zero is white, what is above it
 * red, what is below it blue. All sizes in pixels.
 */
final class ActivityPainter {
    private static final int MARGIN = 14;
    private static final int HEADER = 24;
    private static final int FOOTER = 24;
    private static final double TEXT = 6;
    private static final double WEIGHT = 1.05;
    private static final int CLASS_BAR = 4;
    private static final int LABEL_GAP = 4;
    private static final double LABEL_DISTANCE = 9;
    private static final int TICKS = 6;
    private static final int RAMP_WIDTH = 60;
    private static final int RAMP_HEIGHT = 6;

    private final Traces activity;
    private final ActivityBands bands;
    private final int width;
    private final int left;
    private final double scale;
    private final boolean signed;
    private @Nullable BufferedImage painted;

    /**
     * For pictures of a width.
     *
     * @param room height that the neurons are to have if there are few enough
     */
    ActivityPainter(Traces activity, int width, int room) {
        this.activity = activity;
        this.width = width;
        bands = ActivityBands.of(activity.classes(), room);
        double label = bands.bands().stream()
                .mapToDouble(band -> Lettering.width(band.cellClass(), TEXT))
                .max()
                .orElse(0);
        left = MARGIN + (int) Math.ceil(Math.min(label, width / 4.0)) + LABEL_GAP + CLASS_BAR + 1;
        scale = activity.scale();
        signed = activity.isSigned();
    }

    /** Height of what is painted. */
    int height() {
        return HEADER + bands.height() + FOOTER;
    }

    /** Paints from a height downwards. */
    void paint(Graphics2D graphics, int top) {
        int mapTop = top + HEADER;
        graphics.drawImage(map(), left, mapTop, null);
        paintClasses(graphics, mapTop);
        paintRamp(graphics, top + HEADER - 9);
        paintAxis(graphics, mapTop + bands.height());
        String caption = activity.caption();
        if (left + Lettering.width(caption, TEXT) < width - MARGIN - 2 * RAMP_WIDTH) {
            Lettering.paint(graphics, caption, left, top + HEADER - 9, TEXT, WEIGHT, Colours.FAINT_INK);
        }
    }

    /** Paints the moment that is shown above. */
    void paintCursor(Graphics2D graphics, int top, double seconds) {
        double x = x(seconds);
        double y = top + HEADER;
        Path2D hand = new Path2D.Double();
        hand.moveTo(x - 4, y - 7);
        hand.lineTo(x + 4, y - 7);
        hand.lineTo(x, y - 1);
        hand.closePath();
        graphics.setPaint(Colours.INK);
        graphics.fill(hand);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Line2D.Double(x, y - 2, x, y + bands.height() + 3));
    }

    private double x(double seconds) {
        return left + (width - MARGIN - left) * Math.min(1, seconds / activity.seconds());
    }

    /** The same in every picture, so it is painted once. */
    private BufferedImage map() {
        BufferedImage map = painted;
        if (map == null) {
            map = paintMap();
            painted = map;
        }
        return map;
    }

    private BufferedImage paintMap() {
        int columns = Math.max(1, width - MARGIN - left);
        int steps = activity.steps().size();
        BufferedImage map = new BufferedImage(columns, bands.height(), BufferedImage.TYPE_INT_ARGB);
        for (ActivityBands.Band band : bands.bands()) {
            for (int x = 0; x < columns; x++) {
                int from = (int) ((long) x * steps / columns);
                int to = Math.max(from + 1, (int) ((long) (x + 1) * steps / columns));
                for (int y = 0; y < band.height(); y++) {
                    double strongest = activity.strongest(band.neuronAt(y), from, to);
                    map.setRGB(
                            x,
                            band.top() + y,
                            Colours.activation(strongest / scale).getRGB());
                }
            }
        }
        return map;
    }

    /** A colour beside each class, and its name where there is room; the largest classes choose first. */
    private void paintClasses(Graphics2D graphics, int top) {
        List<ActivityBands.Band> all = bands.bands();
        for (int i = 0; i < all.size(); i++) {
            graphics.setPaint(Colours.cellClass(i));
            graphics.fill(new Rectangle2D.Double(
                    left - CLASS_BAR - 1,
                    top + all.get(i).top(),
                    CLASS_BAR,
                    all.get(i).height()));
        }
        List<Double> taken = new ArrayList<>();
        all.stream()
                .sorted(Comparator.comparingInt(ActivityBands.Band::height).reversed())
                .forEach(band -> {
                    double middle = top + band.top() + band.height() / 2.0;
                    if (taken.stream().allMatch(other -> Math.abs(other - middle) >= LABEL_DISTANCE)) {
                        taken.add(middle);
                        double room = left - CLASS_BAR - LABEL_GAP - 1;
                        double x = room - Lettering.width(band.cellClass(), TEXT);
                        Lettering.paint(graphics, band.cellClass(), x, middle + TEXT / 2, TEXT, WEIGHT, Colours.INK);
                    }
                });
    }

    private void paintRamp(Graphics2D graphics, int baseline) {
        double lowest = signed ? -1 : 0;
        String high = number(scale);
        String low = signed ? "\u2212" + high : "0";
        double right = width - MARGIN - Lettering.width(high, TEXT) - LABEL_GAP;
        double first = right - RAMP_WIDTH;
        for (int i = 0; i < RAMP_WIDTH; i++) {
            graphics.setPaint(Colours.activation(lowest + (1 - lowest) * (i + 0.5) / RAMP_WIDTH));
            graphics.fill(new Rectangle2D.Double(first + i, baseline - RAMP_HEIGHT, 1, RAMP_HEIGHT));
        }
        graphics.setPaint(Colours.FAINT_INK);
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.draw(new Rectangle2D.Double(first, baseline - RAMP_HEIGHT, RAMP_WIDTH, RAMP_HEIGHT));
        Lettering.paint(graphics, high, right + LABEL_GAP, baseline, TEXT, WEIGHT, Colours.FAINT_INK);
        double x = first - LABEL_GAP - Lettering.width(low, TEXT);
        Lettering.paint(graphics, low, x, baseline, TEXT, WEIGHT, Colours.FAINT_INK);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2g", value);
        return text.contains("e") ? text : text.replaceAll("\\.0+$", "");
    }

    private void paintAxis(Graphics2D graphics, int top) {
        double spacing = Scale.atLeast(activity.seconds() / TICKS);
        graphics.setStroke(new BasicStroke(1));
        int ticks = (int) Math.floor(activity.seconds() / spacing + 1e-9);
        for (int i = 0; i <= ticks; i++) {
            double seconds = i * spacing;
            graphics.setPaint(Colours.FAINT_INK);
            graphics.draw(new Line2D.Double(x(seconds), top + 1, x(seconds), top + 4));
            String text = number(seconds, spacing) + (i == ticks ? " s" : "");
            double x = Math.min(x(seconds) - Lettering.width(text, TEXT) / 2, width - Lettering.width(text, TEXT) - 2);
            Lettering.paint(graphics, text, x, top + 14, TEXT, WEIGHT, Colours.FAINT_INK);
        }
    }

    private static String number(double seconds, double spacing) {
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(spacing) + 1e-9));
        return String.format(Locale.ROOT, "%." + decimals + "f", seconds);
    }
}
