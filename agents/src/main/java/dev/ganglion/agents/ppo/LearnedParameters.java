package dev.ganglion.agents.ppo;

import dev.ganglion.agents.optimiser.AdamVector;
import dev.ganglion.agents.tensor.GraphSession;
import dev.ganglion.agents.tensor.PreparedCall;

/** How what has been learned leaves the training graph, in calls that are laid out once. */
final class LearnedParameters implements AutoCloseable {
    private final AdamVector.Reader controller;
    private final AdamVector.Reader critic;
    private final PreparedCall publish;

    LearnedParameters(GraphSession session, PpoGraph graph) {
        controller = graph.controller.reader(session);
        critic = graph.critic.reader(session);
        publish = session.call().target(graph.acting.publish()).prepare();
    }

    /** The controller's parameters and moments. */
    AdamVector.Content controller() {
        return controller.read();
    }

    /** The critic's parameters and moments. */
    AdamVector.Content critic() {
        return critic.read();
    }

    /** Acts with the present parameters from now on. */
    void publish() {
        publish.run();
    }

    @Override
    public void close() {
        controller.close();
        critic.close();
        publish.close();
    }
}
