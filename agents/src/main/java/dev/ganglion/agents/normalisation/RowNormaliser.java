package dev.ganglion.agents.normalisation;

import java.util.Arrays;

/**
 * Shifts, scales and bounds each component of rows: {@code clamp((x − mean)·scale, −clip, clip)}.
 *
 * @param mean what is subtracted from each component
 * @param scale what each difference is multiplied by
 * @param clip bound on each product; infinite for none
 */
public record RowNormaliser(float[] mean, float[] scale, float clip) {
    /** Leaves rows of that width as they are. */
    public static RowNormaliser identity(int width) {
        float[] scale = new float[width];
        Arrays.fill(scale, 1);
        return new RowNormaliser(new float[width], scale, Float.POSITIVE_INFINITY);
    }

    /** The same for rows of only the first so many components. */
    public RowNormaliser first(int width) {
        return new RowNormaliser(Arrays.copyOf(mean, width), Arrays.copyOf(scale, width), clip);
    }

    /** Number of components of a row. */
    public int width() {
        return mean.length;
    }

    /**
     * Normalises one row.
     *
     * @param from holds the row
     * @param fromOffset index of its first component
     * @param to receives the normalised row
     * @param toOffset index of its first component there
     */
    public void apply(float[] from, int fromOffset, float[] to, int toOffset) {
        for (int i = 0; i < mean.length; i++) {
            float value = (from[fromOffset + i] - mean[i]) * scale[i];
            to[toOffset + i] = Math.max(-clip, Math.min(clip, value));
        }
    }
}
