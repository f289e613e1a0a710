package dev.ganglion.agents.ppo;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.LearnerProvider;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.rollout.Rollout;
import dev.ganglion.controllers.Controller;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.OptionSet;
import dev.ganglion.environments.stream.Experience;
import dev.ganglion.environments.stream.ExperiencePlan;
import dev.ganglion.environments.stream.StepBatch;
import io.reactivex.rxjava3.annotations.BackpressureKind;
import io.reactivex.rxjava3.annotations.BackpressureSupport;
import io.reactivex.rxjava3.annotations.SchedulerSupport;
import io.reactivex.rxjava3.core.Flowable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Registers {@code ppo}. */
public final class PpoProvider implements LearnerProvider {
    @Override
    public String name() {
        return "ppo";
    }

    @Override
    public String summary() {
        return "Proximal policy optimisation: gradient steps on fresh experience, clipped where they would go too far.";
    }

    @Override
    public OptionSet options() {
        return PpoOptions.SET;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Experience is collected and learned from in turn, or at the same time with {@code overlap=on}. The run ends with
     * the first rollout that reaches the plan's steps.
     */
    @Override
    public Flowable<TrainingEvent> train(TrainingPlan plan, @Nullable Checkpoint from) {
        return Flowable.using(() -> open(plan, from), learner -> events(plan, from, learner), PpoLearner::close, false);
    }

    private static PpoLearner open(TrainingPlan plan, @Nullable Checkpoint from) {
        EnvironmentSpec environment = plan.environment().create().spec();
        Controller controller = plan.controller().bind(environment);
        PpoConfig config = PpoConfig.of(plan.learner().options());
        PpoModel model = PpoModel.of(config, environment, controller, plan.environments());
        return from == null
                ? new PpoLearner(model, plan, PpoCheckpoints.initial(model, plan.seed()), List.of())
                : new PpoLearner(model, plan, PpoCheckpoints.read(model, plan, from), from.progress());
    }

    private static Flowable<TrainingEvent> events(TrainingPlan plan, @Nullable Checkpoint from, PpoLearner learner) {
        int steps = learner.rolloutSteps();
        long taken = from == null ? 0 : from.steps();
        long perRollout = (long) steps * plan.environments();
        long rollouts = Math.max(0, (plan.steps() - taken + perRollout - 1) / perRollout);
        ExperiencePlan experience = new ExperiencePlan(
                plan.environment(),
                plan.environments(),
                learner.groupSize(),
                plan.workers(),
                steps,
                plan.seed(),
                from == null ? 0 : from.update(),
                from == null ? List.of() : from.progress());
        Flowable<TrainingEvent> updates =
                rollouts(experience, rollouts, learner).take(rollouts).mapOptional(learner::update);
        return Flowable.concat(Flowable.just(learner.started()), updates, Flowable.fromCallable(learner::finished));
    }

    /**
     * Experience folded into rollouts, with log-probabilities, values and states. Each rollout is acted with the policy
     * that the last update left, since nothing is simulated before it is requested; or, if collecting and learning overlap,
     * with the policy that the update before left.
     *
     * <dl>
     *   <dt><b>Backpressure:</b>
     *   <dd>Honoured: one batch of experience is requested for each rollout, and at most one more collected.
     *   <dt><b>Scheduler:</b>
     *   <dd>None: rollouts come on the thread that requests them, which steps environments together with its helpers.
     *   <dt><b>Errors:</b>
     *   <dd>A fault in an environment or a worker comes as one error, with the environment's index and seed.
     * </dl>
     */
    @BackpressureSupport(BackpressureKind.FULL)
    @SchedulerSupport(SchedulerSupport.NONE)
    private static Flowable<Rollout> rollouts(ExperiencePlan plan, long count, PpoLearner learner) {
        Flowable<StepBatch> experience = learner.overlaps()
                ? Experience.ahead(plan, count, learner::actor, learner.crew(), learner::beginNextRollout)
                : Experience.stream(plan, learner::actor, learner.crew());
        return experience.mapOptional(learner::rollout);
    }
}
