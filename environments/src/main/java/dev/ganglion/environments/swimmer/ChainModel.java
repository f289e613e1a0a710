package dev.ganglion.environments.swimmer;

/**
 * A swimmer in the units of its simulation: one link is 1 long and has mass 1, so that a worm of any size lies in the
 * range for which JBox2D's tolerances are made. Times stay in seconds and angles in radians.
 *
 * @param links number of links
 * @param inertia moment of inertia of a link about its centre
 * @param rotorInertia inertia that each hinge adds against its own angular acceleration ("armature")
 * @param motorTorque largest motor torque
 * @param jointLimit angle of the joint stops in rad
 * @param axial drag along the link
 * @param lateral drag across the link
 * @param rotational drag against turning
 */
record ChainModel(
        int links,
        double inertia,
        double rotorInertia,
        double motorTorque,
        double jointLimit,
        Drag axial,
        Drag lateral,
        Drag rotational) {
    /** Half thickness of a link in m, which enters its moment of inertia. */
    private static final double HALF_THICKNESS = 0.001;

    /** Lateral and vertical size in m of the box that stands for a link in the fluid; its third is the link length. */
    private static final double BOX_WIDTH = 0.002;

    private static final double BOX_HEIGHT = 0.02;

    /**
     * Rotor inertia over link mass and squared link length: 1e-6 kg m² for the standard link. That a rotor grows with
     * its link is ours; a fixed one would outweigh small links.
     */
    private static final double ARMATURE = 0.01;

    /**
     * Drag on a unit velocity: {@code force = -(quadratic |v| + linear) v}.
     *
     * @param quadratic coefficient of the fluid's inertia
     * @param linear coefficient of its viscosity
     */
    record Drag(double quadratic, double linear) {
        /** Of a force in SI units, in units of a link's length and mass. */
        private Drag ofForce(double length, double mass) {
            return new Drag(quadratic * length / mass, linear / mass);
        }

        /** Of a torque in SI units, in units of the inertia of a link's mass at its length. */
        private Drag ofTorque(double inertiaUnit) {
            return new Drag(quadratic / inertiaUnit, linear / inertiaUnit);
        }
    }

    /**
     * The model of a swimmer.
     *
     * <p>Inertia, armature and fluid forces are those of dm_control's {@code suite/swimmer.xml} in MuJoCo's inertia-box
     * fluid model: with box sizes b, density ρ and viscosity μ, {@code F = -½ρ b b' |v| v} on each face,
     * {@code τ = -ρ b_z (b_x⁴ + b_y⁴)/64 |ω| ω}, and Stokes' {@code F = -3π d μ v}, {@code τ = -π d³ μ ω} with d the
     * mean box size. A gel's forces act evenly along a link, so {@code τ = -c L³/12 ω} with c across it.
     */
    static ChainModel of(SwimmerParameters swimmer) {
        double length = swimmer.linkLength();
        double mass = swimmer.linkMass();
        double inertiaUnit = mass * length * length;
        double halfLength = length / 2;
        double inertia = mass / 3 * (HALF_THICKNESS * HALF_THICKNESS + halfLength * halfLength);
        Drags drags = swimmer.medium() instanceof Medium.Gel gel
                ? inGel(gel, length)
                : inFluid((Medium.Fluid) swimmer.medium(), length);
        return new ChainModel(
                swimmer.links(),
                inertia / inertiaUnit,
                ARMATURE,
                swimmer.motorTorque() / inertiaUnit,
                swimmer.jointLimit(),
                drags.axial().ofForce(length, mass),
                drags.lateral().ofForce(length, mass),
                drags.rotational().ofTorque(inertiaUnit));
    }

    /** The three drags of a link in SI units. */
    private record Drags(Drag axial, Drag lateral, Drag rotational) {}

    private static Drags inFluid(Medium.Fluid fluid, double length) {
        double density = fluid.density();
        double diameter = (BOX_WIDTH + length + BOX_HEIGHT) / 3;
        double stokes = 3 * Math.PI * diameter * fluid.viscosity();
        return new Drags(
                new Drag(density / 2 * BOX_WIDTH * BOX_HEIGHT, stokes),
                new Drag(density / 2 * length * BOX_HEIGHT, stokes),
                new Drag(
                        density * BOX_HEIGHT * (Math.pow(BOX_WIDTH, 4) + Math.pow(length, 4)) / 64,
                        Math.PI * Math.pow(diameter, 3) * fluid.viscosity()));
    }

    private static Drags inGel(Medium.Gel gel, double length) {
        return new Drags(
                new Drag(0, gel.along() * length),
                new Drag(0, gel.across() * length),
                new Drag(0, gel.across() * Math.pow(length, 3) / 12));
    }

    /** Number of hinges. */
    int joints() {
        return links - 1;
    }

    /** Moment of inertia of a link with the rotors of the hinges at its ends. */
    double inertiaWithRotors(int link) {
        int hinges = (link > 0 ? 1 : 0) + (link < links - 1 ? 1 : 0);
        return inertia + hinges * rotorInertia;
    }
}
