package dev.ganglion.environments.render;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where a picture's centre lies in the world, and how large the world appears.
 *
 * @param x x of the centre, in m
 * @param y y of the centre, in m
 * @param scale pixels per metre
 */
record Camera(double x, double y, double scale) {
    /** Time in seconds over which what the body does is smoothed. */
    private static final double SMOOTHING = 0.6;

    /**
     * Cameras for all frames of a film: they follow the middle of the body smoothly, or stand still before a stage. Each
     * is the mean of one that chases the body through the film and one that chases it backwards, so that a body that goes
     * on at the same speed stays in the middle.
     */
    static List<Camera> following(List<Frame> frames, int width, int height) {
        List<Camera> behind = chasing(frames, width, height);
        List<Frame> backwards = new ArrayList<>(frames);
        Collections.reverse(backwards);
        List<Camera> ahead = chasing(backwards, width, height);
        Collections.reverse(ahead);
        return IntStream.range(0, frames.size())
                .mapToObj(i -> behind.get(i).towards(ahead.get(i), 0.5))
                .toList();
    }

    /** Makes up for all but 1/e of its distance from the body in the smoothing time. */
    private static List<Camera> chasing(List<Frame> frames, int width, int height) {
        List<Camera> cameras = new ArrayList<>();
        double seconds = frames.get(0).seconds();
        for (Frame frame : frames) {
            Camera aim = aimedAt(frame.scene(), width, height);
            double share = 1 - Math.exp(-Math.abs(frame.seconds() - seconds) / SMOOTHING);
            cameras.add(
                    cameras.isEmpty() ? aim : cameras.get(cameras.size() - 1).towards(aim, share));
            seconds = frame.seconds();
        }
        return cameras;
    }

    private static Camera aimedAt(Scene scene, int width, int height) {
        return isStage(scene) ? onTheStage(scene, width, height) : onTheBody(scene, width);
    }

    private static Camera onTheBody(Scene scene, int width) {
        List<Scene.Link> links = scene.links();
        return new Camera(
                links.stream()
                        .mapToDouble(link -> (link.x1() + link.x2()) / 2)
                        .average()
                        .orElse(scene.focusX()),
                links.stream()
                        .mapToDouble(link -> (link.y1() + link.y2()) / 2)
                        .average()
                        .orElse(scene.focusY()),
                width / scene.viewWidth());
    }

    /** Ground that fits into the view, such as a rail or an arena, is shown as a whole, below the title. */
    private static Camera onTheStage(Scene scene, int width, int height) {
        DoubleSummaryStatistics x = along(scene, Scene.Point::x);
        DoubleSummaryStatistics y = along(scene, Scene.Point::y);
        double margin = scene.viewWidth() - extent(x);
        double scale = Math.min(width / scene.viewWidth(), (height - Legend.HEADER) / (extent(y) + margin));
        double raise = Legend.HEADER / 2 / scale;
        return new Camera((x.getMin() + x.getMax()) / 2, (y.getMin() + y.getMax()) / 2 + raise, scale);
    }

    private static boolean isStage(Scene scene) {
        return !scene.ground().isEmpty() && extent(along(scene, Scene.Point::x)) < scene.viewWidth();
    }

    private static DoubleSummaryStatistics along(Scene scene, ToDoubleFunction<Scene.Point> axis) {
        return scene.ground().stream().mapToDouble(axis).summaryStatistics();
    }

    private static double extent(DoubleSummaryStatistics axis) {
        return axis.getMax() - axis.getMin();
    }

    /** Whether the ground closes around the world. */
    static boolean isArena(Scene scene) {
        List<Scene.Point> ground = scene.ground();
        return ground.size() > 2 && ground.get(0).equals(ground.get(ground.size() - 1));
    }

    private Camera towards(Camera aim, double share) {
        return new Camera(x + share * (aim.x - x), y + share * (aim.y - y), scale + share * (aim.scale - scale));
    }

    /**
     * From metres to the pixels of a picture of the given size. What stands still in the world moves by whole pixels, so
     * that it keeps its look from picture to picture.
     */
    AffineTransform toPixels(int width, int height) {
        return new AffineTransform(
                scale, 0, 0, -scale, Math.rint(width / 2.0 - x * scale), Math.rint(height / 2.0 + y * scale));
    }
}
