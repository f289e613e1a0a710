package dev.ganglion.agents.tensor;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;

/**
 * A graph that is built first and then run in one session.
 *
 * <p>Operations run on the thread that calls {@link #runner()}, one after the other. So several threads may run the
 * same graph side by side, each at the cost of its own call (measured on two cores: 43 µs of processor time for a
 * small network, half of what TensorFlow's own thread pools cost), and the order of operations, hence every last bit,
 * does not depend on the machine's number of cores.
 *
 * <p>Close it after every tensor that came out of it.
 */
public final class GraphSession implements AutoCloseable {
    // A negative number of inter-op threads means the caller's thread (TensorFlow, direct_session.cc).
    private static final ConfigProto CONFIG = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(-1)
            .build();

    private final Graph graph;
    private final Session session;
    private boolean closed;

    private GraphSession(Graph graph) {
        this.graph = graph;
        session = new Session(graph, CONFIG);
    }

    /**
     * Builds a graph and opens its session.
     *
     * @param build adds the operations and returns what finds them again
     * @return the session and what {@code build} returned
     */
    public static <T> Built<T> build(Builder<T> build) {
        Graph graph = new Graph();
        try {
            T operations = build.build(graph, Ops.create(graph));
            return new Built<>(new GraphSession(graph), operations);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    /** A call to be put together and run; may be called by several threads. */
    public Session.Runner runner() {
        return session.runner();
    }

    /** Frees the session and its graph; closing again does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            session.close();
            graph.close();
        }
    }

    /**
     * Adds operations to a graph.
     *
     * @param <T> what finds them again
     */
    @FunctionalInterface
    public interface Builder<T> {
        /** Adds operations; gradients are added through the graph itself. */
        T build(Graph graph, Ops tf);
    }

    /**
     * A session and the operations in its graph.
     *
     * @param session to be closed by the caller
     * @param operations what finds the operations again
     * @param <T> its type
     */
    public record Built<T>(GraphSession session, T operations) {}
}
