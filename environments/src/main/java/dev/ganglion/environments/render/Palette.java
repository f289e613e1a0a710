package dev.ganglion.environments.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One set of 127 colours, and a transparent one, for all pictures of a film: the same colour becomes the same entry in
 * each, so nothing flickers.
 */
/*
 * The paints themselves come first. What is left goes to the blends at edges: colours are counted in cells of 8×8×8
 * levels, and the commonest cells are each given the mean of their colours. 128 entries rather than 256 make files a
 * tenth smaller, and nobody sees the difference.
 */
final class Palette {
    /** Entry that lets the picture before show through. */
    static final int TRANSPARENT = 127;

    private static final int CELLS = 1 << 15;

    private final IndexColorModel model;
    private final byte[] entryOfCell;

    private Palette(int[] colours) {
        byte[] red = new byte[TRANSPARENT + 1];
        byte[] green = new byte[TRANSPARENT + 1];
        byte[] blue = new byte[TRANSPARENT + 1];
        for (int i = 0; i < colours.length; i++) {
            red[i] = (byte) (colours[i] >> 16);
            green[i] = (byte) (colours[i] >> 8);
            blue[i] = (byte) colours[i];
        }
        model = new IndexColorModel(8, TRANSPARENT + 1, red, green, blue, TRANSPARENT);
        entryOfCell = new byte[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            entryOfCell[cell] = (byte) nearest(colours, cell);
        }
    }

    /** Some colours, and the commonest others of some pictures. */
    static Palette of(List<Color> paints, List<BufferedImage> pictures) {
        @Nullable Tally[] tallies = new Tally[CELLS];
        for (BufferedImage picture : pictures) {
            for (int colour : pixels(picture)) {
                int cell = cell(colour);
                if (tallies[cell] == null) {
                    tallies[cell] = new Tally();
                }
                tallies[cell].add(colour);
            }
        }
        paints.forEach(paint -> tallies[cell(paint.getRGB())] = null);
        IntStream blends = Arrays.stream(tallies)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong((Tally tally) -> tally.count).reversed())
                .mapToInt(Tally::mean);
        return new Palette(IntStream.concat(paints.stream().mapToInt(Color::getRGB), blends)
                .limit(TRANSPARENT)
                .toArray());
    }

    /** The entries of a picture's pixels, row by row. */
    byte[] entries(BufferedImage picture) {
        int[] colours = pixels(picture);
        byte[] entries = new byte[colours.length];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = entryOfCell[cell(colours[i])];
        }
        return entries;
    }

    /** The colours by entry. */
    IndexColorModel model() {
        return model;
    }

    private static int[] pixels(BufferedImage picture) {
        return ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
    }

    private static int cell(int colour) {
        return (colour >> 9 & 0x7C00) | (colour >> 6 & 0x3E0) | (colour >> 3 & 0x1F);
    }

    private static int nearest(int[] colours, int cell) {
        int centre = (cell & 0x7C00) << 9 | (cell & 0x3E0) << 6 | (cell & 0x1F) << 3 | 0x040404;
        int best = 0;
        for (int i = 1; i < colours.length; i++) {
            if (distance(colours[i], centre) < distance(colours[best], centre)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
        int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
        int blue = (a & 0xFF) - (b & 0xFF);
        return red * red + green * green + blue * blue;
    }

    /** How often the colours of a cell occur, and their sum. */
    private static final class Tally {
        private long count;
        private long red;
        private long green;
        private long blue;

        void add(int colour) {
            count++;
            red += colour >> 16 & 0xFF;
            green += colour >> 8 & 0xFF;
            blue += colour & 0xFF;
        }

        int mean() {
            return (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
        }
    }
}
