package dev.ganglion.agents.evaluation;

import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.signal.Box;
import dev.ganglion.environments.signal.Discrete;
import dev.ganglion.environments.signal.Signal;
import java.util.random.RandomGenerator;

/** Acts uniformly at random: between the limits of a command, ±1 where it has none, or among alternatives. */
final class RandomActor implements EpisodeActor {
    private final EnvironmentSpec environment;
    private final EvaluationPlan plan;
    private final RandomGenerator[] random = new RandomGenerator[Policy.GROUP];

    RandomActor(EnvironmentSpec environment, EvaluationPlan plan) {
        this.environment = environment;
        this.plan = plan;
    }

    @Override
    public void begin(int slot, int episode) {
        random[slot] = RandomStreams.named(plan.seed(), "evaluation/" + episode + "/noise");
    }

    @Override
    public void act(float[] observations, boolean[] running, float[] actions) {
        int size = environment.action().size();
        for (int slot = 0; slot < running.length; slot++) {
            if (running[slot]) {
                draw(random[slot], actions, slot * size);
            }
        }
    }

    private void draw(RandomGenerator generator, float[] actions, int offset) {
        if (environment.action() instanceof Discrete choice) {
            actions[offset] = generator.nextInt(choice.choices().size());
        } else if (environment.action() instanceof Box box) {
            int at = offset;
            for (Signal signal : box.signals()) {
                double low = Double.isFinite(signal.low()) ? signal.low() : -1;
                double high = Double.isFinite(signal.high()) ? signal.high() : 1;
                for (int i = 0; i < signal.size(); i++) {
                    actions[at++] = (float) generator.nextDouble(low, high);
                }
            }
        }
    }

    @Override
    public void close() {
        // It holds nothing outside the heap.
    }
}
