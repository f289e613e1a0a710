package dev.ganglion.agents.ppo;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.advantage.Advantages;
import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.normalisation.RewardScaler;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.agents.optimiser.StepSizes;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.rollout.Rollout;
import dev.ganglion.agents.rollout.RolloutActor;
import dev.ganglion.agents.rollout.RolloutAssembler;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.environments.stream.EpisodeProgress;
import dev.ganglion.environments.stream.GroupActor;
import dev.ganglion.environments.stream.StepBatch;
import dev.ganglion.environments.vector.Crew;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One training run's learner: it acts for the groups, turns experience into rollouts, and learns from each in turn.
 *
 * <p>Actors act on the workers' threads while experience is collected. Rollouts and updates come one after the other, and
 * never at the same time as acting unless collecting and learning overlap: then actors act with a copy of the parameters,
 * which changes between two rollouts only. {@link #close} may come from any thread, and waits for an update under way unless
 * that waits for it; then it is closed after the update.
 */
final class PpoLearner implements AutoCloseable {
    private final PpoModel model;
    private final TrainingPlan plan;
    private final GraphSession session;
    private final PpoGraph graph;
    private final RolloutAssembler assembler;
    private final RolloutTensors tensors;
    private final ValuePass values;
    private final KeptSteps steps;
    private final LearnedParameters learnedParameters;
    private final HostTensor rates = new HostTensor(GradientStep.RATES);
    private final Crew crew;
    private final List<RolloutActor> actors = new ArrayList<>();
    private PpoSnapshot current;
    private Checkpoint checkpoint;
    /** How the rollout is acted that is being collected, or is to be collected next. */
    private volatile Acting collectingWith;
    /** How the rollout was acted that is being learned from. */
    private Acting learningFrom;

    private boolean hasLearned;
    private final Guard guard;

    PpoLearner(PpoModel model, TrainingPlan plan, PpoSnapshot from, List<EpisodeProgress> progress) {
        this.model = model;
        this.plan = plan;
        current = from;
        checkpoint = PpoCheckpoints.write(model, plan, from, progress);
        GraphSession.Built<PpoGraph> built = GraphSession.build((graph, tf) -> new PpoGraph(graph, tf, model));
        session = built.session();
        graph = built.operations();
        assembler = new RolloutAssembler(model.shape(), model.stateView());
        tensors = new RolloutTensors(model);
        graph.controller.loadValues(session, from.behaviour().parameters());
        learnedParameters = new LearnedParameters(session, graph);
        learnedParameters.publish();
        graph.controller.load(session, from.controller());
        graph.critic.load(session, from.critic());
        collectingWith = new Acting(from.behaviour(), from.behaviour().exploration(model));
        learningFrom = collectingWith;
        crew = new Crew(plan.workers(), plan.environment().name());
        guard = new Guard(crew::isCurrentThreadAHelper, this::free);
        LearningBeside beside =
                plan.workers() > 1 ? new LearningBeside(crew.helpers().get(0), new Pace(), crew::spareProgress) : null;
        steps = new KeptSteps(session, graph, tensors, rates, beside);
        values = new ValuePass(model, session, graph, beside == null ? null : beside.helper());
    }

    /** The actor of a group; closed with the learner. */
    synchronized GroupActor actor(int group) {
        int first = group * model.config().group();
        int size = Math.min(model.config().group(), model.shape().environments() - first);
        int width = model.shape().state();
        GroupPolicy policy =
                new GroupPolicy(session, graph.acting, size, model.shape().observation(), width);
        System.arraycopy(current.states(), first * width, policy.states(), 0, size * width);
        RolloutActor actor =
                new RolloutActor(model.controller(), policy, () -> collectingWith.exploration, plan.seed());
        actors.add(actor);
        return actor;
    }

    /** Whether the next rollout is collected while it learns from the last one. */
    boolean overlaps() {
        return model.config().overlap();
    }

    /** All threads that collect and learn; closed with the learner. */
    Crew crew() {
        return crew;
    }

    /** Steps of each environment in a rollout. */
    int rolloutSteps() {
        return model.shape().steps();
    }

    /** Environments that act in one batch. */
    int groupSize() {
        return model.config().group();
    }

    /** The run before its next update. */
    TrainingEvent.Started started() {
        return new TrainingEvent.Started(
                current.state().steps(),
                checkpoint,
                new ParameterLayout(model.controller().parameters()).size());
    }

    /** The run after its last update. */
    TrainingEvent.Finished finished() {
        return new TrainingEvent.Finished(checkpoint.steps(), checkpoint);
    }

    /**
     * Between two rollouts, if collecting and learning overlap: the next one is acted with what has been learned by now,
     * while the learner learns from the one that is complete.
     */
    void beginNextRollout() {
        guard.within(() -> {
            learningFrom = collectingWith;
            actWith(learned());
        });
    }

    /** Experience as a rollout; empty once closed. */
    Optional<Rollout> rollout(StepBatch batch) {
        return guard.within(() -> Optional.of(assembled(batch)), Optional.empty());
    }

    /** Learns from a rollout; empty once closed. */
    Optional<TrainingEvent> update(Rollout rollout) {
        return guard.within(() -> Optional.of(learn(rollout)), Optional.empty());
    }

    private Rollout assembled(StepBatch batch) {
        if (!overlaps()) {
            learningFrom = collectingWith;
        }
        return assembler.assemble(
                batch,
                learningFrom.exploration,
                criticView(),
                inputs -> values.of(
                        inputs, current.criticStates(), current.state().returns()));
    }

    private TrainingEvent learn(Rollout rollout) {
        long began = System.nanoTime();
        PpoConfig config = model.config();
        PpoState state = current.state();

        RewardScaler rewards = config.scaleRewards()
                ? state.rewards().seen(rollout.experience().rewards(), rollout.ends(), config.gamma())
                : state.rewards();
        Advantages advantages = Advantages.estimate(
                rewards(rollout, rewards),
                rollout.values(),
                rollout.nextValues(),
                rollout.ends(),
                model.shape().environments(),
                config.gamma(),
                config.lambda());
        ReturnNormaliser returns = config.normaliseReturns()
                ? rescaleCritic(state.returns(), state.returns().seen(advantages.returns()))
                : state.returns();
        tensors.write(
                rollout,
                RolloutTensors.Targets.of(config, advantages, returns, rollout),
                learned().logStd());

        double lag = overlaps() ? tensors.countFrom(ProximalPolicy.of(model, session, graph, tensors, rates)) : 0;

        double remaining = PpoState.remaining(state.steps(), plan.steps());
        StepSizes stepSizes = config.schedule() == PpoConfig.Schedule.LINEAR
                ? state.stepSizes().linear(remaining)
                : state.stepSizes();
        PpoEpochs epochs =
                new PpoEpochs(model, session, graph, tensors, rates, config.clip(remaining), stepSizes, state.clock());
        UpdateReport report = steps.take(some -> epochs.run(some, plan.seed(), state.update()));
        report.requireProgress(state.update() + 1);

        PpoState next = new PpoState(
                state.update() + 1,
                state.steps() + model.shape().size(),
                epochs.clock(),
                config.schedule() == PpoConfig.Schedule.ADAPTIVE ? epochs.stepSizes() : state.stepSizes(),
                state.normaliser().seen(rollout.rawCriticInputs()),
                returns,
                rewards);
        current = new PpoSnapshot(
                next,
                boundNoise(learnedParameters.controller()),
                learnedParameters.critic(),
                rollout.trace().lastStates(),
                rollout.criticMemory().last(),
                collectingWith.policy);
        if (!overlaps()) {
            actWith(learned());
            current = current.actedWith(collectingWith.policy);
        }
        checkpoint =
                PpoCheckpoints.write(model, plan, current, rollout.experience().progress());
        TrainingEvent event = new TrainingEvent.Updated(
                next.steps(),
                next.update(),
                PpoMetrics.of(
                        rollout,
                        advantages,
                        report,
                        epochs.stepSizes(),
                        learned().std(),
                        overlaps() ? OptionalDouble.of(lag) : OptionalDouble.empty(),
                        new PpoMetrics.Seconds(
                                rollout.trace().seconds(),
                                (System.nanoTime() - began) * 1e-9,
                                overlaps() && crew.size() > 1 && hasLearned)),
                rollout.experience().endings(),
                checkpoint);
        hasLearned = true;
        return event;
    }

    /** The policy as it is learned. */
    private BehaviourPolicy learned() {
        return BehaviourPolicy.of(model, current.state(), current.controller().values(), plan.steps());
    }

    private void actWith(BehaviourPolicy policy) {
        learnedParameters.publish();
        collectingWith = new Acting(policy, policy.exploration(model));
    }

    /** How the critic sees a rollout: by the statistics with which it was acted, as the training graph may hold one view. */
    private RowNormaliser criticView() {
        return model.config().normaliseCritic()
                ? learningFrom.policy.normaliser().toRows()
                : RowNormaliser.identity(model.criticWidth());
    }

    /** Brings standard deviations that were learned beyond their limits back to them. */
    private AdamVector.Content boundNoise(AdamVector.Content content) {
        float[] values = model.withNoiseInBounds(content.values());
        if (!Arrays.equals(values, content.values())) {
            graph.controller.loadValues(session, values);
        }
        return new AdamVector.Content(values, content.mean(), content.square());
    }

    private ReturnNormaliser rescaleCritic(ReturnNormaliser before, ReturnNormaliser after) {
        graph.critic.loadValues(session, model.rescaledCritic(current.critic().values(), before, after));
        return after;
    }

    private static float[] rewards(Rollout rollout, RewardScaler scaler) {
        return scaler.moments().count() == 0
                ? rollout.experience().rewards()
                : scaler.scaled(rollout.experience().rewards());
    }

    /**
     * How a rollout is acted.
     *
     * @param policy with what
     * @param exploration the same as actors take it, with the rollout's trace
     */
    private record Acting(BehaviourPolicy policy, RolloutActor.Exploration exploration) {}

    @Override
    public void close() {
        guard.close();
    }

    private synchronized void free() {
        crew.close();
        actors.forEach(RolloutActor::close);
        steps.close();
        learnedParameters.close();
        tensors.close();
        rates.close();
        session.close();
    }
}
