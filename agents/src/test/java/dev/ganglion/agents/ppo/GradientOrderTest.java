package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.Environments;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.op.Ops;

/**
 * The order in which gradients are summed is that of the graph, not that of addresses: TensorFlow keeps the edges of a
 * node in the order in which they came as long as there are no more than eight (edgeset.h, kInline).
 */
class GradientOrderTest {
    private static final String BODY = "swimmer/swim:joints=3";

    @ParameterizedTest
    @ValueSource(strings = {"rnn:hidden=4", "gru:hidden=4", "lstm:hidden=4", "stpn:hidden=4", "mlp:hidden=4"})
    void totalLoss_ofLongChunks_comesOfOperationsWithFewEdges(String controller) {
        EnvironmentSpec environment = Environments.parse(BODY).create().spec();
        PpoConfig config = PpoConfig.of(PpoOptions.SET.parse(
                Map.of("rollout", "256", "minibatch", "128", "chunk", "64", "critic-memory", "gru")));
        PpoModel model =
                PpoModel.of(config, environment, Controllers.parse(controller).bind(environment), 4);
        try (Graph graph = new Graph()) {
            PpoGraph built = new PpoGraph(graph, Ops.create(graph), model);

            Set<GraphOperation> below = graph.subgraphTo(Set.of(built.total));

            then(below).hasSizeGreaterThan(64);
            then(below)
                    .allSatisfy(operation -> then(operation.numInputs())
                            .as(operation.type() + " " + operation.name())
                            .isLessThanOrEqualTo(8));
        }
    }

    /** Outputs of many steps put together are those of their steps. */
    @ParameterizedTest
    @ValueSource(ints = {9, 20, 64})
    void firstRatio_ofLongChunks_isOne(int chunk) {
        TrainingPlan plan = new TrainingPlan(
                Environments.parse(BODY),
                Controllers.parse("gru:hidden=4"),
                Learners.parse("ppo:rollout=256,minibatch=128,epochs=1,group=2,critic-hidden=8,chunk=" + chunk),
                256,
                3,
                4,
                1);

        List<TrainingEvent.Updated> updates = plan.learner()
                .provider()
                .train(plan, null)
                .ofType(TrainingEvent.Updated.class)
                .toList()
                .blockingGet();

        then(updates).hasSize(1);
        then(updates.get(0).metrics().get("losses/first_ratio_deviation")).isLessThan(1e-4);
    }
}
