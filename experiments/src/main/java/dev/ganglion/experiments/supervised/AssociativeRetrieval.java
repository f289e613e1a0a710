package dev.ganglion.experiments.supervised;

import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Associative retrieval: after three pairs of a letter and a digit, two question marks and one of the letters, such as
 * {@code c9k8j3??k}, the answer is that letter's digit, 8.
 *
 * <p>Letters of a sequence differ, digits may repeat. Symbols come one at a time, one out of 37. Guessing among all
 * digits is right in 10 % of cases.
 *
 * <p>Source: Ba et al. (2016), "Using fast weights to attend to the recent past"; sizes as in Rodriguez, Guo and
 * Moraitis (2022): 100,000 examples to learn from, 10,000 to watch, 20,000 to score, up to 200 epochs in batches of
 * 128 with a step size of 1e-3. They stop at 200, the standard here is 60.
 */
public final class AssociativeRetrieval implements SupervisedTask {
    /** Command-line name. */
    static final String NAME = "associative-retrieval";

    private static final int LETTERS = 26;
    private static final int DIGITS = 10;
    private static final int QUESTION_MARK = LETTERS + DIGITS;
    private static final int SYMBOLS = QUESTION_MARK + 1;
    private static final int PAIRS = 3;
    private static final int STEPS = 2 * PAIRS + 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public EnvironmentSpec body() {
        List<String> symbols = IntStream.range(0, SYMBOLS)
                .mapToObj(AssociativeRetrieval::symbol)
                .toList();
        return new EnvironmentSpec(
                NAME,
                1,
                new Box(Signals.of(
                        Signal.scalar("symbol", "1").withSize(SYMBOLS).within(0, 1))),
                new Discrete("answer", symbols),
                1,
                STEPS);
    }

    private static String symbol(int index) {
        if (index == QUESTION_MARK) {
            return "?";
        }
        return index < LETTERS ? Character.toString('a' + index) : Integer.toString(index - LETTERS);
    }

    @Override
    public int steps() {
        return STEPS;
    }

    @Override
    public Goal goal() {
        return Goal.CLASS;
    }

    @Override
    public Standard standard() {
        return new Standard(100_000, 10_000, 20_000, 60);
    }

    @Override
    public ExampleSet examples(Split split, int size, long seed) {
        RandomGenerator random = RandomStreams.named(seed, split.stream());
        byte[][] sequences = new byte[size][];
        for (int example = 0; example < size; example++) {
            sequences[example] = sequence(random);
        }
        return new Sequences(sequences);
    }

    /** Indices of the symbols, the answer last. */
    private static byte[] sequence(RandomGenerator random) {
        int[] letters = random.ints(0, LETTERS).distinct().limit(PAIRS).toArray();
        byte[] sequence = new byte[STEPS + 1];
        for (int pair = 0; pair < PAIRS; pair++) {
            sequence[2 * pair] = (byte) letters[pair];
            sequence[2 * pair + 1] = (byte) (LETTERS + random.nextInt(DIGITS));
        }
        int asked = random.nextInt(PAIRS);
        sequence[2 * PAIRS] = QUESTION_MARK;
        sequence[2 * PAIRS + 1] = QUESTION_MARK;
        sequence[2 * PAIRS + 2] = sequence[2 * asked];
        sequence[STEPS] = sequence[2 * asked + 1];
        return sequence;
    }

    private record Sequences(byte[][] list) implements ExampleSet {
        @Override
        public int size() {
            return list.length;
        }

        @Override
        public void read(int example, float[] inputs, int inputsAt, float[] targets, int targetsAt) {
            byte[] sequence = list[example];
            for (int step = 0; step < STEPS; step++) {
                oneHot(inputs, inputsAt + step * SYMBOLS, sequence[step]);
            }
            oneHot(targets, targetsAt, sequence[STEPS]);
        }

        private static void oneHot(float[] values, int at, int symbol) {
            for (int i = 0; i < SYMBOLS; i++) {
                values[at + i] = i == symbol ? 1 : 0;
            }
        }
    }
}
