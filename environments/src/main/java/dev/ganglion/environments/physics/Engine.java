package dev.ganglion.environments.physics;

import org.jbox2d.collision.broadphase.DynamicTree;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.ContactManager;
import org.jbox2d.dynamics.World;

/**
 * JBox2D's world, which can be emptied for another episode.
 *
 * <p>A new one allocates 800 kB to work in, which takes as long as a hundred steps of a cart and pole. What it works in
 * is written before it is read in every step; so an emptied world computes the same bits as a new one.
 */
final class Engine extends World {
    Engine(Vec2 gravity) {
        super(gravity);
        ContactSolvers.trim(this);
        begin();
    }

    /** Takes everything out; every switch is as in a new one. */
    void empty() {
        setContactListener(null);
        m_flags = CLEAR_FORCES;
        for (Body body = getBodyList(); body != null; body = getBodyList()) {
            destroyBody(body);
        }
        // The tree that finds pairs remembers in its shape what was in it, and so would the order of contacts.
        m_contactManager = new ContactManager(this, new DynamicTree());
        begin();
    }

    private void begin() {
        // A sleeping body would ignore the fluid; nothing here is fast enough to need continuous collision.
        setAllowSleep(false);
        setContinuousPhysics(false);
        setAutoClearForces(true);
    }
}
