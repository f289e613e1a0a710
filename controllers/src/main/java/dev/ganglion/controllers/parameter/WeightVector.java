package dev.ganglion.controllers.parameter;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.tensor.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * All the weights of a circuit in one vector, one element for each weight group.
 *
 * @param name name, unique within the controller
 * @param groups the groups in the order of the vector; names are unique
 */
public record WeightVector(String name, List<WeightGroup> groups) implements ParameterBlock {
    /** Copies the groups and checks that no name occurs twice. */
    public WeightVector {
        groups = List.copyOf(groups);
        HashSet<String> seen = new HashSet<>();
        for (WeightGroup group : groups) {
            if (!seen.add(group.name())) {
                throw new IllegalArgumentException("The weight group " + group.name() + " is declared twice");
            }
        }
    }

    @Override
    public List<Integer> shape() {
        return List.of(groups.size());
    }

    @Override
    public List<String> elements() {
        return groups.stream().map(WeightGroup::name).toList();
    }

    @Override
    public float[] initialise(RandomGenerator random) {
        float[] raw = new float[groups.size()];
        for (int i = 0; i < raw.length; i++) {
            WeightGroup group = groups.get(i);
            double effective = group.initial().sample(random);
            raw[i] = (float) group.parametrisation().raw(group.sign(), effective);
        }
        return raw;
    }

    @Override
    public float[] effective(float[] raw) {
        float[] effective = new float[groups.size()];
        for (int i = 0; i < effective.length; i++) {
            WeightGroup group = groups.get(i);
            effective[i] = (float) group.parametrisation().effective(group.sign(), raw[i]);
        }
        return effective;
    }

    @Override
    public Operand<TFloat32> effective(Ops tf, Operand<TFloat32> raw) {
        List<Parametrisation> kinds =
                groups.stream().map(WeightGroup::parametrisation).distinct().toList();
        List<Integer> order = new ArrayList<>();
        List<Operand<TFloat32>> parts = new ArrayList<>();
        for (Parametrisation kind : kinds) {
            List<Integer> members = IntStream.range(0, groups.size())
                    .filter(i -> groups.get(i).parametrisation() == kind)
                    .boxed()
                    .toList();
            Operand<TFloat32> part = kinds.size() == 1
                    ? raw
                    : Columns.pick(tf, raw, members.stream().mapToInt(i -> i).toArray());
            parts.add(signed(tf, kind, part, members));
            order.addAll(members);
        }
        Operand<TFloat32> joined = Columns.join(tf, parts);
        return parts.size() == 1
                ? joined
                : Columns.pick(
                        tf,
                        joined,
                        IntStream.range(0, order.size()).map(order::indexOf).toArray());
    }

    private Operand<TFloat32> signed(Ops tf, Parametrisation kind, Operand<TFloat32> raw, List<Integer> members) {
        float[] factors = new float[members.size()];
        boolean allPositive = true;
        for (int i = 0; i < factors.length; i++) {
            factors[i] = Parametrisation.factor(groups.get(members.get(i)).sign());
            allPositive &= factors[i] > 0;
        }
        if (allPositive || kind == Parametrisation.FREE) {
            return kind.magnitude(tf, raw);
        }
        Operand<TFloat32> sign = tf.constant(factors);
        return tf.math.mul(kind.magnitude(tf, tf.math.mul(raw, sign)), sign);
    }
}
