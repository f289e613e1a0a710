package dev.ganglion.agents.policy;

import dev.ganglion.controllers.ParameterBlock;
import dev.ganglion.environments.random.RandomStreams;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The raw parameters with which a run begins. */
public final class InitialParameters {
    /** What names of a controller's parameters begin with in a checkpoint. */
    public static final String CONTROLLER = "controller/";

    private InitialParameters() {}

    /**
     * Initial values of each block, drawn from the stream {@code run/parameters/PREFIX/BLOCK}, so that they depend on
     * the seed and on nothing else that is drawn.
     *
     * @param blocks the blocks
     * @param prefix what is put before a block's name
     * @param seed seed of the run
     * @return row-major raw values by block name, without the prefix
     */
    public static Map<String, float[]> draw(Collection<? extends ParameterBlock> blocks, String prefix, long seed) {
        Map<String, float[]> values = new LinkedHashMap<>();
        for (ParameterBlock block : blocks) {
            values.put(
                    block.name(),
                    block.initialise(RandomStreams.named(seed, "run/parameters/" + prefix + block.name())));
        }
        return values;
    }
}
