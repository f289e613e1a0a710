package dev.ganglion.experiments.study;

import dev.ganglion.controllers.yaml.YamlNode;
import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.Environments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the environments of a study, or those that its controllers move to.
 *
 * @param problems gathers what is wrong with them
 */
record PlaceReader(StudyProblems problems) {
    /**
     * The environments in a list.
     *
     * @param known those that may be named without saying again what they are
     */
    List<Study.Place> read(YamlNode list, List<Study.Place> known) {
        Map<String, Study.Place> places = new LinkedHashMap<>();
        for (YamlNode item : problems.items(list)) {
            problems.reading(item, () -> place(item, known))
                    .ifPresent(place -> problems.putNew(item, "environment", place.name(), place, places));
        }
        return List.copyOf(places.values());
    }

    private Study.Place place(YamlNode item, List<Study.Place> known) {
        if (!item.isMapping()) {
            Optional<Study.Place> named = known.stream()
                    .filter(place -> place.name().equals(StudyProblems.scalar(item)))
                    .findFirst();
            if (named.isPresent()) {
                return named.get();
            }
            EnvironmentChoice environment = Environments.parse(StudyProblems.scalar(item));
            return Study.Place.of(StudyProblems.shortName(environment.name()), environment);
        }
        Map<String, YamlNode> parts = problems.mapping(item, List.of("name", "environment", "goal"));
        EnvironmentChoice environment = Environments.parse(StudyProblems.scalar(item.get("environment")));
        YamlNode name = parts.get("name");
        Study.Place place = Study.Place.of(
                name == null
                        ? StudyProblems.shortName(environment.name())
                        : problems.name(name, StudyProblems.scalar(name)),
                environment);
        return problems.value(parts, "goal", YamlNode::number)
                .map(goal -> new Study.Place(place.name(), environment, goal))
                .orElse(place);
    }
}
