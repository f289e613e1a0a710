package dev.ganglion.controllers.parameter;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Suggestion;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The effective values of a controller's parameters in a graph, some of them set by hand.
 *
 * <p>An override replaces a value after its parametrisation, so that it may be 0 or have the sign that training may
 * never give it. It is addressed by its element's name, such as {@code ipsi/MD3}; a name without its last segments
 * addresses all that begin with them, so {@code ipsi} sets every ipsilateral weight of a circuit that does not share
 * them.
 */
public final class EffectiveParameters implements ParameterOperands {
    private final Map<String, Operand<TFloat32>> byBlock;

    private EffectiveParameters(Map<String, Operand<TFloat32>> byBlock) {
        this.byBlock = byBlock;
    }

    /**
     * Adds parametrisation and overrides to a graph.
     *
     * @param tf where to add
     * @param blocks the controller's parameters
     * @param raw raw values by block name, each of the block's shape, with further axes only in front
     * @param overrides effective values by element name or by the beginning of one
     * @throws InvalidInputException if an override names no parameter
     */
    public static EffectiveParameters of(
            Ops tf,
            List<? extends ParameterBlock> blocks,
            Map<String, ? extends Operand<TFloat32>> raw,
            Map<String, Double> overrides) {
        requireKnown(blocks, overrides);
        Map<String, Operand<TFloat32>> byBlock = new LinkedHashMap<>();
        for (ParameterBlock block : blocks) {
            Operand<TFloat32> values = raw.get(block.name());
            if (values == null) {
                throw new IllegalArgumentException("No raw values were given for the block " + block.name());
            }
            byBlock.put(block.name(), overridden(tf, block, block.effective(tf, values), overrides));
        }
        return new EffectiveParameters(byBlock);
    }

    /**
     * Checks that every override names a parameter.
     *
     * @throws InvalidInputException if one does not
     */
    public static void requireKnown(List<? extends ParameterBlock> blocks, Map<String, Double> overrides) {
        List<String> names =
                blocks.stream().flatMap(block -> block.elements().stream()).toList();
        for (String name : overrides.keySet()) {
            if (names.isEmpty()) {
                throw new InvalidInputException(
                        "'" + name + "' cannot be set: the parameters of this controller have no names of their own");
            }
            if (names.stream().noneMatch(element -> addresses(name, element))) {
                throw new InvalidInputException(
                        "There is no parameter '" + name + "'" + Suggestion.clause(name, names));
            }
        }
    }

    @Override
    public Operand<TFloat32> effective(String block) {
        Operand<TFloat32> values = byBlock.get(block);
        if (values == null) {
            throw new IllegalArgumentException("There is no block " + block + "; there are " + byBlock.keySet());
        }
        return values;
    }

    private static Operand<TFloat32> overridden(
            Ops tf, ParameterBlock block, Operand<TFloat32> values, Map<String, Double> overrides) {
        float[] kept = new float[block.size()];
        float[] set = new float[block.size()];
        boolean any = false;
        for (int i = 0; i < kept.length; i++) {
            Double override = block.elements().isEmpty()
                    ? null
                    : override(block.elements().get(i), overrides);
            kept[i] = override == null ? 1 : 0;
            set[i] = override == null ? 0 : override.floatValue();
            any |= override != null;
        }
        if (!any) {
            return values;
        }
        Operand<TFloat32> unchanged = tf.math.mul(values, constant(tf, kept, block.shape()));
        return tf.math.add(unchanged, constant(tf, set, block.shape()));
    }

    private static Operand<TFloat32> constant(Ops tf, float[] values, List<Integer> shape) {
        long[] dimensions = shape.stream().mapToLong(Integer::longValue).toArray();
        return tf.reshape(tf.constant(values), tf.constant(Shape.of(dimensions)));
    }

    /** The override of an element; an exact name goes before a longer beginning, and that before a shorter one. */
    private static @Nullable Double override(String element, Map<String, Double> overrides) {
        return overrides.entrySet().stream()
                .filter(entry -> addresses(entry.getKey(), element))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse(null);
    }

    private static boolean addresses(String name, String element) {
        return element.equals(name) || element.startsWith(name + "/");
    }
}
