package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.rollout.ActingTrace;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.HostTensor;
import dev.ganglion.agents.tensor.Results;
import dev.ganglion.agents.toy.LeakyProvider;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * Gradients of the whole loss against central differences, for controller, noise and critic. The recurrent cases have
 * episodes that end and begin within a chunk, and chunks that are filled up.
 */
class GradientTest {
    private static final float STEP = 5e-3f;

    @ParameterizedTest
    @CsvSource({
        "mlp:hidden=3, push, 1, off",
        "mlp:hidden=3, choice, 1, off",
        "leaky, push, 4, off",
        "leaky, choice, 4, off",
        "leaky, push, 3, off",
        "leaky, push, 3, gru",
        "mlp:hidden=3, push, 4, gru",
        "mlp:hidden=3, push, 3, lstm"
    })
    void gradient_ofTheTotalLoss_agreesWithDifferences(String controller, String action, int chunk, String memory) {
        EnvironmentSpec environment =
                PointProvider.choice("action=" + action).create().spec();
        ControllerChoice choice = controller.equals("leaky") ? LeakyProvider.choice("") : Controllers.parse(controller);
        // A wide clip keeps the loss smooth where differences are taken.
        PpoConfig config = PpoConfig.of(PpoOptions.SET.parse(Map.of(
                "clip", "5",
                "entropy", "0.1",
                "value-clip", "3",
                "critic-hidden", "3",
                "critic-memory", memory,
                "critic-units", "3",
                "rollout", "16",
                "chunk", Integer.toString(chunk))));
        PpoModel model = PpoModel.of(config, environment, choice.bind(environment), 2);
        var built = GraphSession.build((graph, tf) -> new PpoGraph(graph, tf, model));
        try (GraphSession session = built.session();
                RolloutTensors tensors = new RolloutTensors(model);
                Loss loss = new Loss(session, built.operations(), tensors, model)) {
            SyntheticRollouts.write(model, tensors, new ActingTrace(model.shape()));
            PpoSnapshot start = PpoCheckpoints.initial(model, 11);
            built.operations().controller.load(session, start.controller());
            built.operations().critic.load(session, start.critic());

            List<float[]> gradients = loss.gradients();

            thenAgree("controller", built.operations().controller, start.controller(), gradients.get(0), loss);
            thenAgree("critic", built.operations().critic, start.critic(), gradients.get(1), loss);
        }
    }

    private static void thenAgree(
            String what, AdamVector vector, AdamVector.Content start, float[] gradient, Loss loss) {
        double longest = 0;
        for (float component : gradient) {
            longest = Math.max(longest, Math.abs(component));
        }
        then(longest).as(what).isGreaterThan(1e-3);
        for (int i = 0; i < gradient.length; i++) {
            double difference = (loss.at(vector, start, i, STEP) - loss.at(vector, start, i, -STEP)) / (2 * STEP);
            then((double) gradient[i]).as("%s %d", what, i).isCloseTo(difference, within(2e-3 * Math.max(1, longest)));
        }
        vector.loadValues(loss.session, start.values());
    }

    /** The loss of a whole rollout as one minibatch. */
    private static final class Loss implements AutoCloseable {
        private final GraphSession session;
        private final PpoGraph graph;
        private final RolloutTensors tensors;
        private final TInt32 all;
        private final HostTensor rates = new HostTensor(GradientStep.RATES);

        Loss(GraphSession session, PpoGraph graph, RolloutTensors tensors, PpoModel model) {
            this.session = session;
            this.graph = graph;
            this.tensors = tensors;
            float[] numbers = new float[GradientStep.RATES];
            numbers[GradientStep.CLIP] = (float) model.config().clip();
            rates.write(numbers);
            int[] chunks = new int[model.layout().chunks()];
            Arrays.setAll(chunks, i -> i);
            all = TInt32.vectorOf(chunks);
        }

        List<float[]> gradients() {
            return run(graph.gradients);
        }

        double at(AdamVector vector, AdamVector.Content start, int component, float step) {
            float[] moved = start.values().clone();
            moved[component] += step;
            vector.loadValues(session, moved);
            return run(List.of(graph.total)).get(0)[0];
        }

        private List<float[]> run(List<Output<TFloat32>> fetches) {
            Session.Runner runner = session.runner()
                    .feed(graph.minibatch.chunks, all)
                    .feed(graph.rates, rates.tensor())
                    .feed(graph.oldLogStd, tensors.oldLogStd().tensor());
            tensors.feed(runner::feed, graph.minibatch);
            fetches.forEach(runner::fetch);
            try (Result result = runner.run()) {
                List<float[]> values = new ArrayList<>();
                for (int i = 0; i < fetches.size(); i++) {
                    values.add(Results.floats(result.get(i)));
                }
                return values;
            }
        }

        @Override
        public void close() {
            all.close();
            rates.close();
        }
    }
}
