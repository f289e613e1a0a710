package dev.ganglion.environments.quadruped;

import dev.ganglion.environments.control.Body;
import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import dev.ganglion.environments.signal.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small robot dog seen from its right side: a torso and four legs of hip and knee, on ground.
 *
 * <p>x points ahead and y up. Pitch is positive nose up, counter-clockwise. Joint angles are those of the robots, the
 * other way round: a hip's is positive where the thigh is swung back, 0 where it is square to the torso; a knee's is
 * negative, the more so the more it is bent with the foot ahead. Joints are numbered leg by leg, hip before knee, in the
 * order fore left, fore right, hind left, hind right. All measurements are in SI units.
 */
public final class QuadrupedBody implements Body {
    /** Simulated seconds of one control step, that of the NCAP quadruped. */
    static final double CONTROL_PERIOD = 0.03;

    /** Physics steps of one control step: 2.5 ms each. */
    static final int SUBSTEPS = 12;

    /** What is left of a weakened motor. */
    private static final double WEAK = 0.3;

    private final QuadrupedParameters parameters;
    private final List<Damage> damages;
    private final double[] strength = new double[Leg.JOINTS];
    private final double[] lastCommand = new double[Leg.JOINTS];
    private final double[] torques = new double[Leg.JOINTS];
    /** Over the last control step. */
    private final double[] meanTorques = new double[Leg.JOINTS];

    private final double[] footImpulses = new double[Leg.ALL.size()];
    private final PlanarWorld world = Dog.world();
    private Terrain terrain = Terrain.flat();
    private Dog dog;
    private int steps;
    private int damagesDone;
    private double forwardSpeed;
    private double commandChange;
    private boolean isTorsoDown;

    /** A sound quadruped that stands. */
    public QuadrupedBody(QuadrupedParameters parameters) {
        this(parameters, List.of());
    }

    /** A quadruped to which things happen, in the order given. */
    QuadrupedBody(QuadrupedParameters parameters, List<Damage> damages) {
        this.parameters = parameters;
        this.damages = List.copyOf(damages);
        dog = new Dog(world, parameters, terrain, 0, Stance.standing());
        place(terrain, 0, Stance.standing());
    }

    /**
     * Begins anew with the quadruped at rest, its lowest foot on the ground.
     *
     * @param newTerrain the ground
     * @param pitch of the torso in rad
     * @param angles of the joints in rad
     */
    void place(Terrain newTerrain, double pitch, double[] angles) {
        terrain = newTerrain;
        dog = new Dog(world, parameters, terrain, pitch, angles);
        steps = 0;
        damagesDone = 0;
        forwardSpeed = 0;
        commandChange = 0;
        isTorsoDown = false;
        Arrays.fill(strength, 1);
        Arrays.fill(lastCommand, 0);
        Arrays.fill(meanTorques, 0);
        Arrays.fill(footImpulses, 0);
        suffer();
    }

    /** What it is made of. */
    public QuadrupedParameters parameters() {
        return parameters;
    }

    /**
     * {@code joint/*}{@code /target}: the target angle of each joint, from -1 (lowest) over 0 (standing) to 1 (highest);
     * or {@code joint/*}{@code /torque}: its torque as a fraction of the largest.
     */
    @Override
    public Space action() {
        String what = parameters.motors().actuation() == Motors.Actuation.POSITION ? "target" : "torque";
        List<Signal> signals = new ArrayList<>();
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            signals.add(jointSignal(joint, what, "1").within(-1, 1));
        }
        return new Box(new Signals(signals));
    }

    /** A signal of a joint, without limits. */
    static Signal jointSignal(int joint, String what, String unit) {
        Leg leg = Leg.ofJoint(joint);
        return Signal.scalar("joint/" + joint + "/" + what, unit)
                .at(leg.position())
                .on(leg.side());
    }

    @Override
    public double controlPeriodSeconds() {
        return CONTROL_PERIOD;
    }

    @Override
    public void advance(double[] command) {
        commandChange = 0;
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            commandChange += Math.abs(command[joint] - lastCommand[joint]) / Leg.JOINTS;
            lastCommand[joint] = command[joint];
        }
        Arrays.fill(meanTorques, 0);
        Arrays.fill(footImpulses, 0);
        double start = dog.torsoX();
        for (int substep = 0; substep < SUBSTEPS; substep++) {
            drive();
            dog.step(CONTROL_PERIOD / SUBSTEPS, torques);
            feel();
        }
        forwardSpeed = (dog.torsoX() - start) / CONTROL_PERIOD;
        steps++;
        suffer();
    }

    private void drive() {
        for (int joint = 0; joint < Leg.JOINTS; joint++) {
            torques[joint] = parameters
                    .motors()
                    .torque(lastCommand[joint], Leg.range(joint), dog.angle(joint), dog.rate(joint), strength[joint]);
            meanTorques[joint] += torques[joint] / SUBSTEPS;
        }
    }

    private void feel() {
        for (Leg leg : Leg.ALL) {
            footImpulses[leg.number()] += dog.impulse(leg.knee());
        }
        isTorsoDown |= dog.torsoImpulse() > 0;
    }

    /** Lets happen what is due. */
    private void suffer() {
        while (damagesDone < damages.size() && damages.get(damagesDone).seconds() <= (steps + 0.5) * CONTROL_PERIOD) {
            Damage damage = damages.get(damagesDone++);
            damage.joints().forEach(joint -> damage(damage.kind(), joint));
        }
    }

    private void damage(Damage.Kind kind, int joint) {
        switch (kind) {
            case LOCK -> dog.lock(joint);
            case WEAKEN -> strength[joint] = WEAK;
            case REMOVE -> {
                dog.remove(joint);
                for (int gone = joint; gone <= Leg.ofJoint(joint).knee(); gone++) {
                    strength[gone] = 0;
                }
            }
        }
    }

    /** Height of the torso's middle over the ground under it in m. */
    public double torsoHeight() {
        return dog.torsoY() - terrain.heightAt(dog.torsoX());
    }

    /** Place of the torso's middle in m ahead of the start. */
    public double torsoPlace() {
        return dog.torsoX();
    }

    /** Pitch of the torso in rad, positive nose up, not wrapped. */
    public double pitch() {
        return dog.pitch();
    }

    /** Rate of the pitch in rad/s. */
    public double pitchRate() {
        return dog.pitchRate();
    }

    /** Velocity of the torso's middle along x in m/s. */
    public double torsoVelocityX() {
        return dog.torsoVelocityX();
    }

    /** Velocity of the torso's middle upwards in m/s. */
    public double torsoVelocityY() {
        return dog.torsoVelocityY();
    }

    /** Mean velocity of the torso's middle along x over the last control step in m/s; 0 before the first. */
    public double forwardSpeed() {
        return forwardSpeed;
    }

    /** Mean over the joints of how far the last command was from the one before, from 0 to 2. */
    public double commandChange() {
        return commandChange;
    }

    /** Whether the torso has touched the ground. */
    public boolean isTorsoDown() {
        return isTorsoDown;
    }

    /** Angle of a joint in rad; 0 if it has come off. */
    public double jointAngle(int joint) {
        return dog.angle(joint);
    }

    /** Rate of a joint in rad/s; 0 if it has come off. */
    public double jointRate(int joint) {
        return dog.rate(joint);
    }

    /** Mean torque of a joint's motor over the last control step in N m. */
    public double jointTorque(int joint) {
        return meanTorques[joint];
    }

    /** Command of a joint in the last control step; 0 before the first. */
    public double lastCommand(int joint) {
        return lastCommand[joint];
    }

    /** Whether the ground pressed on a foot in the last physics step; feet are numbered as legs. */
    public boolean isFootDown(int foot) {
        return dog.impulse(Leg.ALL.get(foot).knee()) > 0;
    }

    /** Mean force of the ground on a foot over the last control step in N, along the ground's normal. */
    public double footForce(int foot) {
        return footImpulses[foot] / CONTROL_PERIOD;
    }

    /** The quadruped in its world. */
    Dog dog() {
        return dog;
    }

    /** The ground on which it stands. */
    Terrain terrain() {
        return terrain;
    }

    @Override
    public Scene scene() {
        return QuadrupedPicture.of(this);
    }
}
