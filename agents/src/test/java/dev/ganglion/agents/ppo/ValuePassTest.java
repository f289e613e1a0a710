package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.normalisation.ReturnNormaliser;
import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.rollout.CriticInputs;
import dev.ganglion.agents.rollout.CriticValues;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.vector.Helper;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TInt32;

/** A critic that remembers, over eight steps of two environments in chunks of three, the last of which is filled up. */
class ValuePassTest {
    private static final int STEPS = 8;
    private static final int ENVIRONMENTS = 2;
    private static final int WIDTH = 2;
    private static final Offset<Float> ROUNDING = within(1e-5f);

    /** Episodes start at the third step of the first environment and at the seventh of the second. */
    private static final int FIRST_START = 2 * ENVIRONMENTS;

    private static final int SECOND_START = 6 * ENVIRONMENTS + 1;

    @ParameterizedTest
    @ValueSource(strings = {"gru", "lstm"})
    void of_aRollout_givesTheValuesThatItsReplayGives(String memory) {
        try (Critic critic = new Critic(memory)) {
            CriticValues values = critic.values(critic.inputs, before(critic, 0.3f));

            float[] replayed = critic.replayed(values);

            for (int time = 0; time < STEPS; time++) {
                for (int i = 0; i < ENVIRONMENTS; i++) {
                    then(replayed[critic.model.layout().position(time, i)])
                            .as("step %d of environment %d", time, i)
                            .isCloseTo(values.values()[time * ENVIRONMENTS + i], ROUNDING);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "lstm"})
    void of_anEpisode_doesNotDependOnTheOneBefore(String memory) {
        try (Critic critic = new Critic(memory)) {
            float[] one = critic.values(critic.inputs, before(critic, 0)).values();
            float[] other = critic.values(critic.inputs, before(critic, 0.9f)).values();

            then(other[0]).isNotCloseTo(one[0], ROUNDING);
            then(other[FIRST_START - ENVIRONMENTS]).isNotCloseTo(one[FIRST_START - ENVIRONMENTS], ROUNDING);
            for (int time = 2; time < STEPS; time++) {
                then(other[time * ENVIRONMENTS]).isEqualTo(one[time * ENVIRONMENTS]);
            }
            then(other[SECOND_START - ENVIRONMENTS]).isNotEqualTo(one[SECOND_START - ENVIRONMENTS]);
            then(other[SECOND_START]).isEqualTo(one[SECOND_START]);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gru", "lstm"})
    void of_whatComesAfterAStep_isItsValueInTheStateAfterThatStep(String memory) {
        try (Critic critic = new Critic(memory)) {
            // What comes after step 3 of environment 0 is here what is seen at step 4, and the last is seen again
            // later.
            float[] rows = Arrays.copyOf(critic.inputs.rows(), (STEPS * ENVIRONMENTS + 3) * WIDTH);
            System.arraycopy(rows, 4 * ENVIRONMENTS * WIDTH, rows, STEPS * ENVIRONMENTS * WIDTH, WIDTH);
            System.arraycopy(rows, 0, rows, (STEPS * ENVIRONMENTS + 1) * WIDTH, ENVIRONMENTS * WIDTH);
            int[] after = {3 * ENVIRONMENTS, 7 * ENVIRONMENTS, 7 * ENVIRONMENTS + 1};

            CriticValues first =
                    critic.values(new CriticInputs(rows, critic.inputs.starts(), after), before(critic, 0));
            CriticValues next = critic.values(critic.inputs, first.memory().last());

            int end = STEPS * ENVIRONMENTS;
            then(first.values()[end]).isCloseTo(first.values()[4 * ENVIRONMENTS], ROUNDING);
            then(first.values()[end + 1]).isCloseTo(next.values()[0], ROUNDING);
            then(first.values()[end + 2]).isCloseTo(next.values()[1], ROUNDING);
        }
    }

    @Test
    void of_manyRows_isTheSameOnOneThreadAndOnTwo() {
        try (Critic critic = new Critic("off");
                Helper second = new Helper("second")) {
            float[] rows = new float[5000 * WIDTH];
            RandomGenerator random = RandomStreams.named(3, "rows");
            for (int i = 0; i < rows.length; i++) {
                rows[i] = (float) random.nextGaussian();
            }
            CriticInputs many = new CriticInputs(rows, new boolean[5000], new int[0]);

            float[] values = critic.values(many, new float[0]).values();

            then(critic.values(many, new float[0], second).values()).isEqualTo(values);
            // The same row alone is multiplied in another way, so its last bits may differ.
            float[] last = Arrays.copyOfRange(rows, 4999 * WIDTH, 5000 * WIDTH);
            then(critic.values(new CriticInputs(last, new boolean[1], new int[0]), new float[0])
                            .values()[0])
                    .isCloseTo(values[4999], ROUNDING);
            then(values).doesNotContain(0);
        }
    }

    private static float[] before(Critic critic, float state) {
        float[] states = new float[critic.model.criticStates()];
        Arrays.fill(states, state);
        return states;
    }

    /** A critic with its first parameters, and a rollout of random numbers. */
    private static final class Critic implements AutoCloseable {
        private final PpoModel model;
        private final CriticInputs inputs;
        private final GraphSession session;
        private final PpoGraph graph;

        Critic(String memory) {
            PpoConfig config = PpoConfig.of(PpoOptions.SET.parse(Map.of(
                    "rollout", Integer.toString(STEPS * ENVIRONMENTS),
                    "chunk", "3",
                    "critic-hidden", "4",
                    "critic-memory", memory,
                    "critic-units", "5")));
            EnvironmentSpec environment = PointProvider.choice("").create().spec();
            model = PpoModel.of(
                    config, environment, Controllers.parse("mlp:hidden=2").bind(environment), ENVIRONMENTS);
            GraphSession.Built<PpoGraph> built = GraphSession.build((nodes, tf) -> new PpoGraph(nodes, tf, model));
            session = built.session();
            graph = built.operations();
            graph.critic.load(session, PpoCheckpoints.initial(model, 5).critic());
            graph.controller.load(session, PpoCheckpoints.initial(model, 5).controller());
            boolean[] starts = new boolean[STEPS * ENVIRONMENTS];
            starts[FIRST_START] = true;
            starts[SECOND_START] = true;
            inputs = new CriticInputs(normal(STEPS * ENVIRONMENTS * WIDTH), starts, new int[0]);
        }

        private static float[] normal(int count) {
            RandomGenerator random = RandomStreams.named(12, "rows");
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        }

        CriticValues values(CriticInputs asked, float[] before) {
            return values(asked, before, null);
        }

        CriticValues values(CriticInputs asked, float[] before, @Nullable Helper second) {
            return new ValuePass(model, session, graph, second).of(asked, before, ReturnNormaliser.empty());
        }

        /** Values of every step of every chunk, as an update computes them. */
        float[] replayed(CriticValues from) {
            int[] chunks = new int[model.layout().chunks()];
            Arrays.setAll(chunks, i -> i);
            try (RolloutTensors tensors = new RolloutTensors(model);
                    HostTensor rates = HostTensor.of(new float[GradientStep.RATES], GradientStep.RATES);
                    TInt32 all = TInt32.vectorOf(chunks)) {
                SyntheticRollouts.write(model, tensors, new ActingTrace(model.shape()), inputs.rows(), from.memory());
                Session.Runner runner = session.runner()
                        .feed(graph.minibatch.chunks, all)
                        .feed(graph.rates, rates.tensor())
                        .feed(graph.oldLogStd, tensors.oldLogStd().tensor())
                        .fetch(graph.newValues);
                tensors.feed(runner::feed, graph.minibatch);
                try (Result result = runner.run()) {
                    return Results.floats(result.get(0));
                }
            }
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
