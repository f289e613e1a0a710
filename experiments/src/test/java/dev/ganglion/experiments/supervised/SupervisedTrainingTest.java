package dev.ganglion.experiments.supervised;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.controllers.Controllers;
import dev.ganglion.environments.options.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupervisedTrainingTest {
    @Test
    void train_productOfTwo_isLearned() {
        SupervisedEvent.Finished end = finished(train("function-approximation:function=product", "mlp:hidden=32", 30));
        then(end.score()).isLessThan(0.5);
        then(end.updates()).isEqualTo(30 * (500 / 32));
        then(end.parameters()).isEqualTo(2 * 32 + 32 + 32 + 1);
    }

    @Test
    void train_sameSeed_givesTheSameBits() {
        List<SupervisedEvent> once = train("function-approximation:function=wave", "circuitnet:units=2,neurons=4", 3);
        List<SupervisedEvent> again = train("function-approximation:function=wave", "circuitnet:units=2,neurons=4", 3);
        then(once.subList(0, 3)).isEqualTo(again.subList(0, 3));
        then(finished(once).score()).isEqualTo(finished(again).score());
    }

    @ParameterizedTest
    @ValueSource(strings = {"stpn:hidden=4", "lstm:hidden=4", "modplast:hidden=4"})
    void train_sequences_lowersTheLossAndMeasuresEnergy(String controller) {
        List<SupervisedEvent> events = train("associative-retrieval", controller, 2);
        SupervisedEvent.Epoch first = (SupervisedEvent.Epoch) events.get(0);
        SupervisedEvent.Epoch second = (SupervisedEvent.Epoch) events.get(1);
        then(second.loss()).isLessThan(first.loss()).isLessThan(Math.log(37));
        then(finished(events).measures()).containsOnlyKeys("energy");
        then(finished(events).measures().get("energy")).isPositive();
    }

    @Test
    void train_controllerThatDoesNotFit_isRefused() {
        thenThrownBy(() -> train("associative-retrieval", "ncap", 1)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void parse_tasks_areFoundByName() {
        then(SupervisedTasks.parse("function-approximation")).hasSize(TestFunction.values().length);
        then(SupervisedTasks.parse("associative-retrieval").get(0).standard().training())
                .isEqualTo(100_000);
        thenThrownBy(() -> SupervisedTasks.parse("asociative-retrieval"))
                .hasMessageContaining("did you mean 'associative-retrieval'");
        thenThrownBy(() -> SupervisedTasks.parse("function-approximation:function=wafe"))
                .hasMessageContaining("did you mean 'wave'");
    }

    private static List<SupervisedEvent> train(String task, String controller, int epochs) {
        SupervisedPlan plan = new SupervisedPlan(
                SupervisedTasks.parse(task).get(0), Controllers.parse(controller), epochs, 500, 32, 3e-3, 1);
        return SupervisedTraining.train(plan).toList().blockingGet();
    }

    private static SupervisedEvent.Finished finished(List<SupervisedEvent> events) {
        return (SupervisedEvent.Finished) events.get(events.size() - 1);
    }
}
