package dev.ganglion.agents.evolution;

import dev.ganglion.agents.TrainingPlan;
import dev.ganglion.agents.normalisation.SignalNormaliser;
import dev.ganglion.agents.optimiser.ParameterLayout;
import dev.ganglion.controllers.Controller;
import dev.ganglion.environments.EnvironmentSpec;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.signal.Signals;

/**
 * What is searched for, how, and where.
 *
 * @param plan the run
 * @param environment what is acted in
 * @param controller what acts, bound to the environment
 * @param method the search
 * @param trials how candidates are tried
 * @param <S> type of the search's state
 */
record EvolutionModel<S extends SearchState>(
        TrainingPlan plan,
        EnvironmentSpec environment,
        Controller controller,
        SearchMethod<S> method,
        TrialSettings trials) {

    /** The model of a plan. */
    static <S extends SearchState> EvolutionModel<S> of(
            TrainingPlan plan, SearchMethod<S> method, TrialSettings trials) {
        EnvironmentSpec environment = plan.environment().create().spec();
        Controller controller = plan.controller().bind(environment);
        EvolutionModel<S> model = new EvolutionModel<>(plan, environment, controller, method, trials);
        int size = model.layout().size();
        if (size == 0) {
            throw new InvalidInputException(
                    "The controller " + controller.name() + " has no parameters, so there is nothing to train");
        }
        if (size > method.largest()) {
            throw new InvalidInputException(plan.learner().provider().name() + " searches over at most "
                    + method.largest() + " parameters, and " + controller.name() + " on " + environment.name() + " has "
                    + size + "; take es or ars, which have no such limit");
        }
        return model;
    }

    /** Where the parameters lie. */
    ParameterLayout layout() {
        return new ParameterLayout(controller.parameters());
    }

    /** Whether the controller's input is normalised. */
    boolean normalises() {
        return trials.normalises() && !controller.takesRawSignals();
    }

    /** Statistics of nothing, of the signals that are normalised. */
    SignalNormaliser emptyNormaliser() {
        return SignalNormaliser.empty(signals(), trials.clip());
    }

    /** The signals that are normalised. */
    Signals signals() {
        return normalises() ? environment.observation().signals() : Signals.of();
    }

    /** A search that begins with these parameters. */
    Snapshot<S> beginning(double[] parameters, SignalNormaliser normaliser) {
        SharedValues shared = trials.sharedSteps() > 0
                ? SharedValues.alike(controller.parameters(), parameters)
                : SharedValues.apart(parameters.length);
        return new Snapshot<>(0, 0, 0, shared, method.begin(shared.start(parameters)), normaliser);
    }

    /** The generation that follows a snapshot. */
    Generation next(Snapshot<S> from) {
        double remaining = plan.steps() == 0 ? 0 : Math.max(0, 1 - (double) from.steps() / plan.steps());
        return new Generation(from.generation(), from.age(), remaining, new Noise(plan.seed()));
    }

    /**
     * The number of candidates in a generation.
     *
     * @param shared how searched values become parameters
     */
    int population(SharedValues shared) {
        return method.population(shared.size());
    }
}
