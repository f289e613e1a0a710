package dev.ganglion.controllers.circuitnet;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.controllers.ParameterOperands;
import dev.ganglion.controllers.parameter.DenseParameters;
import dev.ganglion.controllers.recurrent.UniformWeights;
import dev.ganglion.controllers.tensor.Axes;
import java.util.ArrayList;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * What happens within the units: {@code f(LN(lin + prod + att))}, by neuron
 *
 * <pre>{@code
 * lin_i  = Σ_j W_ij x_j + b_i
 * prod_i = ½ Σ_j Σ_k P_ijk x_j x_k              or of rank R: ½ Σ_r c_ir (a_r·x)(b_r·x)
 * att_i  = Σ_j softmax_j(q_i x_i · k_j x_j) v_j x_j
 * }</pre>
 *
 * @param design what the net is like
 */
record MotifUnits(CircuitNetDesign design) {
    /** W, {@code [unit, source, target]}. */
    static final String LINEAR = "unit/linear";

    /** P, {@code [unit, source pair (j, k) row-major, target]}. */
    static final String PRODUCT = "unit/product";

    /** a, {@code [unit, source, rank]}. */
    static final String PRODUCT_ONE = "unit/product-one";

    /** b, {@code [unit, source, rank]}. */
    static final String PRODUCT_OTHER = "unit/product-other";

    /** c, {@code [unit, rank, target]}. */
    static final String PRODUCT_SUM = "unit/product-sum";

    /** q, {@code [unit, neuron]}. */
    static final String QUERY = "unit/query";

    /** k, {@code [unit, neuron]}. */
    static final String KEY = "unit/key";

    /** v, {@code [unit, neuron]}. */
    static final String VALUE = "unit/value";

    /** Bias b, {@code [unit, neuron]}. */
    static final String BIASES = "unit/biases";

    private static final String NORMALISATION = "unit/normalisation";

    /** Beyond this gain of a random linear map, ClipSin saturates when it is iterated without normalisation. */
    private static final double GAIN_WITHOUT_NORMALISATION = 0.5;

    private static final double PRODUCT_GAIN = 0.5;
    private static final double ATTENTION_LIMIT = 0.5;

    List<ParameterBlock> parameters() {
        int units = design.units();
        int neurons = design.neurons();
        double gain = design.layerNorm() ? 1 : GAIN_WITHOUT_NORMALISATION;
        List<ParameterBlock> blocks = new ArrayList<>();
        if (design.has(Operator.LINEAR)) {
            blocks.add(scaled(LINEAR, gain, neurons, units, neurons, neurons));
        }
        if (design.has(Operator.PRODUCT) && design.productRank() == 0) {
            blocks.add(scaled(PRODUCT, PRODUCT_GAIN, neurons * neurons, units, neurons * neurons, neurons));
        } else if (design.has(Operator.PRODUCT)) {
            int rank = design.productRank();
            blocks.add(scaled(PRODUCT_ONE, gain, neurons, units, neurons, rank));
            blocks.add(scaled(PRODUCT_OTHER, gain, neurons, units, neurons, rank));
            blocks.add(scaled(PRODUCT_SUM, PRODUCT_GAIN, rank, units, rank, neurons));
        }
        if (design.has(Operator.ATTENTION)) {
            blocks.add(UniformWeights.between(QUERY, -ATTENTION_LIMIT, ATTENTION_LIMIT, units, neurons));
            blocks.add(UniformWeights.between(KEY, -ATTENTION_LIMIT, ATTENTION_LIMIT, units, neurons));
            blocks.add(UniformWeights.between(VALUE, -ATTENTION_LIMIT, ATTENTION_LIMIT, units, neurons));
        }
        blocks.add(new DenseParameters(BIASES, List.of(units, neurons), random -> new float[units * neurons]));
        if (design.layerNorm()) {
            blocks.addAll(normalisation().parameters());
        }
        return List.copyOf(blocks);
    }

    /** Uniform weights whose sum over so many sources of unit variance has the standard deviation {@code gain}. */
    private static ParameterBlock scaled(String name, double gain, int sources, Integer... shape) {
        double limit = gain * Math.sqrt(3.0 / sources);
        return UniformWeights.between(name, -limit, limit, shape);
    }

    private GroupNormalisation normalisation() {
        return new GroupNormalisation(NORMALISATION, design.units(), design.neurons());
    }

    /**
     * Adds one iteration within the units to a graph.
     *
     * @param x activity, {@code [unit, batch, neuron]}
     * @return of the same shape
     */
    Operand<TFloat32> translate(Ops tf, Operand<TFloat32> x, ParameterOperands parameters) {
        List<Operand<TFloat32>> terms = new ArrayList<>();
        if (design.has(Operator.LINEAR)) {
            terms.add(tf.train.batchMatMul(x, parameters.effective(LINEAR), TFloat32.class));
        }
        if (design.has(Operator.PRODUCT)) {
            terms.add(tf.math.mul(products(tf, x, parameters), tf.constant(0.5f)));
        }
        if (design.has(Operator.ATTENTION)) {
            terms.add(attention(tf, x, parameters));
        }
        Operand<TFloat32> sum = terms.get(0);
        for (Operand<TFloat32> term : terms.subList(1, terms.size())) {
            sum = tf.math.add(sum, term);
        }
        sum = tf.math.add(sum, row(tf, parameters.effective(BIASES)));
        return design.activation()
                .apply(tf, design.layerNorm() ? normalisation().translate(tf, sum, parameters) : sum);
    }

    private Operand<TFloat32> products(Ops tf, Operand<TFloat32> x, ParameterOperands parameters) {
        if (design.productRank() == 0) {
            Operand<TFloat32> pairs = tf.math.mul(tf.expandDims(x, tf.constant(-1)), tf.expandDims(x, tf.constant(-2)));
            int neurons = design.neurons();
            Operand<TFloat32> flat = Axes.replaceLast(tf, pairs, 2, neurons * neurons);
            return tf.train.batchMatMul(flat, parameters.effective(PRODUCT), TFloat32.class);
        }
        Operand<TFloat32> one = tf.train.batchMatMul(x, parameters.effective(PRODUCT_ONE), TFloat32.class);
        Operand<TFloat32> other = tf.train.batchMatMul(x, parameters.effective(PRODUCT_OTHER), TFloat32.class);
        return tf.train.batchMatMul(tf.math.mul(one, other), parameters.effective(PRODUCT_SUM), TFloat32.class);
    }

    private static Operand<TFloat32> attention(Ops tf, Operand<TFloat32> x, ParameterOperands parameters) {
        Operand<TFloat32> query = tf.math.mul(x, row(tf, parameters.effective(QUERY)));
        Operand<TFloat32> key = tf.math.mul(x, row(tf, parameters.effective(KEY)));
        Operand<TFloat32> value = tf.math.mul(x, row(tf, parameters.effective(VALUE)));
        Operand<TFloat32> match =
                tf.math.mul(tf.expandDims(query, tf.constant(-1)), tf.expandDims(key, tf.constant(-2)));
        Operand<TFloat32> weighted = tf.math.mul(tf.nn.softmax(match), tf.expandDims(value, tf.constant(-2)));
        return tf.reduceSum(weighted, tf.constant(-1));
    }

    /** A parameter {@code [unit, neuron]} for every sample: {@code [unit, 1, neuron]}. */
    private static Operand<TFloat32> row(Ops tf, Operand<TFloat32> parameter) {
        return tf.expandDims(parameter, tf.constant(-2));
    }
}
