package dev.ganglion.controllers.circuitnet;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** Which circuit motif units hear which. */
public sealed interface UnitGraph {
    /**
     * Who hears whom.
     *
     * @param units number of units
     * @return {@code [hearing][heard]}
     * @throws InvalidInputException if there is no such graph of so many units
     */
    boolean[][] joined(int units);

    /** The number of units that the graph itself decides; empty if it takes any. */
    default OptionalInt units() {
        return OptionalInt.empty();
    }

    /**
     * A graph given joint by joint, such as one that follows a connectome.
     *
     * @param names what each unit stands for
     * @param joints {@code [hearing][heard]}
     */
    record Wired(List<String> names, boolean[][] joints) implements UnitGraph {
        /** Copies the names and checks that there is a row and a column for each. */
        public Wired {
            names = List.copyOf(names);
            int size = names.size();
            if (joints.length != size || Arrays.stream(joints).anyMatch(row -> row.length != size)) {
                throw new IllegalArgumentException(size + " units need as many rows and columns of joints");
            }
        }

        @Override
        public OptionalInt units() {
            return OptionalInt.of(names.size());
        }

        @Override
        public boolean[][] joined(int units) {
            if (units != names.size()) {
                throw new InvalidInputException("circuitnet: this graph has " + names.size() + " units, not " + units);
            }
            return Arrays.stream(joints).map(boolean[]::clone).toArray(boolean[][]::new);
        }
    }

    /** Nobody hears anybody: there are no ports at all. */
    record None() implements UnitGraph {
        @Override
        public boolean[][] joined(int units) {
            return new boolean[units][units];
        }
    }

    /** Everybody hears everybody, itself included. */
    record Complete() implements UnitGraph {
        @Override
        public boolean[][] joined(int units) {
            boolean[][] joined = new boolean[units][units];
            for (boolean[] row : joined) {
                Arrays.fill(row, true);
            }
            return joined;
        }
    }

    /**
     * Units on a ring hear those up to {@code radius} away, and themselves.
     *
     * @param radius distance along the ring, at least 1
     */
    record Ring(int radius) implements UnitGraph {
        @Override
        public boolean[][] joined(int units) {
            boolean[][] joined = new boolean[units][units];
            for (int unit = 0; unit < units; unit++) {
                for (int step = -radius; step <= radius; step++) {
                    joined[unit][Math.floorMod(unit + step, units)] = true;
                }
            }
            return joined;
        }
    }

    /**
     * Every unit is joined with the same number of others at random, both ways, and hears itself.
     *
     * <p>Drawn from a ring by exchanging the ends of two joints at random, many times over, which makes every such
     * graph about equally likely.
     *
     * @param degree number of others
     * @param seed decides the graph
     */
    record RandomRegular(int degree, long seed) implements UnitGraph {
        private static final int EXCHANGES_PER_JOINT = 100;

        @Override
        public boolean[][] joined(int units) {
            requireRegular(units, degree);
            List<int[]> joints = new ArrayList<>();
            boolean[][] joined = new boolean[units][units];
            for (int unit = 0; unit < units; unit++) {
                for (int step = 1; step <= degree / 2; step++) {
                    join(joined, joints, unit, (unit + step) % units);
                }
                if (degree % 2 == 1 && unit < units / 2) {
                    join(joined, joints, unit, unit + units / 2);
                }
            }
            RandomGenerator random = RandomStreams.named(seed, "circuitnet/regular");
            for (int i = 0; i < EXCHANGES_PER_JOINT * joints.size(); i++) {
                int[] one = joints.get(random.nextInt(joints.size()));
                int[] other = joints.get(random.nextInt(joints.size()));
                exchange(joined, one, other, random.nextBoolean());
            }
            return withSelf(joined);
        }

        private static void join(boolean[][] joined, List<int[]> joints, int one, int other) {
            set(joined, one, other, true);
            joints.add(new int[] {one, other});
        }

        private static void exchange(boolean[][] joined, int[] one, int[] other, boolean crossed) {
            int end = crossed ? 0 : 1;
            int a = one[0];
            int b = one[1];
            int c = other[1 - end];
            int d = other[end];
            boolean apart = a != c && a != d && b != c && b != d;
            if (apart && !joined[a][d] && !joined[c][b]) {
                set(joined, a, b, false);
                set(joined, c, d, false);
                set(joined, a, d, true);
                set(joined, c, b, true);
                one[1] = d;
                other[1 - end] = c;
                other[end] = b;
            }
        }
    }

    /**
     * A ring on which some joints lead elsewhere (Watts and Strogatz 1998, "Collective dynamics of small-world
     * networks"): each unit is joined with the {@code degree / 2} next on either side, then each joint is given another
     * end with some probability. Every unit hears itself.
     *
     * @param degree number of others before rewiring, even
     * @param rewiring probability from 0 to 1
     * @param seed decides the graph
     */
    record SmallWorld(int degree, double rewiring, long seed) implements UnitGraph {
        @Override
        public boolean[][] joined(int units) {
            requireRegular(units, degree);
            if (degree % 2 == 1) {
                throw new InvalidInputException("circuitnet: a small world starts from a ring, whose degree is even; "
                        + degree + " is not, the nearest is " + (degree + 1));
            }
            boolean[][] joined = new Ring(degree / 2).joined(units);
            for (int unit = 0; unit < units; unit++) {
                joined[unit][unit] = false;
            }
            RandomGenerator random = RandomStreams.named(seed, "circuitnet/small-world");
            for (int step = 1; step <= degree / 2; step++) {
                for (int unit = 0; unit < units; unit++) {
                    if (random.nextDouble() < rewiring) {
                        rewire(joined, unit, (unit + step) % units, random);
                    }
                }
            }
            return withSelf(joined);
        }

        private static void rewire(boolean[][] joined, int unit, int from, RandomGenerator random) {
            List<Integer> free = new ArrayList<>();
            for (int other = 0; other < joined.length; other++) {
                if (other != unit && !joined[unit][other]) {
                    free.add(other);
                }
            }
            if (!free.isEmpty()) {
                int to = free.get(random.nextInt(free.size()));
                set(joined, unit, from, false);
                set(joined, unit, to, true);
            }
        }
    }

    private static void requireRegular(int units, int degree) {
        if (degree >= units || units * degree % 2 == 1) {
            throw new InvalidInputException("circuitnet: " + units
                    + " units cannot all be joined with " + degree
                    + " others; take a degree below the number of units, one of the two even");
        }
    }

    private static void set(boolean[][] joined, int one, int other, boolean value) {
        joined[one][other] = value;
        joined[other][one] = value;
    }

    private static boolean[][] withSelf(boolean[][] joined) {
        for (int unit = 0; unit < joined.length; unit++) {
            joined[unit][unit] = true;
        }
        return joined;
    }
}
