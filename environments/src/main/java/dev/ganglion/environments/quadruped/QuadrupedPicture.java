package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.render.Scene;
import java.util.ArrayList;
import java.util.List;

/** What a quadruped looks like: torso first, then the legs of the near side, then those of the far side. */
final class QuadrupedPicture {
    /** Drawn half thickness of a leg in m. */
    private static final double LEG_RADIUS = 0.016;

    private static final double CONTACT_RADIUS = 0.012;

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
        Scene.Link torso = torso(dog);
        links.add(torso);
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
                torso.x1(),
                torso.y1(),
                VIEW_WIDTH);
    }

    private static Scene.Link torso(Dog dog) {
        double radius = Anatomy.TORSO_HEIGHT / 2;
        double halfX = (Anatomy.TORSO_LENGTH / 2 - radius) * Math.cos(dog.pitch());
        double halfY = (Anatomy.TORSO_LENGTH / 2 - radius) * Math.sin(dog.pitch());
        return new Scene.Link(
                dog.torsoX() + halfX, dog.torsoY() + halfY, dog.torsoX() - halfX, dog.torsoY() - halfY, radius);
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
