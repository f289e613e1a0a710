package dev.ganglion.agents.checkpoint;

import dev.ganglion.agents.Checkpoint;
import dev.ganglion.environments.stream.EpisodeProgress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small checkpoints to write and read. */
final class SampleCheckpoints {
    private SampleCheckpoints() {}

    static Checkpoint sample(long update) {
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("zebra/first", new double[] {1, 2, 3});
        values.put("odd", new double[] {Double.NaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY});
        values.put("empty", new double[0]);
        return new Checkpoint(
                "swimmer/swim:joints=7",
                1,
                "ncap",
                "ppo:epochs=5",
                42,
                update,
                4096 * update,
                values,
                List.of(
                        new EpisodeProgress(3, -17, new float[] {0.5f, -0.25f}),
                        new EpisodeProgress(0, 5, new float[0])));
    }
}
