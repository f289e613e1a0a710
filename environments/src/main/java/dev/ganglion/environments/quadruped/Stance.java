package dev.ganglion.environments.quadruped;

/** Where the feet are under a torso. */
final class Stance {
    private Stance() {}

    /** Height in m over which a torso in the given pose, over x = 0, has nothing below the ground and a foot on it. */
    static double height(Terrain terrain, double pitch, double[] angles) {
        double height = Double.NEGATIVE_INFINITY;
        for (Leg leg : Leg.ALL) {
            double thigh = pitch - angles[leg.hip()];
            double shin = thigh - angles[leg.knee()];
            double x = leg.hipX() * StrictMath.cos(pitch)
                    + Anatomy.THIGH_LENGTH * StrictMath.sin(thigh)
                    + Anatomy.SHIN_LENGTH * StrictMath.sin(shin);
            double y = leg.hipX() * StrictMath.sin(pitch)
                    - Anatomy.THIGH_LENGTH * StrictMath.cos(thigh)
                    - Anatomy.SHIN_LENGTH * StrictMath.cos(shin);
            double slant = StrictMath.cos(terrain.angleAt(x));
            height = Math.max(height, terrain.heightAt(x) + Anatomy.FOOT_RADIUS / slant - y);
        }
        return height;
    }

    /** The posture that holds all commands at 0. */
    static double[] standing() {
        double[] angles = new double[Leg.JOINTS];
        for (int joint = 0; joint < angles.length; joint++) {
            angles[joint] = Leg.range(joint).standing();
        }
        return angles;
    }
}
