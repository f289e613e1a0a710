package dev.ganglion.experiments;

import dev.ganglion.agents.policy.Policy;
import dev.ganglion.controllers.PlasticWeights;
import dev.ganglion.controllers.WatchedNeuron;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Film;
import dev.ganglion.environments.render.FilmRecorder;
import dev.ganglion.environments.render.Traces;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is filmed of a policy besides the body.
 *
 * @param environment where it acts
 * @param policy what acts, without noise
 * @param neurons the neurons that are watched; none to watch none
 * @param weights the plastic weights that are watched; none to watch none
 * @param lives for how many time limits an episode goes on, unless it ends otherwise
 */
public record Filming(
        Environment environment, Policy policy, List<WatchedNeuron> neurons, List<PlasticWeights> weights, int lives) {
    /** Copies the lists. */
    public Filming {
        neurons = List.copyOf(neurons);
        weights = List.copyOf(weights);
    }

    /** An episode, and nothing besides the body. */
    public Filming(Environment environment, Policy policy) {
        this(environment, policy, List.of(), List.of(), 1);
    }

    /**
     * The same with what the controller's neurons do.
     *
     * @throws InvalidInputException if the controller has no neurons with names
     */
    public Filming withNeurons() {
        List<WatchedNeuron> all = policy.controller().neurons();
        if (all.isEmpty()) {
            throw new InvalidInputException(policy.controller().name()
                    + " has no neurons with names to show; leave out --neurons, or name a circuit such as connectome");
        }
        return new Filming(environment, policy, all, weights, lives);
    }

    /**
     * The same with how the controller's plastic weights change.
     *
     * @throws InvalidInputException if the controller has none
     */
    public Filming withWeights() {
        List<PlasticWeights> all = policy.controller().plasticWeights();
        if (all.isEmpty()) {
            throw new InvalidInputException(policy.controller().name()
                    + " has no weights that change while it lives; leave out --weights, or give its synapses a rule, as"
                    + " in ncap:synapse=hebb");
        }
        return new Filming(environment, policy, neurons, all, lives);
    }

    /**
     * The same for a life of several time limits.
     *
     * @throws InvalidInputException if episodes can't go on beyond theirs
     */
    public Filming forLives(int count) {
        if (count > 1 && !environment.isProlongable()) {
            throw new InvalidInputException("Lives on " + environment.spec().name()
                    + " end with its time limit, which is part of the task; leave out --life");
        }
        return new Filming(environment, policy, neurons, weights, count);
    }

    /**
     * Films an episode.
     *
     * @param seed decides the episode; seed s shows the first episode of an evaluation with seed s
     * @param seconds simulated time after which the film ends, in seconds; infinite for the whole episode
     * @param title what it shows
     */
    public Film film(long seed, double seconds, String title) {
        float[] observation = new float[environment.spec().observation().size()];
        float[] action = new float[environment.spec().action().size()];
        double period = environment.spec().controlPeriodSeconds();
        FilmRecorder recorder = new FilmRecorder(period);
        List<float[]> activities = new ArrayList<>();
        List<float[]> changes = new ArrayList<>();
        environment.reset(RandomStreams.seed(seed, "evaluation/0/reset"), observation, 0);
        policy.begin(seed);
        recorder.begin(environment.scene());
        boolean goesOn = true;
        for (int step = 0, left = lives; goesOn && step * period < seconds; step++) {
            float[] activity = new float[neurons.size()];
            policy.act(observation, action, activity);
            activities.add(activity);
            changes.add(weights(policy.state()));
            StepStatus status = environment.step(action, 0, observation, 0);
            recorder.step(environment.scene(), environment.reward());
            goesOn = !status.isDone() || (status == StepStatus.TRUNCATED && --left > 0 && environment.prolong());
        }
        Film film = recorder.film(title);
        if (!neurons.isEmpty()) {
            film = film.withTraces(activity(activities));
        }
        return weights.isEmpty() ? film : film.withTraces(change(changes));
    }

    private float[] weights(float[] state) {
        float[] values =
                new float[weights.stream().mapToInt(PlasticWeights::size).sum()];
        int at = 0;
        for (PlasticWeights part : weights) {
            System.arraycopy(state, part.offset(), values, at, part.size());
            at += part.size();
        }
        return values;
    }

    private Traces activity(List<float[]> activities) {
        return new Traces(
                "activity, each class from head to tail",
                neurons.stream().map(WatchedNeuron::name).toList(),
                neurons.stream().map(WatchedNeuron::cellClass).toList(),
                environment.spec().controlPeriodSeconds(),
                activities);
    }

    private Traces change(List<float[]> changes) {
        List<String> names = policy.controller().state().names();
        String caption = weights.stream()
                .map(part -> switch (part.meaning()) {
                    case WEIGHT -> "plastic weights";
                    case CHANGE -> "what synapses have learned since birth";
                    case TRACE -> "traces of plastic weights";
                })
                .distinct()
                .collect(Collectors.joining(", "));
        return new Traces(
                caption,
                weights.stream()
                        .flatMap(part -> names.subList(part.offset(), part.offset() + part.size()).stream())
                        .toList(),
                weights.stream()
                        .flatMap(part -> Collections.nCopies(part.size(), part.name()).stream())
                        .toList(),
                environment.spec().controlPeriodSeconds(),
                changes);
    }
}
