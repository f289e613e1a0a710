package dev.ganglion.controllers;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/** Sessions for graphs that are run only a few times. */
public final class Sessions {
    // Rewriting a graph for speed takes longer than these runs of it.
    private static final ConfigProto AS_IT_IS = ConfigProto.newBuilder()
            .setIntraOpParallelismThreads(1)
            .setInterOpParallelismThreads(-1)
            .setGraphOptions(GraphOptions.newBuilder()
                    .setRewriteOptions(RewriterConfig.newBuilder().setDisableMetaOptimizer(true)))
            .build();

    private Sessions() {}

    /** A session that runs the graph as it was built, on the thread that calls. */
    public static Session of(Graph graph) {
        return new Session(graph, AS_IT_IS);
    }
}
