package dev.ganglion.agents.optimiser;

import dev.ganglion.controllers.ParameterBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Where parameter blocks lie, one behind the other, in a vector of raw values.
 *
 * <p>An optimiser that keeps all blocks in one vector needs one operation where it would otherwise need one for each
 * block, and a call's cost is counted in operations.
 *
 * @param blocks the blocks, in the order of the vector
 */
public record ParameterLayout(List<ParameterBlock> blocks) {
    /** Copies the list. */
    public ParameterLayout {
        blocks = List.copyOf(blocks);
    }

    /** Length of the vector. */
    public int size() {
        return blocks.stream().mapToInt(ParameterBlock::size).sum();
    }

    /**
     * The blocks' raw values as parts of a vector in a graph.
     *
     * @param vector {@code [size()]}
     * @return by block name, each of its block's shape
     */
    public Map<String, Operand<TFloat32>> split(Ops tf, Operand<TFloat32> vector) {
        int[] sizes = blocks.stream().mapToInt(ParameterBlock::size).toArray();
        List<? extends Operand<TFloat32>> parts = sizes.length == 1
                ? List.of(vector)
                : tf.splitV(vector, tf.constant(sizes), tf.constant(0), (long) sizes.length)
                        .output();
        Map<String, Operand<TFloat32>> byName = new LinkedHashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            long[] shape =
                    blocks.get(i).shape().stream().mapToLong(Integer::longValue).toArray();
            byName.put(blocks.get(i).name(), tf.reshape(parts.get(i), tf.constant(Shape.of(shape))));
        }
        return byName;
    }

    /** One vector of each block's values. */
    public float[] join(Function<ParameterBlock, float[]> values) {
        float[] vector = new float[size()];
        int at = 0;
        for (ParameterBlock block : blocks) {
            float[] part = values.apply(block);
            if (part.length != block.size()) {
                throw new IllegalArgumentException(
                        block.name() + " has " + block.size() + " values, not " + part.length);
            }
            System.arraycopy(part, 0, vector, at, part.length);
            at += part.length;
        }
        return vector;
    }

    /** Each block's part of a vector, by block name. */
    public Map<String, float[]> parts(float[] vector) {
        Map<String, float[]> parts = new LinkedHashMap<>();
        int at = 0;
        for (ParameterBlock block : blocks) {
            parts.put(block.name(), Arrays.copyOfRange(vector, at, at + block.size()));
            at += block.size();
        }
        return parts;
    }

    /** This layout followed by more blocks. */
    public ParameterLayout with(ParameterBlock more) {
        List<ParameterBlock> all = new ArrayList<>(blocks);
        all.add(more);
        return new ParameterLayout(all);
    }
}
