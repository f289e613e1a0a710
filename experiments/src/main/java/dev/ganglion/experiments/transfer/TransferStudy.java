package dev.ganglion.experiments.transfer;

import dev.ganglion.agents.evaluation.Evaluation;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.TrainingSession;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.picture.LearningCurve;
import dev.ganglion.experiments.run.RunDirectory;
import dev.ganglion.experiments.run.RunFolder;
import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.statistics.LearningArea;
import dev.ganglion.experiments.statistics.StepsToThreshold;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Moves a policy to another body or task: watches it there as it is, then trains it further, and another from scratch
 * beside it.
 *
 * <p>The measures are those of Taylor and Stone 2009, "Transfer learning for reinforcement learning domains: a survey".
 */
public final class TransferStudy {
    private final TransferPlan plan;
    private final RunConfig config;
    private final TransferredPolicy policy;

    private TransferStudy(TransferPlan plan) {
        this.plan = plan;
        config = plan.config();
        policy = TransferredPolicy.bind(plan.source(), config.plan(), plan.isPartial());
    }

    /**
     * Binds the policy to the target.
     *
     * @throws InvalidInputException if it does not fit
     */
    public static TransferStudy of(TransferPlan plan) {
        return new TransferStudy(plan);
    }

    /** Watches the policy at the source and on the target, and an untrained controller beside it. */
    public TransferResult watch() {
        ControllerChoice controller = config.plan().controller();
        return new TransferResult(
                policy,
                plan.source().evaluate(plan.evaluation()),
                evaluate(new Behaviour.Trained(controller, policy.checkpoint())),
                evaluate(new Behaviour.Untrained(controller, config.plan().seed())),
                Optional.empty());
    }

    private Evaluation evaluate(Behaviour behaviour) {
        return Evaluator.evaluate(plan.target(), behaviour, plan.evaluation());
    }

    /**
     * Trains the policy further, and another from scratch for as many steps.
     *
     * @param watched what {@link #watch} found
     * @param path new directory for both runs
     * @param listeners makes a listener for each
     * @param stop asked after each update whether to stop there
     * @return the same with what training came to
     * @throws InvalidInputException if the directory holds something already or cannot be written
     */
    public TransferResult train(
            TransferResult watched, Path path, Supplier<? extends SessionListener> listeners, BooleanSupplier stop) {
        RunFolder folder = RunFolder.create(path);
        Path tuned = folder.run("fine-tuned");
        Path scratch = folder.run("from-scratch");
        Summary further = TrainingSession.trainFrom(
                config, policy.beginning(plan.source(), tuned), tuned, Watching.STANDARD, listeners.get(), stop);
        if (further.status() != Summary.Status.FINISHED) {
            return watched;
        }
        Summary anew = TrainingSession.train(config, scratch, Watching.STANDARD, listeners.get(), stop);
        if (anew.status() != Summary.Status.FINISHED) {
            return watched;
        }
        double goal = watched.source().mean();
        return new TransferResult(
                policy,
                watched.source(),
                watched.zeroShot(),
                watched.untrained(),
                Optional.of(new TransferResult.FineTuning(arm(tuned, further, goal), arm(scratch, anew, goal))));
    }

    private static TransferResult.Arm arm(Path path, Summary summary, double goal) {
        List<LearningCurve.Episode> curve = new RunDirectory(path).updateReturns();
        long[] steps = curve.stream().mapToLong(LearningCurve.Episode::steps).toArray();
        double[] returns =
                curve.stream().mapToDouble(LearningCurve.Episode::episodeReturn).toArray();
        return new TransferResult.Arm(
                path,
                summary.steps(),
                summary.after().orElseThrow().returnMean(),
                steps.length == 0
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(LearningArea.mean(steps, returns, summary.steps())),
                StepsToThreshold.of(steps, returns, goal, summary.steps()));
    }
}
