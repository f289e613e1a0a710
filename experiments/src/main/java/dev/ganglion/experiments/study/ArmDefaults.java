package dev.ganglion.experiments.study;

import dev.ganglion.environments.options.Selector;
import java.util.Optional;

/**
 * What a study says of all arms that do not say otherwise.
 *
 * @param learner the learner with its options
 * @param preset name of the preset, or {@code none}
 * @param steps environment steps
 * @param sideBySide environments side by side
 */
record ArmDefaults(
        Optional<Selector> learner, Optional<String> preset, Optional<Long> steps, Optional<Integer> sideBySide) {}
