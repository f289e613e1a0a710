package dev.ganglion.agents.tensor;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.IntDataBuffer;
import org.tensorflow.types.TInt32;

/**
 * A vector of indices that is written many times and fed by reference, as {@link HostTensor} is for floats.
 *
 * <p>It may be written whenever no call that is fed with it is running.
 */
public final class HostIndices implements AutoCloseable {
    private final TInt32 tensor;
    private final IntDataBuffer buffer;

    static {
        NativeMemory.leaveUncounted();
    }

    /** So many indices, with undefined values. */
    public HostIndices(int count) {
        tensor = TInt32.tensorOf(Shape.of(count));
        buffer = tensor.asRawTensor().data().asInts();
    }

    /** Replaces all of them. */
    public void write(int[] indices) {
        if (indices.length != buffer.size()) {
            throw new IllegalArgumentException(indices.length + " indices do not fill " + tensor.shape());
        }
        buffer.write(indices);
    }

    /** To be fed; owned by this object. */
    public TInt32 tensor() {
        return tensor;
    }

    @Override
    public void close() {
        tensor.close();
    }
}
