package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.render.Scene;
import java.util.ArrayList;
import java.util.List;

/**
 * What a quadruped looks like: a head, which has no weight and touches nothing, then the torso, the legs of the near side
 * and those of the far side.
 */
final class QuadrupedPicture {
    /** Drawn half thickness of a leg in m. */
    private static final double LEG_RADIUS = 0.016;

    private static final double CONTACT_RADIUS = 0.012;

    /** Where the nose is drawn from the torso's middle, and where the neck begins, in m ahead and up; half its thickness. */
    private static final double NOSE_X = 0.29;

    private static final double NOSE_Y = 0.09;
    private static final double NECK_X = 0.18;
    private static final double NECK_Y = 0.02;
    private static final double NECK_RADIUS = 0.03;

    /** Metres that a picture is wide, and half the width of the ground given with it. */
    private static final double VIEW_WIDTH = 1.2;

    private static final double GROUND_HALF_WIDTH = 2;

    private static final Leg[] NEAR_TO_FAR = {Leg.FORE_RIGHT, Leg.HIND_RIGHT, Leg.FORE_LEFT, Leg.HIND_LEFT};

    private QuadrupedPicture() {}

    static Scene of(QuadrupedBody body) {
        Dog dog = body.dog();
        List<Scene.Link> links = new ArrayList<>();
        List<Scene.Joint> joints = new ArrayList<>();
        List<Scene.Marker> contacts = new ArrayList<>();
        Scene.Link head = alongTorso(dog, NOSE_X, NOSE_Y, NECK_X, NECK_Y, NECK_RADIUS);
        double radius = Anatomy.TORSO_HEIGHT / 2;
        double half = Anatomy.TORSO_LENGTH / 2 - radius;
        links.add(head);
        links.add(alongTorso(dog, half, 0, -half, 0, radius));
        for (Leg leg : NEAR_TO_FAR) {
            for (int joint = leg.hip(); joint <= leg.knee(); joint++) {
                if (dog.has(joint)) {
                    links.add(limb(dog, joint));
                    joints.add(new Scene.Joint(dog.limbX(joint, 1), dog.limbY(joint, 1), activation(body, joint)));
                }
            }
            if (body.isFootDown(leg.number())) {
                contacts.add(contact(body, leg));
            }
        }
        double x = dog.torsoX();
        return new Scene(
                links,
                joints,
                body.terrain().between(x - GROUND_HALF_WIDTH, x + GROUND_HALF_WIDTH),
                contacts,
                head.x1(),
                head.y1(),
                VIEW_WIDTH);
    }

    /** A link between two points of the torso's own frame. */
    private static Scene.Link alongTorso(Dog dog, double x1, double y1, double x2, double y2, double radius) {
        double cos = Math.cos(dog.pitch());
        double sin = Math.sin(dog.pitch());
        return new Scene.Link(
                dog.torsoX() + x1 * cos - y1 * sin,
                dog.torsoY() + x1 * sin + y1 * cos,
                dog.torsoX() + x2 * cos - y2 * sin,
                dog.torsoY() + x2 * sin + y2 * cos,
                radius);
    }

    private static Scene.Link limb(Dog dog, int joint) {
        double radius = Leg.isKnee(joint) ? LEG_RADIUS : LEG_RADIUS * 1.3;
        return new Scene.Link(
                dog.limbX(joint, 1), dog.limbY(joint, 1), dog.limbX(joint, -1), dog.limbY(joint, -1), radius);
    }

    private static double activation(QuadrupedBody body, int joint) {
        double torque = body.parameters().motors().torque();
        return torque > 0 ? Math.max(-1, Math.min(1, body.jointTorque(joint) / torque)) : 0;
    }

    private static Scene.Marker contact(QuadrupedBody body, Leg leg) {
        double x = body.dog().limbX(leg.knee(), -1);
        double slope = body.terrain().angleAt(x);
        double y = body.dog().limbY(leg.knee(), -1);
        return new Scene.Marker(
                "contact",
                x + Anatomy.FOOT_RADIUS * Math.sin(slope),
                y - Anatomy.FOOT_RADIUS * Math.cos(slope),
                CONTACT_RADIUS);
    }
}
