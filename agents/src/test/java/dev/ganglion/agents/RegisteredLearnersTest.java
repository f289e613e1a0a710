package dev.ganglion.agents;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.toy.PointProvider;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Option;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered learner must keep to. */
class RegisteredLearnersTest {
    static Stream<LearnerProvider> learners() {
        return Learners.all().stream();
    }

    @Test
    void all_haveNamesOfTheirOwn() {
        then(learners().map(LearnerProvider::name)).containsExactly("ars", "cma-es", "es", "ga", "ppo");
    }

    @ParameterizedTest
    @MethodSource("learners")
    void options_haveDefaultsThatTheyTake_andASentenceOfHelp(LearnerProvider learner) {
        then(learner.name()).matches("[a-z][a-z0-9-]*");
        then(learner.summary()).endsWith(".").doesNotContain("\n");
        then(learner.options().owner()).isEqualTo(learner.name());
        then(learner.options().defaults().canonicalName()).isEqualTo(learner.name());
        for (Option option : learner.options().list()) {
            then(option.parse(option.defaultText())).as(option.key()).isEqualTo(option.defaultText());
            then(option.key()).matches("[a-z][a-z0-9-]*");
            then(option.help()).as(option.key()).endsWith(".");
        }
    }

    @ParameterizedTest
    @MethodSource("learners")
    void unknownOptions_areRefusedByName(LearnerProvider learner) {
        thenThrownBy(() -> Learners.parse(learner.name() + ":nonsense=1"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(learner.name() + " has no option 'nonsense'");
    }

    @ParameterizedTest
    @MethodSource("learners")
    void train_tellsItsBeginningItsUpdatesAndItsEnd(LearnerProvider learner) {
        TrainingPlan plan = new TrainingPlan(
                PointProvider.choice(""),
                Controllers.parse("mlp:hidden=4"),
                Learners.parse(learner.name()),
                200,
                1,
                4,
                1);

        List<TrainingEvent> events = learner.train(plan, null).toList().blockingGet();

        TrainingEvent.Started started = (TrainingEvent.Started) events.get(0);
        then(started.steps()).isZero();
        then(started.parameters()).isEqualTo(17);
        TrainingEvent.Finished finished = (TrainingEvent.Finished) events.get(events.size() - 1);
        then(finished.steps()).isGreaterThanOrEqualTo(200);
        then(finished.checkpoint().learner()).isEqualTo(learner.name());
        then(finished.checkpoint().value("controller/layer-0/weights")).hasSize(8);
        then(events.subList(1, events.size() - 1)).isNotEmpty().allSatisfy(event -> {
            TrainingEvent.Updated updated = (TrainingEvent.Updated) event;
            then(updated.metrics()).containsKeys("charts/episode_return", "charts/reward", "time/environments");
            then(updated.steps()).isEqualTo(updated.checkpoint().steps());
        });
    }

    @ParameterizedTest
    @MethodSource("learners")
    void train_noSteps_isTheBeginning(LearnerProvider learner) {
        TrainingPlan plan = new TrainingPlan(
                PointProvider.choice(""),
                Controllers.parse("mlp:hidden=4"),
                Learners.parse(learner.name()),
                0,
                1,
                4,
                1);

        then(learner.train(plan, null).toList().blockingGet()).hasSize(2);
    }
}
