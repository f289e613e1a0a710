package dev.ganglion.agents.ppo;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.advantage.Advantages;
import dev.ganglion.agents.distribution.ActionDistribution;
import dev.ganglion.agents.distribution.Categorical;
import dev.ganglion.agents.distribution.DiagonalGaussian;
import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.normalisation.RewardScaler;
import dev.ganglion.agents.normalisation.RowNormaliser;
import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.agents.optimiser.StepSizes;
import dev.ganglion.agents.policy.GroupPolicy;
import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.rollout.Rollout;
import dev.ganglion.agents.rollout.RolloutActor;
import dev.ganglion.agents.rollout.RolloutAssembler;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.environments.stream.EpisodeProgress;
import dev.ganglion.environments.stream.GroupActor;
import dev.ganglion.environments.stream.StepBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One training run's learner: it acts for the groups, turns experience into rollouts, and learns from each in turn.
 *
 * <p>Actors act on the workers' threads while experience is collected; rollouts and updates come one after the other,
 * never at the same time as acting. {@link #close} may come from any thread and waits for an update under way.
 */
final class PpoLearner implements AutoCloseable {
    private final PpoModel model;
    private final TrainingPlan plan;
    private final GraphSession session;
    private final PpoGraph graph;
    private final RolloutAssembler assembler;
    private final RolloutTensors tensors;
    private final ValuePass values;
    private final HostTensor rates = new HostTensor(GradientStep.RATES);
    /** Learns beside the thread that asks for updates, with more than one worker. */
    private final PpoEpochs.@Nullable Beside beside;

    private final List<RolloutActor> actors = new ArrayList<>();
    private PpoSnapshot current;
    private Checkpoint checkpoint;
    private volatile RolloutActor.Exploration exploration;
    private boolean closed;

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
        graph.controller.load(session, from.controller());
        graph.critic.load(session, from.critic());
        exploration = explore();
        beside = plan.workers() > 1
                ? new PpoEpochs.Beside(new SecondThread("learner beside seed " + plan.seed()), new Pace())
                : null;
        values = new ValuePass(model, session, graph, beside == null ? null : beside.thread());
    }

    /** The actor of a group; closed with the learner. */
    synchronized GroupActor actor(int group) {
        int first = group * model.config().group();
        int size = Math.min(model.config().group(), model.shape().environments() - first);
        int width = model.shape().state();
        GroupPolicy policy =
                new GroupPolicy(session, graph.acting, size, model.shape().observation(), width);
        System.arraycopy(current.states(), first * width, policy.states(), 0, size * width);
        RolloutActor actor = new RolloutActor(model.controller(), policy, () -> exploration, plan.seed());
        actors.add(actor);
        return actor;
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
    synchronized TrainingEvent.Finished finished() {
        return new TrainingEvent.Finished(checkpoint.steps(), checkpoint);
    }

    /** Experience as a rollout; empty once closed. */
    synchronized Optional<Rollout> rollout(StepBatch batch) {
        return closed
                ? Optional.empty()
                : Optional.of(assembler.assemble(
                        batch,
                        exploration,
                        criticView(),
                        inputs -> values.of(
                                inputs, current.criticStates(), current.state().returns())));
    }

    /** Learns from a rollout; empty once closed. */
    synchronized Optional<TrainingEvent> update(Rollout rollout) {
        return closed ? Optional.empty() : Optional.of(learn(rollout));
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
        tensors.write(rollout, targets(advantages, returns, rollout), logStd());

        double remaining = PpoState.remaining(state.steps(), plan.steps());
        StepSizes stepSizes = config.schedule() == PpoConfig.Schedule.LINEAR
                ? state.stepSizes().linear(remaining)
                : state.stepSizes();
        PpoEpochs epochs = new PpoEpochs(
                model, session, graph, tensors, rates, beside, config.clip(remaining), stepSizes, state.clock());
        UpdateReport report;
        try (epochs) {
            report = epochs.run(plan.seed(), state.update());
        }
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
                boundNoise(graph.controller.read(session)),
                graph.critic.read(session),
                rollout.trace().lastStates(),
                rollout.criticMemory().last());
        checkpoint =
                PpoCheckpoints.write(model, plan, current, rollout.experience().progress());
        exploration = explore();
        return new TrainingEvent.Updated(
                next.steps(),
                next.update(),
                PpoMetrics.of(
                        rollout,
                        advantages,
                        report,
                        epochs.stepSizes(),
                        std(),
                        rollout.trace().seconds(),
                        (System.nanoTime() - began) * 1e-9),
                rollout.experience().endings(),
                checkpoint);
    }

    private RolloutActor.Exploration explore() {
        session.runner().addTarget(graph.acting.publish()).run().close();
        ActionDistribution distribution = model.stdSize() > 0
                ? new DiagonalGaussian(std())
                : new Categorical(model.shape().outputs());
        RowNormaliser view = model.normalisesController()
                ? current.state().normaliser().toRows().first(model.shape().observation())
                : RowNormaliser.identity(model.shape().observation());
        return new RolloutActor.Exploration(view, distribution, new ActingTrace(model.shape()));
    }

    private RowNormaliser criticView() {
        return model.config().normaliseCritic()
                ? current.state().normaliser().toRows()
                : RowNormaliser.identity(model.criticWidth());
    }

    /** Logarithms of the standard deviations, which lie behind the controller's parameters if they are learned. */
    private float[] logStd() {
        if (!model.config().stdLearned()) {
            return model.logStd(PpoState.remaining(current.state().steps(), plan.steps()));
        }
        float[] vector = current.controller().values();
        return Arrays.copyOfRange(vector, vector.length - model.stdSize(), vector.length);
    }

    private double[] std() {
        float[] logStd = logStd();
        double[] std = new double[logStd.length];
        Arrays.setAll(std, i -> Math.exp(logStd[i]));
        return std;
    }

    /** Brings standard deviations that were learned beyond their limits back to them. */
    private AdamVector.Content boundNoise(AdamVector.Content content) {
        float[] values = content.values().clone();
        float low = (float) Math.log(model.config().stdFloor());
        float high = (float) Math.log(model.config().stdCeiling());
        int learned = model.config().stdLearned() ? model.stdSize() : 0;
        for (int i = values.length - learned; i < values.length; i++) {
            values[i] = Math.max(low, Math.min(high, values[i]));
        }
        if (!Arrays.equals(values, content.values())) {
            graph.controller.loadValues(session, values);
        }
        return new AdamVector.Content(values, content.mean(), content.square());
    }

    /** Corrects the critic's last layer for new statistics of the returns, so that its values stay the same. */
    private ReturnNormaliser rescaleCritic(ReturnNormaliser before, ReturnNormaliser after) {
        float[] values = current.critic().values().clone();
        int bias = values.length - 1;
        int width =
                model.config().criticHidden().get(model.config().criticHidden().size() - 1);
        for (int i = bias - width; i < bias; i++) {
            values[i] = (float) before.rescaledWeight(values[i], after);
        }
        values[bias] = (float) before.rescaledBias(values[bias], after);
        graph.critic.loadValues(session, values);
        return after;
    }

    private static float[] rewards(Rollout rollout, RewardScaler scaler) {
        return scaler.moments().count() == 0
                ? rollout.experience().rewards()
                : scaler.scaled(rollout.experience().rewards());
    }

    private RolloutTensors.Targets targets(Advantages advantages, ReturnNormaliser returns, Rollout rollout) {
        Advantages scaled = model.config().advantages() == PpoConfig.AdvantageScaling.BATCH
                ? advantages.standardised()
                : advantages;
        int size = model.shape().size();
        float[] advantage = new float[size];
        float[] target = new float[size];
        float[] value = new float[size];
        for (int i = 0; i < size; i++) {
            advantage[i] = (float) scaled.advantages()[i];
            target[i] = (float) returns.normalise(advantages.returns()[i]);
            value[i] = (float) returns.normalise(rollout.values()[i]);
        }
        return new RolloutTensors.Targets(advantage, target, value);
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (beside != null) {
                beside.thread().close();
            }
            actors.forEach(RolloutActor::close);
            tensors.close();
            rates.close();
            session.close();
        }
    }
}
