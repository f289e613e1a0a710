package dev.ganglion.environments.render;

import java.util.ArrayList;
import java.util.List;

/**
 * What a planar articulated body looks like at one moment, in metres, x to the right and y up.
 *
 * @param links the rigid links as capsules, head first
 * @param joints the joints with the activation of their muscles
 * @param ground the ground as a line strip, empty where there is none; one that ends where it begins is the border of
 *     an arena; pictures show as a whole what is narrower than the view
 * @param markers targets, walls, contact points and other points of interest
 * @param focusX x of the point whose trail is drawn, such as the head
 * @param focusY y of that point
 * @param viewWidth width of the world that a picture should show, in metres
 */
public record Scene(
        List<Link> links,
        List<Joint> joints,
        List<Point> ground,
        List<Marker> markers,
        double focusX,
        double focusY,
        double viewWidth) {
    /** Copies the lists. */
    public Scene {
        links = List.copyOf(links);
        joints = List.copyOf(joints);
        ground = List.copyOf(ground);
        markers = List.copyOf(markers);
    }

    /** The same scene with another marker. */
    public Scene with(Marker marker) {
        List<Marker> more = new ArrayList<>(markers);
        more.add(marker);
        return new Scene(links, joints, ground, more, focusX, focusY, viewWidth);
    }

    /**
     * A rigid link: a capsule around the segment from one end to the other.
     *
     * @param x1 x of the front end
     * @param y1 y of the front end
     * @param x2 x of the rear end
     * @param y2 y of the rear end
     * @param radius half the thickness
     */
    public record Link(double x1, double y1, double x2, double y2, double radius) {}

    /**
     * A joint and what its muscles do.
     *
     * @param x x of the joint
     * @param y y of the joint
     * @param activation commanded torque over the largest torque, from -1 (right or ventral) to 1 (left or dorsal)
     */
    public record Joint(double x, double y, double activation) {}

    /** A corner of the ground. */
    public record Point(double x, double y) {}

    /**
     * A point of interest.
     *
     * @param kind what it is, such as {@code target}, {@code contact} or {@code wall}
     * @param x x of its centre
     * @param y y of its centre
     * @param radius its radius
     */
    public record Marker(String kind, double x, double y, double radius) {}
}
