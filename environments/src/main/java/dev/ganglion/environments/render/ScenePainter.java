package dev.ganglion.environments.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Paints the world: grid, unless an arena has its own, ground, trail, markers and body. All sizes on the paper are in pixels. */
final class ScenePainter {
    private static final String TARGET = "target";
    private static final double OUTLINE = 1.1;
    private static final double TRAIL_WIDTH = 1.6;

    /** Share of the view from which on a move between two frames is a jump, not a stride. */
    private static final double LONGEST_STRIDE = 0.2;

    private static final double EARTH_DEPTH = 10;

    /** Radii of a joint's disc, of the head and of its eye over that of the thinnest link. */
    private static final double JOINT_RADIUS = 1.3;

    private static final double HEAD_RADIUS = 1.35;
    private static final double EYE_RADIUS = 0.5;

    private static final double SMALLEST_GRID_METRES = 0.1;
    private static final double SMALLEST_GRID_PIXELS = 16;
    private static final int STRONG_EVERY = 5;

    private final Graphics2D graphics;
    private final Camera camera;
    private final int width;
    private final int height;
    private final AffineTransform toPixels;

    ScenePainter(Graphics2D graphics, Camera camera, int width, int height) {
        this.graphics = graphics;
        this.camera = camera;
        this.width = width;
        this.height = height;
        toPixels = camera.toPixels(width, height);
    }

    /** Paints a scene and the way its focus has come. */
    void paint(Scene scene, List<Scene.Point> trail) {
        if (!Camera.isArena(scene)) {
            paintGrid();
        }
        paintGround(scene);
        paintTrail(scene, trail);
        scene.markers().forEach(this::paintMarker);
        paintBody(scene);
        pointToTargets(scene);
    }

    private void pointToTargets(Scene scene) {
        Waymark waymark = new Waymark(graphics, width, height);
        for (Scene.Marker marker : scene.markers()) {
            Point2D place = pixels(marker.x(), marker.y());
            if (marker.kind().equals(TARGET) && waymark.isNeeded(place)) {
                waymark.paint(place, Math.hypot(marker.x() - scene.focusX(), marker.y() - scene.focusY()));
            }
        }
    }

    private void paintGrid() {
        double spacing = Math.max(SMALLEST_GRID_METRES, Scale.atLeast(SMALLEST_GRID_PIXELS / camera.scale()));
        double halfWidth = width / 2.0 / camera.scale();
        double halfHeight = height / 2.0 / camera.scale();
        Path2D dots = new Path2D.Double();
        Path2D strongDots = new Path2D.Double();
        long lastColumn = (long) Math.ceil((camera.x() + halfWidth) / spacing);
        long lastRow = (long) Math.ceil((camera.y() + halfHeight) / spacing);
        for (long column = (long) Math.floor((camera.x() - halfWidth) / spacing); column <= lastColumn; column++) {
            for (long row = (long) Math.floor((camera.y() - halfHeight) / spacing); row <= lastRow; row++) {
                boolean strong = column % STRONG_EVERY == 0 && row % STRONG_EVERY == 0;
                (strong ? strongDots : dots)
                        .append(dot(pixels(column * spacing, row * spacing), strong ? 3 : 2), false);
            }
        }
        graphics.setPaint(Colours.GRID);
        graphics.fill(dots);
        graphics.setPaint(Colours.STRONG_GRID);
        graphics.fill(strongDots);
    }

    private void paintGround(Scene scene) {
        List<Scene.Point> ground = scene.ground();
        if (ground.size() < 2) {
            return;
        }
        Path2D line = line(ground);
        if (!Camera.isArena(scene)) {
            Path2D earth = new Path2D.Double(line);
            for (int i = ground.size() - 1; i >= 0; i--) {
                Point2D pixel = pixels(ground.get(i));
                earth.lineTo(pixel.getX(), pixel.getY() + EARTH_DEPTH);
            }
            earth.closePath();
            graphics.setPaint(Colours.GROUND);
            graphics.fill(earth);
        }
        graphics.setPaint(Colours.FAINT_INK);
        graphics.setStroke(stroke(2));
        graphics.draw(line);
    }

    private void paintTrail(Scene scene, List<Scene.Point> trail) {
        Path2D line = new Path2D.Double();
        Scene.Point before = null;
        for (Scene.Point point : trail) {
            Point2D pixel = pixels(point);
            boolean jumps = before != null
                    && Math.hypot(point.x() - before.x(), point.y() - before.y()) > LONGEST_STRIDE * scene.viewWidth();
            if (before == null || jumps) {
                line.moveTo(pixel.getX(), pixel.getY());
            } else {
                line.lineTo(pixel.getX(), pixel.getY());
            }
            before = point;
        }
        graphics.setPaint(Colours.TRAIL);
        graphics.setStroke(stroke(TRAIL_WIDTH));
        graphics.draw(line);
    }

    private void paintMarker(Scene.Marker marker) {
        Point2D centre = pixels(marker.x(), marker.y());
        double radius = marker.radius() * camera.scale();
        switch (marker.kind()) {
            case "wall" -> {
                graphics.setPaint(Colours.WALL);
                graphics.fill(
                        new Rectangle2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius));
            }
            case "contact" -> {
                graphics.setPaint(Colours.CONTACT);
                graphics.fill(disc(centre, Math.max(2.5, radius)));
            }
            default -> {
                graphics.setPaint(marker.kind().equals(TARGET) ? Colours.TARGET : Colours.FAINT_INK);
                graphics.setStroke(stroke(2));
                graphics.draw(disc(centre, radius));
                graphics.fill(disc(centre, Math.max(1.5, radius / 4)));
            }
        }
    }

    private void paintBody(Scene scene) {
        List<Scene.Link> links = scene.links();
        for (int i = links.size() - 1; i >= 0; i--) {
            Shape capsule = toPixels.createTransformedShape(capsule(links.get(i)));
            graphics.setPaint(bodyPaint(links.get(i), (double) i / links.size(), (i + 1.0) / links.size()));
            graphics.fill(capsule);
            graphics.setPaint(Colours.INK);
            graphics.setStroke(stroke(OUTLINE));
            graphics.draw(capsule);
        }
        double radius = links.stream().mapToDouble(Scene.Link::radius).min().orElse(0) * camera.scale();
        for (Scene.Joint joint : scene.joints()) {
            paintDisc(pixels(joint.x(), joint.y()), JOINT_RADIUS * radius, Colours.activation(joint.activation()));
        }
        if (hasHead(scene)) {
            Point2D head = pixels(scene.focusX(), scene.focusY());
            paintDisc(head, HEAD_RADIUS * radius, Colours.body(0));
            graphics.setPaint(Colours.PAPER);
            graphics.fill(disc(head, EYE_RADIUS * radius));
        }
    }

    /** Whether the first link begins with what the world is seen from. */
    private static boolean hasHead(Scene scene) {
        List<Scene.Link> links = scene.links();
        return links.size() > 1
                && links.get(0).x1() == scene.focusX()
                && links.get(0).y1() == scene.focusY();
    }

    private void paintDisc(Point2D centre, double radius, Color colour) {
        Shape disc = disc(centre, radius);
        graphics.setPaint(colour);
        graphics.fill(disc);
        graphics.setPaint(Colours.INK);
        graphics.setStroke(stroke(OUTLINE));
        graphics.draw(disc);
    }

    private Paint bodyPaint(Scene.Link link, double from, double to) {
        Point2D front = pixels(link.x1(), link.y1());
        Point2D rear = pixels(link.x2(), link.y2());
        Color frontColour = Colours.body(from);
        return front.distance(rear) < 1 ? frontColour : new GradientPaint(front, frontColour, rear, Colours.body(to));
    }

    private static Shape capsule(Scene.Link link) {
        double length = Math.hypot(link.x2() - link.x1(), link.y2() - link.y1());
        double radius = link.radius();
        AffineTransform place = AffineTransform.getTranslateInstance(link.x1(), link.y1());
        place.rotate(Math.atan2(link.y2() - link.y1(), link.x2() - link.x1()));
        return place.createTransformedShape(
                new RoundRectangle2D.Double(-radius, -radius, length + 2 * radius, 2 * radius, 2 * radius, 2 * radius));
    }

    private Path2D line(List<Scene.Point> points) {
        Path2D line = new Path2D.Double();
        line.moveTo(pixels(points.get(0)).getX(), pixels(points.get(0)).getY());
        points.forEach(point -> line.lineTo(pixels(point).getX(), pixels(point).getY()));
        return line;
    }

    private Point2D pixels(Scene.Point point) {
        return pixels(point.x(), point.y());
    }

    private Point2D pixels(double x, double y) {
        return toPixels.transform(new Point2D.Double(x, y), null);
    }

    private static Shape disc(Point2D centre, double radius) {
        return new Ellipse2D.Double(centre.getX() - radius, centre.getY() - radius, 2 * radius, 2 * radius);
    }

    /** A square on whole pixels. */
    private static Shape dot(Point2D centre, int size) {
        return new Rectangle2D.Double(Math.rint(centre.getX()) - 1, Math.rint(centre.getY()) - 1, size, size);
    }

    private static BasicStroke stroke(double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }
}
