package dev.ganglion.controllers.tensor;

import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * How named arrays lie one behind the other in a controller's flat state.
 *
 * @param parts the arrays in order
 */
public record StateLayout(List<Part> parts) {
    /** Copies the list. */
    public StateLayout {
        parts = List.copyOf(parts);
    }

    /**
     * One array of the state.
     *
     * @param name what it is, such as {@code hidden}
     * @param shape its shape without the batch
     */
    public record Part(String name, List<Integer> shape) {
        /** Copies the shape. */
        public Part {
            shape = List.copyOf(shape);
        }

        /** An array with these dimensions. */
        public static Part of(String name, Integer... shape) {
            return new Part(name, List.of(shape));
        }

        int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }

        private List<String> names() {
            List<String> names = List.of(name);
            for (int length : shape) {
                List<String> longer = new ArrayList<>();
                for (String beginning : names) {
                    for (int index = 0; index < length; index++) {
                        longer.add(beginning + "/" + index);
                    }
                }
                names = longer;
            }
            return names;
        }
    }

    /** The given parts in the given order. */
    public static StateLayout of(Part... parts) {
        return new StateLayout(List.of(parts));
    }

    /** Number of values in all. */
    public int size() {
        return parts.stream().mapToInt(Part::size).sum();
    }

    /** What each value is, such as {@code hidden/3} or {@code efficacy/3/17}. */
    public List<String> names() {
        return parts.stream().flatMap(part -> part.names().stream()).toList();
    }

    /**
     * Place of a part's first value.
     *
     * @throws IllegalArgumentException if there is no part of that name
     */
    public int offset(String name) {
        int offset = 0;
        for (Part part : parts) {
            if (part.name().equals(name)) {
                return offset;
            }
            offset += part.size();
        }
        throw new IllegalArgumentException("There is no part " + name + " among " + parts);
    }

    /** Number of values in each part. */
    public List<Integer> sizes() {
        return parts.stream().map(Part::size).toList();
    }

    /**
     * Takes a state apart.
     *
     * @param state {@code [batch, state]}
     * @return the parts in order, {@code [batch, …]} each
     */
    public List<Operand<TFloat32>> split(Ops tf, Operand<TFloat32> state) {
        return shape(tf, cut(tf, state));
    }

    /** Puts parts together to a state {@code [batch, state]}; the reverse of {@link #split}. */
    public Operand<TFloat32> merge(Ops tf, List<Operand<TFloat32>> values) {
        return join(tf, flatten(tf, values));
    }

    /** Takes a state {@code [batch, state]} apart into flat parts, {@code [batch, size]} each. */
    public List<Operand<TFloat32>> cut(Ops tf, Operand<TFloat32> state) {
        if (parts.size() == 1) {
            return List.of(state);
        }
        int[] sizes = parts.stream().mapToInt(Part::size).toArray();
        return List.copyOf(tf.splitV(state, tf.constant(sizes), tf.constant(-1), (long) parts.size())
                .output());
    }

    /** Puts flat parts together to a state {@code [batch, state]}; the reverse of {@link #cut}. */
    public static Operand<TFloat32> join(Ops tf, List<Operand<TFloat32>> flat) {
        return flat.size() == 1 ? flat.get(0) : tf.concat(flat, tf.constant(-1));
    }

    /** Gives flat parts, {@code [batch, size]} each, their shapes, {@code [batch, …]}. */
    public List<Operand<TFloat32>> shape(Ops tf, List<? extends Operand<TFloat32>> flat) {
        List<Operand<TFloat32>> shaped = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            shaped.add(shaped(tf, flat.get(index), parts.get(index).shape()));
        }
        return shaped;
    }

    /** Makes shaped parts flat; the reverse of {@link #shape}. */
    public List<Operand<TFloat32>> flatten(Ops tf, List<Operand<TFloat32>> shaped) {
        List<Operand<TFloat32>> flat = new ArrayList<>();
        for (int index = 0; index < parts.size(); index++) {
            flat.add(flat(tf, shaped.get(index), parts.get(index)));
        }
        return flat;
    }

    private static Operand<TFloat32> shaped(Ops tf, Operand<TFloat32> flat, List<Integer> shape) {
        return shape.size() == 1
                ? flat
                : Axes.replaceLast(
                        tf, flat, 1, shape.stream().mapToInt(Integer::intValue).toArray());
    }

    private static Operand<TFloat32> flat(Ops tf, Operand<TFloat32> value, Part part) {
        return part.shape().size() == 1
                ? value
                : Axes.replaceLast(tf, value, part.shape().size(), part.size());
    }
}
