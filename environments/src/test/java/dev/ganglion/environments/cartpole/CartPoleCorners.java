package dev.ganglion.environments.cartpole;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.Option;
import java.util.List;

/** Steps a task with every combination of the least and the greatest values of its real parameters. */
final class CartPoleCorners {
    private static final int STEPS = 160;

    private CartPoleCorners() {}

    /** A slow swing to and fro, which hits the stops and spins the pole where there is nothing to end it. */
    static void thenHoldTogether(String name, EnvironmentProvider provider) {
        List<Option.Real> options = provider.options().list().stream()
                .filter(Option.Real.class::isInstance)
                .map(Option.Real.class::cast)
                .toList();
        for (int corner = 0; corner < 1 << options.size(); corner++) {
            StringBuilder text = new StringBuilder(name);
            for (int i = 0; i < options.size(); i++) {
                Option.Real option = options.get(i);
                text.append(i == 0 && !name.contains(":") ? ':' : ',')
                        .append(option.key())
                        .append('=');
                text.append((corner >> i & 1) == 0 ? option.min() : option.max());
            }
            run(text.toString());
        }
    }

    private static void run(String name) {
        Environment environment = Environments.parse(name).create();
        float[] observation = new float[environment.spec().observation().size()];
        environment.reset(1, observation, 0);
        StepStatus status = StepStatus.RUNNING;
        for (int step = 0; step < STEPS && !status.isDone(); step++) {
            float force = step / 40 % 2 == 0 ? 1 : -1;
            status = environment.step(new float[] {force}, 0, observation, 0);
            then(environment.reward()).as(name).isBetween(0.0, 1.0);
            for (float value : observation) {
                then(value).as(name).isBetween(-1e3f, 1e3f);
            }
        }
    }
}
