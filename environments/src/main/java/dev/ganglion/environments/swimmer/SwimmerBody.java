package dev.ganglion.environments.swimmer;

import dev.ganglion.environments.control.Body;
import dev.ganglion.environments.physics.PlanarWorld;
import dev.ganglion.environments.physics.RigidBody;
import dev.ganglion.environments.render.Scene;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import dev.ganglion.environments.signal.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * A chain of links that swims in the plane of a fluid by bending its joints; the worm's body of the DeepMind Control
 * Suite ({@code suite/swimmer.py}, {@code suite/swimmer.xml}), for any number of joints.
 *
 * <p>Links and joints count from the head, from 0. Joint j lies between links j and j+1; its angle is positive where
 * the link behind it is turned counter-clockwise, seen from above. A link's own frame has y towards the tail and x to
 * the left of a worm that looks ahead. All measurements are in SI units.
 */
public final class SwimmerBody implements Body {
    /** Simulated seconds of one control step. */
    private static final double CONTROL_PERIOD = 0.03;

    /** Substeps of one control step when nothing else is asked for: 5 ms each. */
    static final int SUBSTEPS = 6;

    /** Distance of the nose from the head link's centre in link lengths: 0.06 m for the standard link. */
    private static final double NOSE = 0.6;

    /** Half the drawn thickness over the link length; the simulated links are thinner. Ours. */
    private static final double DRAWN_RADIUS = 0.1;

    /** Body lengths that a picture is wide. */
    private static final double VIEW_BODY_LENGTHS = 1.6;

    private final SwimmerParameters parameters;
    private final ChainModel model;
    private final int substeps;
    private final PlanarWorld world;
    private final OptionalInt deadJoint;
    private final double[] lastCommand;
    private Chain chain;

    /** A straight swimmer at rest at the origin, with its head down. */
    public SwimmerBody(SwimmerParameters parameters) {
        this(parameters, OptionalInt.empty());
    }

    /** The same with a joint whose motor gives no torque. */
    public SwimmerBody(SwimmerParameters parameters, OptionalInt deadJoint) {
        this(parameters, deadJoint, SUBSTEPS, 0, 0);
    }

    /** With another number of substeps a control step, and uniform gravity in m/s² in the plane, as tests use. */
    SwimmerBody(SwimmerParameters parameters, int substeps, double gravityX, double gravityY) {
        this(parameters, OptionalInt.empty(), substeps, gravityX, gravityY);
    }

    private SwimmerBody(
            SwimmerParameters parameters, OptionalInt deadJoint, int substeps, double gravityX, double gravityY) {
        this.parameters = parameters;
        this.deadJoint = deadJoint;
        this.substeps = substeps;
        world = new PlanarWorld(gravityX / parameters.linkLength(), gravityY / parameters.linkLength());
        model = ChainModel.of(parameters);
        lastCommand = new double[parameters.joints()];
        chain = chain(0, lastCommand);
    }

    /**
     * Begins anew with the swimmer at rest, its head end at the origin.
     *
     * @param headAngle angle of the head link in rad; 0 looks down the y axis
     * @param jointAngles angle of each joint in rad
     */
    public void place(double headAngle, double[] jointAngles) {
        chain = chain(headAngle, jointAngles);
        Arrays.fill(lastCommand, 0);
    }

    /** Begins anew with any heading, each joint anywhere within its stops. */
    void placeAnyhow(RandomGenerator random) {
        double limit = parameters.jointLimit();
        double headAngle = random.nextDouble(-Math.PI, Math.PI);
        double[] jointAngles = new double[parameters.joints()];
        for (int joint = 0; joint < jointAngles.length; joint++) {
            jointAngles[joint] = random.nextDouble(-limit, limit);
        }
        place(headAngle, jointAngles);
    }

    private Chain chain(double headAngle, double[] jointAngles) {
        return new Chain(world, model, headAngle, jointAngles, CONTROL_PERIOD / substeps);
    }

    /** What it is made of. */
    public SwimmerParameters parameters() {
        return parameters;
    }

    /** {@code joint/*}{@code /torque}: each motor's torque as a fraction of the largest, from -1 to 1. */
    @Override
    public Space action() {
        List<Signal> signals = new ArrayList<>();
        for (int joint = 0; joint < parameters.joints(); joint++) {
            signals.add(Signal.scalar("joint/" + joint + "/torque", "1")
                    .within(-1, 1)
                    .at(jointPosition(joint)));
        }
        return new Box(new Signals(signals));
    }

    @Override
    public double controlPeriodSeconds() {
        return CONTROL_PERIOD;
    }

    @Override
    public void advance(double[] command) {
        System.arraycopy(command, 0, lastCommand, 0, lastCommand.length);
        deadJoint.ifPresent(joint -> lastCommand[joint] = 0);
        for (int substep = 0; substep < substeps; substep++) {
            chain.advance(lastCommand);
        }
    }

    /** Place of a joint along the body, from 0 at the head end to 1 at the tail end. */
    public double jointPosition(int joint) {
        return (joint + 1.0) / parameters.links();
    }

    /** Place of a link's centre along the body, from 0 at the head end to 1 at the tail end. */
    public double linkPosition(int link) {
        return (link + 0.5) / parameters.links();
    }

    /** Angle of a joint in rad, not wrapped. */
    public double jointAngle(int joint) {
        return chain.hinge(joint).angle();
    }

    /** Velocity of a link's centre to its left, in m/s. */
    public double linkVelocityX(int link) {
        return -chain.motion().lateral(link) * parameters.linkLength();
    }

    /** Velocity of a link's centre towards its tail end, in m/s. */
    public double linkVelocityY(int link) {
        return chain.motion().axial(link) * parameters.linkLength();
    }

    /** Angular velocity of a link in rad/s, counter-clockwise. */
    public double linkAngularVelocity(int link) {
        return chain.motion().angular(link);
    }

    /** Speed of the head in the direction in which it looks, in m/s. */
    public double forwardSpeed() {
        return -linkVelocityY(0);
    }

    /**
     * Where a point of the world lies, seen from the nose in the head's own frame.
     *
     * @param x x of the point in m
     * @param y y of the point in m
     * @return metres to the left of the head, then metres towards the tail
     */
    public double[] seenFromTheNose(double x, double y) {
        RigidBody head = chain.link(0);
        double length = parameters.linkLength();
        double noseX = (head.x() + NOSE * head.sin()) * length;
        double noseY = (head.y() - NOSE * head.cos()) * length;
        return new double[] {
            (x - noseX) * head.cos() + (y - noseY) * head.sin(), (y - noseY) * head.cos() - (x - noseX) * head.sin()
        };
    }

    /** The chain in its own units. */
    Chain chain() {
        return chain;
    }

    @Override
    public Scene scene() {
        double length = parameters.linkLength();
        List<Scene.Link> links = new ArrayList<>();
        List<Scene.Joint> joints = new ArrayList<>();
        for (int k = 0; k < parameters.links(); k++) {
            RigidBody link = chain.link(k);
            double halfX = -link.sin() * length / 2;
            double halfY = link.cos() * length / 2;
            double x = link.x() * length;
            double y = link.y() * length;
            links.add(new Scene.Link(x - halfX, y - halfY, x + halfX, y + halfY, DRAWN_RADIUS * length));
            if (k < parameters.joints()) {
                joints.add(new Scene.Joint(x + halfX, y + halfY, lastCommand[k]));
            }
        }
        Scene.Link head = links.get(0);
        double viewWidth = VIEW_BODY_LENGTHS * parameters.links() * length;
        return new Scene(links, joints, List.of(), List.of(), head.x1(), head.y1(), viewWidth);
    }
}
