package dev.ganglion.controllers;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** Where a translation finds the parameters' effective values, that is after their parametrisation. */
@FunctionalInterface
public interface ParameterOperands {
    /**
     * The effective values of a declared block.
     *
     * @param block name of a {@link ParameterBlock}
     * @return a tensor of the block's shape
     * @throws IllegalArgumentException if no block of that name was declared
     */
    Operand<TFloat32> effective(String block);
}
