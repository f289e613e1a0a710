package dev.ganglion.environments.swimmer;

import java.util.Arrays;

/**
 * The standard swimmer integrated independently: MuJoCo's model of it in reduced coordinates, in double precision, with
 * no hinges to hold together. Coordinates are the head end's position and each link's own angle; 15 substeps of 2 ms,
 * semi-implicit Euler with explicit drag; joint stops as the full complementarity problem.
 *
 * <p>Its numbers were checked against MuJoCo's own: mobilities of the straight five-joint chain 148700, 110662, 108888,
 * 110662, 148700; returns of the default circuit with 3, 5, 7 and 11 joints 340, 797, 905 and 905.
 */
final class ReferenceSwimmer {
    private static final double MASS = 0.01;
    private static final double LENGTH = 0.1;
    private static final double HALF = 0.05;
    private static final double INERTIA = MASS / 3 * (0.001 * 0.001 + HALF * HALF);
    private static final double ARMATURE = 1e-6;
    private static final double TORQUE = 5e-4;
    private static final double AXIAL = 0.06;
    private static final double LATERAL = 3;
    private static final double ROTATIONAL = 9.375e-5;
    private static final double DIAMETER = (0.002 + 0.1 + 0.02) / 3;
    private static final int SUBSTEPS = 15;
    private static final double STEP = 0.03 / SUBSTEPS;

    private final int joints;
    private final int links;
    private final int size;
    private final double limit;
    private final double stokes;
    private final double stokesTorque;
    private final double[] mobility;
    private final double[] angle;
    /** Velocity of the head end (x, y), then each link's angular velocity. */
    private final double[] velocity;

    private final double[] cos;
    private final double[] sin;
    private final double[][] factor;
    private double headEndX;
    private double headEndY;

    ReferenceSwimmer(int joints, double viscosity) {
        this.joints = joints;
        links = joints + 1;
        size = links + 2;
        limit = 2 * Math.PI / links;
        stokes = 3 * Math.PI * DIAMETER * viscosity;
        stokesTorque = Math.PI * Math.pow(DIAMETER, 3) * viscosity;
        angle = new double[links];
        velocity = new double[size];
        cos = new double[links];
        sin = new double[links];
        factor = new double[size][size];
        mobility = new double[joints];
        factorise(massMatrix());
        for (int joint = 0; joint < joints; joint++) {
            mobility[joint] = response(joint, joint);
        }
    }

    /** Angular acceleration per torque of each hinge in the straight chain, in SI units. */
    double[] mobility() {
        return mobility.clone();
    }

    void place(double headAngle, double[] jointAngles) {
        headEndX = 0;
        headEndY = 0;
        Arrays.fill(velocity, 0);
        angle[0] = headAngle;
        for (int joint = 0; joint < joints; joint++) {
            angle[joint + 1] = angle[joint] + jointAngles[joint];
        }
    }

    void advance(double[] command) {
        for (int substep = 0; substep < SUBSTEPS; substep++) {
            substep(command);
        }
    }

    double jointAngle(int joint) {
        return angle[joint + 1] - angle[joint];
    }

    double headAngle() {
        return angle[0];
    }

    double headEndX() {
        return headEndX;
    }

    double headEndY() {
        return headEndY;
    }

    double forwardSpeed() {
        return -(velocity[0] * -Math.sin(angle[0]) + velocity[1] * Math.cos(angle[0]));
    }

    private void substep(double[] command) {
        factorise(massMatrix());
        double[] force = fluidAndInertialForce();
        for (int joint = 0; joint < joints; joint++) {
            addTorque(force, joint, TORQUE * Math.max(-1, Math.min(1, command[joint])));
        }
        double[] free = solve(force.clone());
        double[] acceleration = addStops(force, free) ? solve(force) : free;
        for (int i = 0; i < size; i++) {
            velocity[i] += STEP * acceleration[i];
        }
        headEndX += STEP * velocity[0];
        headEndY += STEP * velocity[1];
        for (int k = 0; k < links; k++) {
            angle[k] += STEP * velocity[2 + k];
        }
    }

    private static void addTorque(double[] force, int joint, double torque) {
        force[2 + joint] -= torque;
        force[3 + joint] += torque;
    }

    private double[][] massMatrix() {
        for (int k = 0; k < links; k++) {
            cos[k] = Math.cos(angle[k]);
            sin[k] = Math.sin(angle[k]);
        }
        double[][] mass = new double[size][size];
        mass[0][0] = MASS * links;
        mass[1][1] = MASS * links;
        for (int i = 0; i < links; i++) {
            // Link i carries its own centre half-way along and all links behind it at its end.
            int behind = links - 1 - i;
            mass[2 + i][0] = -MASS * (HALF + behind * LENGTH) * cos[i];
            mass[2 + i][1] = -MASS * (HALF + behind * LENGTH) * sin[i];
            for (int j = 0; j <= i; j++) {
                double levers = HALF * (j < i ? LENGTH : HALF) + behind * LENGTH * LENGTH;
                mass[2 + i][2 + j] = MASS * levers * (cos[i] * cos[j] + sin[i] * sin[j]);
            }
            mass[2 + i][2 + i] += INERTIA;
        }
        for (int joint = 0; joint < joints; joint++) {
            mass[2 + joint][2 + joint] += ARMATURE;
            mass[3 + joint][3 + joint] += ARMATURE;
            mass[3 + joint][2 + joint] -= ARMATURE;
        }
        return mass;
    }

    private double[] fluidAndInertialForce() {
        double[] force = new double[size];
        double[] forceX = new double[links];
        double[] forceY = new double[links];
        double endVx = velocity[0];
        double endVy = velocity[1];
        double endAx = 0;
        double endAy = 0;
        for (int k = 0; k < links; k++) {
            double axisX = -sin[k];
            double axisY = cos[k];
            double w = velocity[2 + k];
            double vx = endVx - HALF * w * axisY;
            double vy = endVy + HALF * w * axisX;
            double axial = vx * axisX + vy * axisY;
            double lateral = -vx * axisY + vy * axisX;
            double axialForce = -(AXIAL * Math.abs(axial) + stokes) * axial;
            double lateralForce = -(LATERAL * Math.abs(lateral) + stokes) * lateral;
            forceX[k] = axialForce * axisX - lateralForce * axisY - MASS * (endAx - HALF * w * w * axisX);
            forceY[k] = axialForce * axisY + lateralForce * axisX - MASS * (endAy - HALF * w * w * axisY);
            force[2 + k] = -(ROTATIONAL * Math.abs(w) + stokesTorque) * w;
            endVx -= LENGTH * w * axisY;
            endVy += LENGTH * w * axisX;
            endAx -= LENGTH * w * w * axisX;
            endAy -= LENGTH * w * w * axisY;
        }
        for (int k = links - 1; k >= 0; k--) {
            double behindX = HALF * forceX[k] + LENGTH * force[0];
            double behindY = HALF * forceY[k] + LENGTH * force[1];
            force[2 + k] -= behindX * cos[k] + behindY * sin[k];
            force[0] += forceX[k];
            force[1] += forceY[k];
        }
        return force;
    }

    /** Adds the forces of the stops reached to {@code force}; returns whether there are any. */
    private boolean addStops(double[] force, double[] free) {
        int[] joint = new int[joints];
        double[] side = new double[joints];
        double[] wanted = new double[joints];
        double[] softness = new double[joints];
        int count = 0;
        for (int j = 0; j < joints; j++) {
            double depth = Math.abs(jointAngle(j)) - limit;
            if (depth > 0) {
                double x = Math.min(depth / 0.1, 1);
                double impedance = Math.max(1e-4, 0.8 * (x < 0.5 ? 2 * x * x : 1 - 2 * (1 - x) * (1 - x)));
                joint[count] = j;
                side[count] = -Math.signum(jointAngle(j));
                double rate = velocity[3 + j] - velocity[2 + j];
                double acceleration = free[3 + j] - free[2 + j];
                wanted[count] = -50 * side[count] * rate + 625 * impedance * depth - side[count] * acceleration;
                softness[count] = (1 - impedance) / impedance * mobility[j];
                count++;
            }
        }
        double[] f = complementary(joint, side, wanted, softness, count);
        for (int p = 0; p < count; p++) {
            addTorque(force, joint[p], side[p] * f[p]);
        }
        return count > 0;
    }

    /** The forces f ≥ 0 of the stops reached, by projected Gauss-Seidel. */
    private double[] complementary(int[] joint, double[] side, double[] wanted, double[] softness, int count) {
        double[][] coupling = new double[count][count];
        for (int p = 0; p < count; p++) {
            for (int q = 0; q < count; q++) {
                coupling[p][q] = side[p] * side[q] * response(joint[p], joint[q]);
            }
        }
        double[] f = new double[count];
        for (int sweep = 0; sweep < 50; sweep++) {
            for (int p = 0; p < count; p++) {
                double rest = wanted[p] + coupling[p][p] * f[p];
                for (int q = 0; q < count; q++) {
                    rest -= coupling[p][q] * f[q];
                }
                f[p] = Math.max(0, rest / (coupling[p][p] + softness[p]));
            }
        }
        return f;
    }

    /** Angular acceleration of hinge {@code i} per torque at hinge {@code j}. */
    private double response(int i, int j) {
        double[] torque = new double[size];
        addTorque(torque, j, 1);
        solve(torque);
        return torque[3 + i] - torque[2 + i];
    }

    private void factorise(double[][] matrix) {
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
            }
        }
    }

    private double[] solve(double[] b) {
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= factor[i][k] * b[k];
            }
            b[i] /= factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                b[i] -= factor[k][i] * b[k];
            }
            b[i] /= factor[i][i];
        }
        return b;
    }
}
