package dev.ganglion.agents.evolution;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.agents.Learners;
import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checkpoints of searches whose bytes are sound and whose content is not. */
class DamagedSearchTest {
    private static TrainingPlan plan(String learner) {
        return new TrainingPlan(
                PointProvider.choice(""), Controllers.parse("mlp:hidden=2"), Learners.parse(learner), 1, 1, 1, 1);
    }

    private static Checkpoint trained(TrainingPlan plan) {
        return plan.learner()
                .provider()
                .train(plan, null)
                .ofType(TrainingEvent.Finished.class)
                .blockingFirst()
                .checkpoint();
    }

    private static void thenRefused(String learner, String name, double... values) {
        TrainingPlan plan = plan(learner);
        Checkpoint whole = trained(plan);
        Map<String, double[]> damaged = new LinkedHashMap<>(whole.values());
        then(damaged.put(name, values))
                .as("%s among %s", name, whole.values().keySet())
                .isNotNull();
        plan.learner()
                .provider()
                .train(plan, whole.withValues(damaged))
                .test()
                .assertError(InvalidInputException.class);
    }

    @Test
    void train_fromASearchWithoutAge_isRefused() {
        thenRefused("es:population=4", "generations/age");
    }

    @Test
    void train_fromAPopulationWithoutParents_isRefused() {
        thenRefused("ga:population=4,elite=1", "search/parents", 0);
    }
}
