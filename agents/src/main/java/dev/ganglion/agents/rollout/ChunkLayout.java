package dev.ganglion.agents.rollout;

/**
 * A rollout cut into chunks of consecutive steps of one environment, through which gradients flow back.
 *
 * <p>Chunk {@code k·environments + n} holds steps {@code k·length … k·length + length − 1} of environment n. Where the
 * rollout's length is no multiple of the chunk's, the last chunks are filled up with steps that count for nothing.
 *
 * @param steps length of the rollout's time axis
 * @param environments length of its environment axis
 * @param length steps in a chunk, L
 */
public record ChunkLayout(int steps, int environments, int length) {
    /** Number of chunks. */
    public int chunks() {
        return ((steps - 1) / length + 1) * environments;
    }

    /** Whether some chunks are filled up. */
    public boolean isPadded() {
        return steps % length != 0;
    }

    /**
     * Where a step lies in a table of chunks.
     *
     * @return {@code chunk·length + step within it}
     */
    public int position(int time, int environment) {
        return (time / length * environments + environment) * length + time % length;
    }

    /**
     * Rearranges rows by chunk; filled-up steps are zero.
     *
     * @param rows {@code [time, environment, width]}
     * @return {@code [chunk, step, width]}
     */
    public float[] arrange(float[] rows, int width) {
        if (length == 1) {
            return rows;
        }
        float[] arranged = new float[chunks() * length * width];
        for (int time = 0; time < steps; time++) {
            for (int environment = 0; environment < environments; environment++) {
                System.arraycopy(
                        rows,
                        (time * environments + environment) * width,
                        arranged,
                        position(time, environment) * width,
                        width);
            }
        }
        return arranged;
    }
}
