package dev.ganglion.environments.swimmer;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.random.RandomStreams;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine's swimmer beside the independent one, over the first second. */
class SwimmerBodyReferenceTest {
    private static final int STEPS = 30;

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 0", "5, 0", "5, 0.01", "11, 0"})
    void advance_defaultCircuitFromRandomPose_followsTheReference(int joints, double viscosity) {
        then(deviation(joints, viscosity, SwimmerBody.SUBSTEPS, false)).isLessThan(0.015);
    }

    @ParameterizedTest
    @CsvSource({"5", "11"})
    void advance_randomCommands_followsTheReference(int joints) {
        then(deviation(joints, 0, SwimmerBody.SUBSTEPS, true)).isLessThan(0.025);
    }

    @Test
    void advance_shorterSubsteps_comeCloserToTheReference() {
        double coarse = deviation(5, 0, 3, false);
        double fine = deviation(5, 0, 15, false);
        then(fine).isLessThan(coarse / 2);
    }

    /** Root mean square difference of the joint angles in rad. */
    private static double deviation(int joints, double viscosity, int substeps, boolean isRandom) {
        SwimmerParameters parameters =
                SwimmerParameters.STANDARD.withJoints(joints).in(new Medium.Fluid(3000, viscosity));
        double sum = 0;
        int count = 0;
        for (int seed = 0; seed < 5; seed++) {
            RandomGenerator random = RandomStreams.named(seed, "reference");
            double limit = parameters.jointLimit();
            double[] angles = random.doubles(joints, -limit, limit).toArray();
            SwimmerBody body = new SwimmerBody(parameters, substeps, 0, 0);
            ReferenceSwimmer reference = new ReferenceSwimmer(joints, viscosity);
            body.place(1, angles);
            reference.place(1, angles);
            double[] command = new double[joints];
            for (int step = 0; step < STEPS; step++) {
                for (int joint = 0; joint < joints; joint++) {
                    angles[joint] = reference.jointAngle(joint);
                    command[joint] = random.nextDouble(-1, 1);
                }
                if (!isRandom) {
                    NcapFormula.DEFAULT.act(step, angles, command);
                }
                body.advance(command);
                reference.advance(command);
                for (int joint = 0; joint < joints; joint++) {
                    sum += Math.pow(body.jointAngle(joint) - reference.jointAngle(joint), 2);
                    count++;
                }
            }
        }
        return Math.sqrt(sum / count);
    }
}
