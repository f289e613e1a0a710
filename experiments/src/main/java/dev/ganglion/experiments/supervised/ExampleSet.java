package dev.ganglion.experiments.supervised;

/** Examples of a task. */
public interface ExampleSet {
    /** Number of examples. */
    int size();

    /**
     * Writes an example.
     *
     * @param example its index, from 0
     * @param inputs receives its inputs, {@code [step, input]}, from {@code inputsAt} on
     * @param targets receives what should come out after the last step, {@code [output]}, from {@code targetsAt} on
     */
    void read(int example, float[] inputs, int inputsAt, float[] targets, int targetsAt);
}
