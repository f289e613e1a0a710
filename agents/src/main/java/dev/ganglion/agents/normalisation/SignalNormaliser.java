package dev.ganglion.agents.normalisation;

import dev.ganglion.environments.signal.Signal;
import dev.ganglion.environments.signal.Signals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings every component of an observation to mean 0 and deviation 1 by what has been seen of it so far, and bounds it.
 *
 * <p>Statistics are kept by signal name, so they follow a signal to another body. A signal of which nothing has been
 * seen passes unchanged. Observation normalisation: Huang et al. 2022, details 28 and 29; Andrychowicz et al. 2021,
 * C64. The floor under the deviation, so that a signal that never moves is not blown up, is Pardo's (tonic, 0.01).
 *
 * @param signals what is normalised
 * @param moments statistics of each signal, in order
 * @param clip bound on a normalised component, in deviations
 */
public record SignalNormaliser(Signals signals, List<RunningMoments> moments, double clip) {
    /** Smallest deviation that is divided by, in the signal's unit. */
    public static final double SMALLEST_DEVIATION = 0.01;

    private static final String PREFIX = "normaliser/";

    /** Copies the statistics and checks that there are some for every signal. */
    public SignalNormaliser {
        moments = List.copyOf(moments);
        if (moments.size() != signals.list().size()) {
            throw new IllegalArgumentException(
                    moments.size() + " statistics do not fit " + signals.list().size() + " signals");
        }
    }

    /** Nothing seen yet. */
    public static SignalNormaliser empty(Signals signals, double clip) {
        return of(signals, clip, Map.of());
    }

    /**
     * With the statistics of a checkpoint, as far as it has any for these signals.
     *
     * @param values the checkpoint's values
     * @throws IllegalArgumentException if a signal's size has changed
     */
    public static SignalNormaliser of(Signals signals, double clip, Map<String, double[]> values) {
        List<RunningMoments> moments = new ArrayList<>();
        for (Signal signal : signals) {
            double @Nullable [] vector = values.get(PREFIX + signal.name());
            moments.add(
                    vector == null
                            ? RunningMoments.empty(signal.size())
                            : RunningMoments.fromVector(vector, signal.size()));
        }
        return new SignalNormaliser(signals, moments, clip);
    }

    /** The statistics for a checkpoint, by name. */
    public Map<String, double[]> toValues() {
        Map<String, double[]> values = new LinkedHashMap<>();
        for (int i = 0; i < moments.size(); i++) {
            values.put(PREFIX + signals.list().get(i).name(), moments.get(i).toVector());
        }
        return values;
    }

    /**
     * With more seen.
     *
     * @param observations {@code [row, component]}, raw
     */
    public SignalNormaliser seen(float[] observations) {
        List<RunningMoments> merged = new ArrayList<>();
        int offset = 0;
        for (RunningMoments before : moments) {
            int size = before.mean().length;
            merged.add(before.merge(RunningMoments.of(observations, signals.size(), offset, size)));
            offset += size;
        }
        return new SignalNormaliser(signals, merged, clip);
    }

    /** These statistics as a function on rows, frozen. */
    public RowNormaliser toRows() {
        float[] mean = new float[signals.size()];
        float[] scale = new float[signals.size()];
        int at = 0;
        for (RunningMoments signal : moments) {
            for (int i = 0; i < signal.mean().length; i++, at++) {
                mean[at] = (float) signal.mean()[i];
                scale[at] = (float) (1 / Math.max(SMALLEST_DEVIATION, signal.deviation(i)));
            }
        }
        return new RowNormaliser(mean, scale, (float) clip);
    }
}
