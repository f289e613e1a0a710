package dev.ganglion.agents.tensor;

import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;

/**
 * A tensor of floats that is written many times and fed by reference: its memory lies outside the heap and is reused.
 *
 * <p>It may be written whenever no call that is fed with it is running.
 */
public final class HostTensor implements AutoCloseable {
    private final TFloat32 tensor;
    private final FloatDataBuffer buffer;

    static {
        NativeMemory.leaveUncounted();
    }

    /** Of the given dimensions, with undefined values. */
    public HostTensor(long... dimensions) {
        tensor = TFloat32.tensorOf(Shape.of(dimensions));
        buffer = tensor.asRawTensor().data().asFloats();
    }

    /** Of the given dimensions, with the given values in row-major order. */
    public static HostTensor of(float[] values, long... dimensions) {
        HostTensor tensor = new HostTensor(dimensions);
        tensor.write(values);
        return tensor;
    }

    /** Replaces all values, row-major. */
    public void write(float[] values) {
        if (values.length != buffer.size()) {
            throw new IllegalArgumentException(values.length + " values do not fill " + tensor.shape());
        }
        if (values.length > 0) {
            buffer.write(values);
        }
    }

    /** To be fed; owned by this object. */
    public TFloat32 tensor() {
        return tensor;
    }

    @Override
    public void close() {
        tensor.close();
    }
}
