package dev.ganglion.environments.render;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The colours of pictures: dark on light, with colour kept for what acts. */
final class Colours {
    static final Color PAPER = new Color(0xFBFBF8);
    static final Color VEIL = new Color(0xCCFBFBF8, true);
    static final Color INK = new Color(0x22303C);
    static final Color FAINT_INK = new Color(0x6B7780);
    static final Color GRID = new Color(0xD0D5D2);
    static final Color STRONG_GRID = new Color(0xA3ACA9);
    static final Color GROUND = new Color(0xE4E0D5);
    static final Color WALL = new Color(0xA9AFB1);
    static final Color TRAIL = new Color(0xE3A04F);
    static final Color TARGET = new Color(0x2E9E6B);
    static final Color CONTACT = new Color(0xD9642C);

    private static final Color HEAD = new Color(0x2B4A5E);
    private static final Color TAIL = new Color(0xB9CCD3);

    // Blue, white and red remain apart for people who do not tell red from green.
    private static final Color NEGATIVE = new Color(0x1F6FB4);
    private static final Color NEUTRAL = new Color(0xFFFFFF);
    private static final Color POSITIVE = new Color(0xC62F3B);

    // Of middle lightness, so that neighbours stand out from paper and from each other.
    private static final List<Color> CLASSES = Stream.of(
                    0x2F9E63, 0xC98A1B, 0x5B6BC0, 0x0F8B8D, 0xB04A8F, 0x7A8B2A, 0x8A5A3C, 0x4C8FC4)
            .map(Color::new)
            .toList();

    private Colours() {}

    /** All paints, the ramps in steps too small to see. */
    static List<Color> paints() {
        Stream<Color> fixed = Stream.of(PAPER, INK, FAINT_INK, GRID, STRONG_GRID, GROUND, WALL, TRAIL, TARGET, CONTACT);
        Stream<Color> body = IntStream.rangeClosed(0, 15).mapToObj(i -> body(i / 15.0));
        Stream<Color> muscles = IntStream.rangeClosed(-12, 12).mapToObj(i -> activation(i / 12.0));
        return Stream.of(fixed, body, muscles).flatMap(colours -> colours).toList();
    }

    /** The colour that tells a class of neurons from its neighbours, by its place in their order. */
    static Color cellClass(int place) {
        return CLASSES.get(place % CLASSES.size());
    }

    /** All paints of pictures with neurons. */
    static List<Color> paintsWithClasses() {
        return Stream.concat(paints().stream(), CLASSES.stream()).toList();
    }

    /** Colour of the body from 0 (head) to 1 (tail). */
    static Color body(double position) {
        return blend(HEAD, TAIL, position);
    }

    /** Colour of a muscle's activation: blue for -1, white for 0, red for 1. */
    static Color activation(double activation) {
        double strength = Math.min(1, Math.abs(activation));
        return blend(NEUTRAL, activation < 0 ? NEGATIVE : POSITIVE, strength);
    }

    private static Color blend(Color from, Color to, double share) {
        return new Color(
                blend(from.getRed(), to.getRed(), share),
                blend(from.getGreen(), to.getGreen(), share),
                blend(from.getBlue(), to.getBlue(), share));
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + share * (to - from));
    }
}
