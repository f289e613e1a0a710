package dev.ganglion.environments.physics;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.jbox2d.dynamics.Island;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.contacts.ContactSolver;

/**
 * The parts of JBox2D's world that solve contacts.
 *
 * <p>Four of them are laid out for 256 contacts each from the start, 600 kB in all, where a body has about ten and most
 * have none. They grow by themselves where more is wanted. JBox2D keeps them to itself, hence the reflection, once per
 * world.
 */
final class ContactSolvers {
    private static final int FIRST_CONTACTS = 8;

    private ContactSolvers() {}

    /** Leaves room for a few contacts in a new world. */
    static void trim(World world) {
        for (String island : new String[] {"island", "toiIsland"}) {
            for (String solver : new String[] {"contactSolver", "toiContactSolver"}) {
                trim((ContactSolver) read(Island.class, solver, read(World.class, island, world)));
            }
        }
    }

    private static void trim(ContactSolver solver) {
        solver.m_positionConstraints = Arrays.copyOf(solver.m_positionConstraints, FIRST_CONTACTS);
        solver.m_velocityConstraints = Arrays.copyOf(solver.m_velocityConstraints, FIRST_CONTACTS);
    }

    private static Object read(Class<?> type, String name, Object owner) {
        try {
            Field field = type.getDeclaredField(name);
            field.setAccessible(true);
            return field.get(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This version of JBox2D is built otherwise than 2.2.1.1", e);
        }
    }
}
