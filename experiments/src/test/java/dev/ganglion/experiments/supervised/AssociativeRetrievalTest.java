package dev.ganglion.experiments.supervised;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssociativeRetrievalTest {
    private static final int EXAMPLES = 3000;

    private final AssociativeRetrieval task = new AssociativeRetrieval();

    @Test
    void examples_everyOne_asksForOneOfThreeDifferentLetters() {
        for (String text : texts(1)) {
            then(text).matches("([a-z][0-9]){3}\\?\\?[a-z]=[0-9]");
            Set<Character> letters = new HashSet<>(Set.of(text.charAt(0)));
            then(letters.add(text.charAt(2))).isTrue();
            then(letters.add(text.charAt(4))).isTrue();
            then(text.charAt(10)).isEqualTo(text.charAt(text.indexOf(text.charAt(8)) + 1));
        }
    }

    @Test
    void examples_ofASeed_areAlwaysTheSame() {
        then(texts(1)).isEqualTo(texts(1));
        then(texts(1)).isNotEqualTo(texts(2));
    }

    @Test
    void examples_manyOfThem_askForEveryPairAboutEquallyOften() {
        long first = Arrays.stream(texts(3))
                .filter(text -> text.indexOf(text.charAt(8)) == 0)
                .count();
        // 3000 draws with chance 1/3: mean 1000, standard deviation 26.
        then(first).isBetween(900L, 1100L);
    }

    private String[] texts(long seed) {
        int symbols = task.body().observation().size();
        ExampleSet set = task.examples(Split.TRAINING, EXAMPLES, seed);
        return IntStream.range(0, EXAMPLES)
                .mapToObj(example -> {
                    float[] inputs = new float[task.steps() * symbols];
                    float[] targets = new float[symbols];
                    set.read(example, inputs, 0, targets, 0);
                    return IntStream.range(0, task.steps())
                                    .mapToObj(step -> letter(inputs, step * symbols))
                                    .collect(Collectors.joining())
                            + "="
                            + letter(targets, 0);
                })
                .toArray(String[]::new);
    }

    private static String letter(float[] values, int at) {
        int hot = IntStream.range(0, 37)
                .filter(i -> values[at + i] == 1)
                .reduce((a, b) -> {
                    throw new AssertionError("two symbols at once");
                })
                .orElseThrow();
        return "abcdefghijklmnopqrstuvwxyz0123456789?".substring(hot, hot + 1);
    }
}
