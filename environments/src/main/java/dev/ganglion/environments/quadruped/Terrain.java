package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.render.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** The surface of the ground in m: a line strip, x ahead and y up; level beyond both of its ends. */
final class Terrain {
    /** What the ground looks like. */
    enum Kind {
        FLAT,
        SLOPE,
        STEPS,
        ROUGH
    }

    /** Farther than anything that walks or falls gets in an episode. */
    private static final double END = 1000;

    /** The first metres are level, and so is everything behind. */
    private static final double LEVEL_START = 1;

    private static final double LEVEL_BEHIND = -20;

    /** Length of uneven ground ahead. */
    private static final double LENGTH = 80;

    /** Distance of the corners of level ground and slopes, so that no edge is long for single precision. */
    private static final double EDGE = 1;

    private static final double ROUGH_EDGE = 0.2;
    private static final double SHORTEST_TREAD = 0.3;
    private static final double LONGEST_TREAD = 0.8;

    private final double[] x;
    private final double[] y;

    private Terrain(List<Scene.Point> corners) {
        x = corners.stream().mapToDouble(Scene.Point::x).toArray();
        y = corners.stream().mapToDouble(Scene.Point::y).toArray();
    }

    /** Level ground everywhere. */
    static Terrain flat() {
        return slope(0, LEVEL_BEHIND);
    }

    /**
     * Level ground, then a slope.
     *
     * @param grade metres of rise for each metre ahead
     * @param start where it begins
     */
    static Terrain slope(double grade, double start) {
        List<Scene.Point> corners = level(start);
        for (double at = EDGE; at <= LENGTH; at += EDGE) {
            corners.add(new Scene.Point(start + at, grade * at));
        }
        return ended(corners);
    }

    /**
     * Ground of a kind.
     *
     * @param height rise per metre of a slope, height of a step, or largest height of rough ground; in m
     * @param random where treads end and bumps lie
     */
    static Terrain of(Kind kind, double height, RandomGenerator random) {
        return switch (kind) {
            case FLAT -> flat();
            case SLOPE -> slope(height, LEVEL_START);
            case STEPS -> steps(height, random);
            case ROUGH -> rough(height, random);
        };
    }

    /** Up and down at random, one step at a time. */
    private static Terrain steps(double height, RandomGenerator random) {
        List<Scene.Point> corners = level(LEVEL_START);
        double at = LEVEL_START;
        double level = 0;
        while (at < LENGTH) {
            double next = level + (random.nextBoolean() ? height : -height);
            corners.add(new Scene.Point(at, next));
            at += random.nextDouble(SHORTEST_TREAD, LONGEST_TREAD);
            corners.add(new Scene.Point(at, next));
            level = next;
        }
        return ended(corners);
    }

    private static Terrain rough(double height, RandomGenerator random) {
        List<Scene.Point> corners = level(LEVEL_START);
        for (double at = LEVEL_START + ROUGH_EDGE; at < LENGTH; at += ROUGH_EDGE) {
            corners.add(new Scene.Point(at, random.nextDouble() * height));
        }
        return ended(corners);
    }

    private static List<Scene.Point> level(double end) {
        List<Scene.Point> corners = new ArrayList<>();
        corners.add(new Scene.Point(-END, 0));
        for (double at = LEVEL_BEHIND; at < end; at += EDGE) {
            corners.add(new Scene.Point(at, 0));
        }
        corners.add(new Scene.Point(end, 0));
        return corners;
    }

    private static Terrain ended(List<Scene.Point> corners) {
        corners.add(new Scene.Point(END, corners.get(corners.size() - 1).y()));
        return new Terrain(corners);
    }

    /** The corners' x, ascending. */
    double[] x() {
        return x.clone();
    }

    /** The corners' y. */
    double[] y() {
        return y.clone();
    }

    /** Height of the ground; at a step, of its far side. */
    double heightAt(double place) {
        int after = after(place);
        if (after == 0 || after == x.length) {
            return after == 0 ? y[0] : y[x.length - 1];
        }
        double share = (place - x[after - 1]) / (x[after] - x[after - 1]);
        return y[after - 1] + share * (y[after] - y[after - 1]);
    }

    /** Angle of the ground in rad, positive uphill. */
    double angleAt(double place) {
        int after = Math.max(1, Math.min(x.length - 1, after(place)));
        return StrictMath.atan2(y[after] - y[after - 1], x[after] - x[after - 1]);
    }

    /** Index of the first corner that lies ahead of a place. */
    private int after(double place) {
        int low = 0;
        int high = x.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (x[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The surface between two places. */
    List<Scene.Point> between(double from, double to) {
        List<Scene.Point> points = new ArrayList<>();
        points.add(new Scene.Point(from, heightAt(from)));
        for (int i = after(from); i < after(to); i++) {
            points.add(new Scene.Point(x[i], y[i]));
        }
        points.add(new Scene.Point(to, heightAt(to)));
        return points;
    }
}
