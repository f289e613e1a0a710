package dev.ganglion.agents.evolution;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.agents.Learners;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneticAlgorithmTest {
    private static final long SEED = 5;
    private static final Generation FOURTH = new Generation(3, 3, 1, new Noise(SEED));

    @Test
    void candidates_areTheParentsAndTheirMutatedChildren() {
        GeneticAlgorithm ga = ga("population=5,elite=2,mutation=0.5,mutation-decay=0.9");
        GeneticAlgorithm.State state = new GeneticAlgorithm.State(List.of(new double[] {1}, new double[] {10}));

        then(ga.candidates(state, FOURTH).apply(0)).containsExactly(1);
        then(ga.candidates(state, FOURTH).apply(1)).containsExactly(10);
        for (int child = 2; child < 5; child++) {
            int parent = RandomStreams.named(SEED, "run/generation/3/parent/" + child)
                    .nextInt(2);
            double change = RandomStreams.named(SEED, "run/generation/3/mutation/" + child)
                    .nextGaussian();
            then(ga.candidates(state, FOURTH).apply(child))
                    .containsExactly((parent == 0 ? 1 : 10) + 0.5 * Math.pow(0.9, 3) * change);
        }
    }

    @Test
    void firstGeneration_isTheStartAndItsChildren() {
        GeneticAlgorithm ga = ga("population=4,elite=3");
        GeneticAlgorithm.State state = ga.begin(new double[] {1, 2});

        then(ga.candidates(state, FOURTH).apply(0)).containsExactly(1, 2);
        then(ga.candidates(state, FOURTH).apply(1)).isNotEqualTo(new double[] {1, 2});
    }

    @Test
    void learn_keepsTheBestInTheirOrder_theEarlierOfEqualOnesFirst() {
        GeneticAlgorithm ga = ga("population=5,elite=3");
        GeneticAlgorithm.State state = new GeneticAlgorithm.State(List.of(new double[] {1}, new double[] {10}));

        SearchMethod.Learned<GeneticAlgorithm.State> learned = ga.learn(state, FOURTH, new double[] {4, 7, 2, 7, 3});

        then(learned.state().parents()).hasSize(3);
        then(learned.state().parents().get(0)).containsExactly(10);
        then(learned.state().parents().get(1))
                .isEqualTo(ga.candidates(state, FOURTH).apply(3));
        then(learned.state().parents().get(2)).containsExactly(1);
        then(learned.state().answer()).containsExactly(10);
        then(learned.metrics()).containsEntry("search/surviving_parents", 2.0);
    }

    @Test
    void restore_ofItsValues_isTheSame() {
        GeneticAlgorithm ga = ga("");
        GeneticAlgorithm.State state =
                new GeneticAlgorithm.State(List.of(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6}));
        Map<String, double[]> values = state.values();

        then(ga.restore(2, values::get)).usingRecursiveComparison().isEqualTo(state);
    }

    @Test
    void elite_thatLeavesNoRoomForChildren_isRefused() {
        thenThrownBy(() -> ga("population=8,elite=8"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("ga: elite=8 leaves no room for children in a population of 8; it takes 1 to 7");
    }

    private static GeneticAlgorithm ga(String options) {
        return GaProvider.method(Learners.parse("ga:" + options).options());
    }
}
