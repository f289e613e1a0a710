package dev.ganglion.controllers;

import dev.ganglion.environments.random.RandomStreams;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values of a controller's parameters, or of gradients with respect to them, by block. */
public record RawParameters(Map<String, float[]> byBlock) {
    /** Initial values. */
    public static RawParameters initial(Controller controller, long seed) {
        return initial(controller.parameters(), seed);
    }

    /** Initial values of blocks. */
    public static RawParameters initial(List<ParameterBlock> blocks, long seed) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (ParameterBlock block : blocks) {
            values.put(block.name(), block.initialise(RandomStreams.named(seed, block.name())));
        }
        return new RawParameters(values);
    }

    /** The values of a block, which may be written to. */
    public float[] block(String name) {
        return Objects.requireNonNull(byBlock.get(name), name);
    }
}
