package dev.ganglion.environments.swimmer;

/** The free chain when it is straight, the pose at which MuJoCo weighs its joint stops. */
final class StraightChain {
    private StraightChain() {}

    /**
     * Angular acceleration of each hinge per unit torque of its own motor, all links being free to move:
     * {@code [M(q=0)⁻¹]_jj} of the mass matrix in hinge coordinates (for five standard joints 148700, 110662, 108888,
     * 110662 and 148700 rad/s² per N m).
     */
    static double[] mobilities(ChainModel model) {
        double[][] factor = choleskyFactor(massMatrix(model));
        double[] mobilities = new double[model.joints()];
        for (int joint = 0; joint < mobilities.length; joint++) {
            double[] torque = new double[factor.length];
            torque[1 + joint] = -1;
            torque[2 + joint] = 1;
            // uᵀM⁻¹u = |L⁻¹u|², by forward substitution.
            double sum = 0;
            for (int row = 0; row < factor.length; row++) {
                for (int column = 0; column < row; column++) {
                    torque[row] -= factor[row][column] * torque[column];
                }
                torque[row] /= factor[row][row];
                sum += torque[row] * torque[row];
            }
            mobilities[joint] = sum;
        }
        return mobilities;
    }

    /** Mass matrix in the lateral velocity of the front end and the angular velocity of each link. */
    private static double[][] massMatrix(ChainModel model) {
        int links = model.links();
        double[][] mass = new double[links + 1][links + 1];
        for (int link = 0; link < links; link++) {
            // Lateral velocity of this link's centre per unit of each coordinate.
            double[] reach = new double[links + 1];
            reach[0] = 1;
            for (int before = 0; before < link; before++) {
                reach[1 + before] = 1;
            }
            reach[1 + link] = 0.5;
            for (int row = 0; row <= links; row++) {
                for (int column = 0; column <= links; column++) {
                    mass[row][column] += reach[row] * reach[column];
                }
            }
            mass[1 + link][1 + link] += model.inertiaWithRotors(link);
            if (link > 0) {
                mass[link][1 + link] -= model.rotorInertia();
                mass[1 + link][link] -= model.rotorInertia();
            }
        }
        return mass;
    }

    private static double[][] choleskyFactor(double[][] matrix) {
        int size = matrix.length;
        double[][] factor = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column <= row; column++) {
                double rest = matrix[row][column];
                for (int k = 0; k < column; k++) {
                    rest -= factor[row][k] * factor[column][k];
                }
                factor[row][column] = row == column ? Math.sqrt(rest) : rest / factor[column][column];
            }
        }
        return factor;
    }
}
