package dev.ganglion.agents.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;
import org.tensorflow.GraphOperation;
import org.tensorflow.Operand;
import org.tensorflow.Output;
import org.tensorflow.Tensor;
import org.tensorflow.internal.c_api.TF_Buffer;
import org.tensorflow.internal.c_api.TF_Output;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.TF_Tensor;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.op.Op;
import org.tensorflow.proto.RunOptions;

/**
 * A call of a session that is laid out once and run many times: what is fed, what is fetched and what else is run stay
 * the same, only the values in the fed tensors change.
 *
 * <p>{@link org.tensorflow.Session.Runner} lays all of that out anew for each run and leaves a dozen objects with
 * finalising references behind; for a small network that is a quarter of a call.
 *
 * <p>For one thread at a time; another may close it, and waits for a run under way. To be closed before the tensors that
 * are fed.
 */
public final class PreparedCall implements AutoCloseable {
    private final GraphSession owner;
    private final TF_Session session;
    private final @Nullable TF_Buffer options;
    private final TF_Output fed;
    private final PointerPointer<TF_Tensor> fedTensors;
    private final TF_Output fetched;
    private final PointerPointer<TF_Tensor> results;
    private final PointerPointer<Pointer> targets;
    private final TF_Status status = TF_Status.newStatus();
    private final int feeds;
    private final int fetches;
    private final int targetCount;
    private boolean holdsResults;
    private boolean closed;

    private PreparedCall(Builder builder) {
        owner = builder.owner;
        session = builder.session;
        options = builder.options == null ? null : TF_Buffer.newBufferFromString(builder.options);
        feeds = builder.fed.size();
        fetches = builder.fetched.size();
        targetCount = builder.targets.size();
        fed = places(builder.fed);
        fetched = places(builder.fetched);
        fedTensors = new PointerPointer<>(Math.max(1, feeds));
        for (int i = 0; i < feeds; i++) {
            fedTensors.put(i, NativeHandles.of(builder.tensors.get(i)));
        }
        results = new PointerPointer<>(Math.max(1, fetches));
        targets = new PointerPointer<>(Math.max(1, targetCount));
        for (int i = 0; i < targetCount; i++) {
            targets.put(i, builder.targets.get(i).getUnsafeNativeHandle());
        }
    }

    private static TF_Output places(List<Output<?>> outputs) {
        TF_Output places = new TF_Output(Math.max(1, outputs.size()));
        for (int i = 0; i < outputs.size(); i++) {
            GraphOperation operation = (GraphOperation) outputs.get(i).op();
            places.position(i)
                    .oper(operation.getUnsafeNativeHandle())
                    .index(outputs.get(i).index());
        }
        return places.position(0);
    }

    /**
     * Runs it with what the fed tensors hold now.
     *
     * @throws org.tensorflow.exceptions.TensorFlowException if an operation fails
     * @throws IllegalStateException if this or the session was closed
     */
    public synchronized void run() {
        if (closed) {
            throw new IllegalStateException("The call was closed");
        }
        owner.enter();
        try {
            release();
            tensorflow.TF_SessionRun(
                    session,
                    options,
                    fed,
                    fedTensors,
                    feeds,
                    fetched,
                    results,
                    fetches,
                    targets,
                    targetCount,
                    null,
                    status);
            status.throwExceptionIfNotOK();
            holdsResults = true;
        } finally {
            owner.leave();
        }
    }

    /**
     * Copies a result of the last run.
     *
     * @param index which of the fetches, in the order in which they were added
     * @param values receives all values, row-major
     */
    public synchronized void read(int index, float[] values) {
        if (!holdsResults || index >= fetches) {
            throw new IllegalStateException("There is no result " + index);
        }
        TF_Tensor tensor = result(index);
        long bytes = tensorflow.TF_TensorByteSize(tensor);
        if (bytes != (long) Float.BYTES * values.length) {
            throw new IllegalArgumentException(
                    values.length + " values were expected of result " + index + ", it has " + bytes / Float.BYTES);
        }
        if (bytes > 0) {
            new FloatPointer(tensorflow.TF_TensorData(tensor)).get(values);
        }
    }

    private TF_Tensor result(int index) {
        return new TF_Tensor(results.get(index));
    }

    private void release() {
        if (holdsResults) {
            holdsResults = false;
            for (int i = 0; i < fetches; i++) {
                tensorflow.TF_DeleteTensor(result(i));
            }
        }
    }

    /** Frees the layout and the last results; closing again does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            release();
            List.of(fed, fedTensors, fetched, results, targets, status).forEach(Pointer::close);
            if (options != null) {
                options.close();
            }
        }
    }

    /** What a call is made of; begun by {@link GraphSession#call} and {@link GraphSession#wideCall}. */
    public static final class Builder {
        private final GraphSession owner;
        private final TF_Session session;
        private final @Nullable RunOptions options;
        private final List<Output<?>> fed = new ArrayList<>();
        private final List<Tensor> tensors = new ArrayList<>();
        private final List<Output<?>> fetched = new ArrayList<>();
        private final List<GraphOperation> targets = new ArrayList<>();

        Builder(GraphSession owner, TF_Session session, @Nullable RunOptions options) {
            this.owner = owner;
            this.session = session;
            this.options = options;
        }

        /** Feeds what a tensor holds at each run. */
        public Builder feed(Operand<?> place, Tensor tensor) {
            fed.add(place.asOutput());
            tensors.add(tensor);
            return this;
        }

        /** Fetches a value; the first is result 0. */
        public Builder fetch(Operand<?> value) {
            fetched.add(value.asOutput());
            return this;
        }

        /** Runs an operation besides. */
        public Builder target(Op operation) {
            targets.add((GraphOperation) operation.op());
            return this;
        }

        /** The call, to be closed by the caller. */
        public PreparedCall prepare() {
            return new PreparedCall(this);
        }
    }
}
