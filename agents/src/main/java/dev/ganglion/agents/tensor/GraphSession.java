package dev.ganglion.agents.tensor;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.proto.ThreadPoolOptionProto;

/**
 * A graph that is built first and then run in one session.
 *
 * <p>Operations of a {@link #runner()} run on the thread that calls it, one after the other. So several threads may run the
 * same graph side by side, each at the cost of its own call (measured on two cores: 43 µs of processor time for a
 * small network, half of what TensorFlow's own thread pools cost), and the order of operations, hence every last bit,
 * does not depend on the machine's number of cores.
 *
 * <p>Close it after every tensor that came out of it.
 */
public final class GraphSession implements AutoCloseable {
    private static final int CALLERS_THREAD = -1;

    /** For sessions with a pool of threads besides: this run stays on the caller's. */
    private static final RunOptions ON_CALLERS_THREAD =
            RunOptions.newBuilder().setInterOpThreadPool(CALLERS_THREAD).build();

    private final Graph graph;
    private final Session session;
    private final boolean hasPool;
    private final ReadWriteLock openness = new ReentrantReadWriteLock();
    private boolean closed;

    static {
        NativeMemory.leaveUncounted();
    }

    private GraphSession(Graph graph, int threads) {
        this.graph = graph;
        hasPool = threads > 1;
        // A negative number of inter-op threads means the caller's thread (TensorFlow, direct_session.cc).
        ConfigProto.Builder config =
                ConfigProto.newBuilder().setIntraOpParallelismThreads(1).setInterOpParallelismThreads(CALLERS_THREAD);
        if (hasPool) {
            config.clearInterOpParallelismThreads()
                    .addSessionInterOpThreadPool(
                            ThreadPoolOptionProto.newBuilder().setNumThreads(threads));
        }
        // Only then is a shape known that is declared for something that is fed, and with it folded what depends on it
        // alone. In a graph with gradients that is half of all operations.
        RewriterConfig rewriting = RewriterConfig.newBuilder()
                .setConstantFolding(RewriterConfig.Toggle.AGGRESSIVE)
                .build();
        config.setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriting));
        session = new Session(graph, config.build());
    }

    /**
     * Builds a graph and opens its session.
     *
     * @param build adds the operations and returns what finds them again
     * @return the session and what {@code build} returned
     */
    public static <T> Built<T> build(Builder<T> build) {
        return build(1, build);
    }

    /**
     * Builds a graph and opens its session.
     *
     * @param threads how many threads work on a call of {@link #wideRunner}
     * @param build adds the operations and returns what finds them again
     * @return the session and what {@code build} returned
     */
    public static <T> Built<T> build(int threads, Builder<T> build) {
        Graph graph = new Graph();
        try {
            T operations = build.build(graph, Ops.create(graph));
            return new Built<>(new GraphSession(graph, threads), operations);
        } catch (RuntimeException | Error e) {
            graph.close();
            throw e;
        }
    }

    /** A call to be put together and run; may be called by several threads. */
    public Session.Runner runner() {
        return hasPool ? session.runner().setOptions(ON_CALLERS_THREAD) : session.runner();
    }

    /** A call on the session's own threads, for work that has parts that do not need each other. */
    public Session.Runner wideRunner() {
        return session.runner();
    }

    /** A call to be laid out once and run many times, on the thread that runs it; several may run side by side. */
    public PreparedCall.Builder call() {
        return new PreparedCall.Builder(this, NativeHandles.of(session), hasPool ? ON_CALLERS_THREAD : null);
    }

    /** The same on the session's own threads, for work that has parts that do not need each other. */
    public PreparedCall.Builder wideCall() {
        return new PreparedCall.Builder(this, NativeHandles.of(session), null);
    }

    /** Keeps the session open until {@link #leave}. */
    void enter() {
        openness.readLock().lock();
        if (closed) {
            openness.readLock().unlock();
            throw new IllegalStateException("The session was closed");
        }
    }

    void leave() {
        openness.readLock().unlock();
    }

    /** Frees the session and its graph once no prepared call runs; closing again does nothing. */
    @Override
    public void close() {
        openness.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
                graph.close();
            }
        } finally {
            openness.writeLock().unlock();
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
