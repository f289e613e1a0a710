package dev.ganglion.experiments.cli;

import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.experiments.Run;
import java.util.Optional;

/**
 * What is watched, and where.
 *
 * @param environment the body and its task
 * @param behaviour what acts
 * @param name what to call the behaviour
 * @param run the run it comes from, if it was trained
 */
record Subject(EnvironmentChoice environment, Behaviour behaviour, String name, Optional<Run> run) {}
