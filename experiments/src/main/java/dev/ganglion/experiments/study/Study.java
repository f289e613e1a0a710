package dev.ganglion.experiments.study;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import java.util.List;
import java.util.Optional;

/**
 * A question, and the runs that answer it.
 *
 * @param name its name, also that of its directory unless another is given
 * @param question what is asked, in a sentence or two; empty if the file does not say
 * @param environments where the arms are trained, by name
 * @param arms what is compared
 * @param seeds seeds of each arm in each environment
 * @param episodes episodes in which each run is watched before and after training, without noise
 * @param evaluationSeed decides these episodes, the same for all runs
 * @param thresholds returns whose first reaching is counted in environment steps
 * @param comparisons pairs of arms to be compared
 * @param transfer where trained policies are moved to, if the study moves any
 * @param lifetime how trained policies are watched beyond the life that they were trained for, if they are
 */
public record Study(
        String name,
        String question,
        List<Place> environments,
        List<Arm> arms,
        List<Long> seeds,
        int episodes,
        long evaluationSeed,
        List<Double> thresholds,
        List<Comparison> comparisons,
        Optional<Transfer> transfer,
        Optional<LifetimeProtocol> lifetime) {
    /** Copies the lists. */
    public Study {
        environments = List.copyOf(environments);
        arms = List.copyOf(arms);
        seeds = List.copyOf(seeds);
        thresholds = List.copyOf(thresholds);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * An environment under a short name.
     *
     * @param name its name in the study
     * @param environment body and task
     * @param goal return that is as good as one needs there, from which the optimality gap is counted
     */
    public record Place(String name, EnvironmentChoice environment, double goal) {
        /** With a reward of 1 at every step of an episode as the goal, the most that all our bodies' tasks pay. */
        public static Place of(String name, EnvironmentChoice environment) {
            return new Place(name, environment, environment.create().spec().timeLimitSteps());
        }
    }

    /**
     * Two arms to be compared.
     *
     * @param first name of the arm that may be better
     * @param second name of the other
     */
    public record Comparison(String first, String second) {}

    /**
     * Where each trained policy is moved.
     *
     * @param places the environments to move to
     * @param steps environment steps of further training there, and of training from scratch beside it; 0 for none
     * @param isPartial whether to bind what fits where not everything does
     */
    public record Transfer(List<Place> places, long steps, boolean isPartial) {
        /** Copies the list. */
        public Transfer {
            places = List.copyOf(places);
        }
    }

    /** The arm of that name. */
    public Arm arm(String armName) {
        return arms.stream()
                .filter(arm -> arm.name().equals(armName))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("The study has no arm " + armName));
    }
}
