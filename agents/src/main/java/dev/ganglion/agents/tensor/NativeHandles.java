package dev.ganglion.agents.tensor;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.tensorflow.RawTensor;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Tensor;

/**
 * What TensorFlow's C interface knows sessions and tensors by.
 *
 * <p>TensorFlow for Java keeps these to itself, hence the reflection; it is used once per session and tensor, never per
 * call.
 */
final class NativeHandles {
    private NativeHandles() {}

    /**
     * Of an open session.
     *
     * @throws IllegalStateException if TensorFlow for Java has changed
     */
    static TF_Session of(Session session) {
        try {
            Field handle = Session.class.getDeclaredField("nativeHandle");
            handle.setAccessible(true);
            return (TF_Session) handle.get(session);
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    /**
     * Of an open tensor.
     *
     * @throws IllegalStateException if it was closed, or TensorFlow for Java has changed
     */
    static TF_Tensor of(Tensor tensor) {
        try {
            Method handle = RawTensor.class.getDeclaredMethod("nativeHandle");
            handle.setAccessible(true);
            return (TF_Tensor) handle.invoke(tensor.asRawTensor());
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The tensor was closed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw unknown(e);
        }
    }

    private static IllegalStateException unknown(ReflectiveOperationException cause) {
        return new IllegalStateException("This version of TensorFlow for Java is built otherwise than 1.1.0", cause);
    }
}
