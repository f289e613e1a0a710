package dev.ganglion.agents.population;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;

/**
 * What in a graph depends on parameters alone, and so stays the same from step to step: exponentials of raw weights,
 * and matrices that are laid out from them.
 *
 * <p>TensorFlow takes any tensor of a graph in place of computing it. So these are computed once for many steps and fed
 * to the rest, by the operations that would have computed them in each step.
 */
final class ParameterDependence {
    private final Set<GraphOperation> moving = new HashSet<>();
    private final Set<GraphOperation> parametric = new HashSet<>();

    /**
     * Of a graph without loops.
     *
     * @param parameters what holds the parameters
     * @param changing what else is fed, anew in each step
     */
    ParameterDependence(
            Graph graph, Collection<? extends Operand<?>> parameters, Collection<? extends Operand<?>> changing) {
        parameters.forEach(operand -> parametric.add(operation(operand)));
        changing.forEach(operand -> moving.add(operation(operand)));
        // Operations stand in the order in which they were added, each behind its inputs.
        for (Iterator<GraphOperation> all = graph.operations(); all.hasNext(); ) {
            GraphOperation operation = all.next();
            for (Operand<?> input : operation.inputs()) {
                if (moving.contains(operation(input))) {
                    moving.add(operation);
                } else if (parametric.contains(operation(input))) {
                    parametric.add(operation);
                }
            }
        }
    }

    private static GraphOperation operation(Operand<?> operand) {
        return (GraphOperation) operand.op();
    }

    /**
     * The tensors that depend on parameters alone and from which, with what changes, some results are computed. They are
     * floats of known shape; what such is made of others is computed in each step.
     *
     * @param results of operations that hand on one input each
     */
    List<Output<TFloat32>> inputsOf(Collection<? extends Operand<?>> results) {
        Set<Output<TFloat32>> inputs = new LinkedHashSet<>();
        Set<GraphOperation> seen = new HashSet<>();
        Deque<GraphOperation> inEachStep = new ArrayDeque<>();
        results.forEach(result -> inEachStep.add(operation(result)));
        while (!inEachStep.isEmpty()) {
            for (Operand<?> input : inEachStep.remove().inputs()) {
                GraphOperation source = operation(input);
                boolean depends = moving.contains(source) || parametric.contains(source);
                if (!moving.contains(source) && depends && canBeFed(input.asOutput())) {
                    inputs.add(input.asOutput().expect(TFloat32.class));
                } else if (depends && seen.add(source)) {
                    inEachStep.add(source);
                }
            }
        }
        return List.copyOf(inputs);
    }

    private static boolean canBeFed(Output<?> output) {
        return output.dataType() == DataType.DT_FLOAT && !output.shape().hasUnknownDimension();
    }
}
