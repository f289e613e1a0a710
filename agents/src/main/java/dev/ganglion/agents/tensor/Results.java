package dev.ganglion.agents.tensor;

import org.tensorflow.Tensor;
import org.tensorflow.types.TFloat32;

/** Brings the values of result tensors into the heap. */
public final class Results {
    private Results() {}

    /** All values of a tensor of floats, row-major. */
    public static float[] floats(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        read(tensor, values);
        return values;
    }

    /** Fills an array with all values of a tensor of floats, row-major. */
    public static void read(Tensor tensor, float[] values) {
        if (values.length > 0) {
            ((TFloat32) tensor).asRawTensor().data().asFloats().read(values);
        }
    }
}
