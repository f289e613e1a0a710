package dev.ganglion.environments.physics;

/** What one part of a body's surface feels of the ground: how hard the ground pushes on it, in the world's units. */
public final class Touch {
    private double impulse;

    Touch() {}

    /** Sum of the ground's impulses on it along the ground's normal, over the world's last step; not negative. */
    public double impulse() {
        return impulse;
    }

    void add(double more) {
        impulse += more;
    }

    void forget() {
        impulse = 0;
    }
}
