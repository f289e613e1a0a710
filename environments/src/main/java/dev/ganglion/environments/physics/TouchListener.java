package dev.ganglion.environments.physics;

import org.jbox2d.callbacks.ContactImpulse;
import org.jbox2d.callbacks.ContactListener;
import org.jbox2d.collision.Manifold;
import org.jbox2d.dynamics.contacts.Contact;

/** Tells every {@link Touch} what the ground does to it. */
final class TouchListener implements ContactListener {
    @Override
    public void beginContact(Contact contact) {}

    @Override
    public void endContact(Contact contact) {}

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {
        double sum = 0;
        for (int point = 0; point < impulse.count; point++) {
            sum += impulse.normalImpulses[point];
        }
        tell(contact.getFixtureA().getUserData(), sum);
        tell(contact.getFixtureB().getUserData(), sum);
    }

    private static void tell(Object felt, double impulse) {
        if (felt instanceof Touch touch) {
            touch.add(impulse);
        }
    }
}
