package dev.ganglion.experiments.study;

import dev.ganglion.controllers.ControllerChoice;
import dev.ganglion.controllers.Controllers;
import dev.ganglion.controllers.yaml.YamlNode;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.options.Selector;
import dev.ganglion.experiments.config.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the arms of a study: named one by one, or laid out as a grid of controllers, ablations and learners. */
final class ArmReader {
    private static final List<String> ARM_KEYS = List.of(
            "name", "controller", "learner", "preset", "steps", "side-by-side", "environments", "ablates", "draws");

    /** An ablation that takes nothing away. */
    private static final String INTACT = "intact";

    private static final int MOST_DRAWS = 1_000;

    /** A draw for each seed. */
    private static final String PER_SEED = "per-seed";

    private final StudyProblems problems;
    private final YamlNode root;
    private final List<Study.Place> places;
    private final List<Long> seeds;
    private final ArmDefaults defaults;
    private final boolean bindsControllers;
    private final Map<String, YamlNode> nodes = new LinkedHashMap<>();

    /**
     * A reader.
     *
     * @param root the whole study
     * @param places its environments
     * @param seeds its seeds
     * @param defaults what it says of all arms
     * @param bindsControllers whether to check that each controller fits its bodies
     */
    ArmReader(
            StudyProblems problems,
            YamlNode root,
            List<Study.Place> places,
            List<Long> seeds,
            ArmDefaults defaults,
            boolean bindsControllers) {
        this.bindsControllers = bindsControllers;
        this.problems = problems;
        this.root = root;
        this.places = places;
        this.seeds = List.copyOf(seeds);
        this.defaults = defaults;
    }

    /** Adds an arm that is named by itself. */
    void arm(YamlNode item, Map<String, Arm> arms) {
        Map<String, YamlNode> parts = problems.mapping(item, ARM_KEYS);
        if (!item.isMapping()) {
            return;
        }
        problems.reading(item, () -> armOf(item, parts)).ifPresent(arm -> put(item, arm, arms));
    }

    private Arm armOf(YamlNode item, Map<String, YamlNode> parts) {
        Selector controller = StudyProblems.selector(item.get("controller"));
        String name = problems.name(item, StudyProblems.scalar(item.get("name")));
        Optional<Selector> learner = value(parts, "learner", StudyProblems::selector);
        Optional<String> preset = value(parts, "preset", StudyProblems::scalar);
        Optional<Long> steps = value(parts, "steps", node -> Limits.steps(StudyProblems.scalar(node)));
        Optional<Integer> sideBySide =
                value(parts, "side-by-side", node -> Limits.environments(StudyProblems.scalar(node)));
        return new Arm(
                name,
                controller,
                learner.or(defaults::learner),
                preset.or(defaults::preset),
                steps.or(defaults::steps).orElseGet(this::noSteps),
                sideBySide.or(defaults::sideBySide),
                environments(parts),
                value(parts, "ablates", StudyProblems::scalar),
                value(parts, "draws", this::draws).orElseGet(Draws.None::new));
    }

    private Draws draws(YamlNode node) {
        if (!node.isNumber()) {
            String text = StudyProblems.scalar(node);
            if (!text.equals(PER_SEED)) {
                throw new InvalidInputException("draws cannot be '" + text + "'; it takes 1 to " + MOST_DRAWS
                        + ", from every seed, or '" + PER_SEED + "', one from each");
            }
            if (seeds.stream().anyMatch(seed -> seed < 1)) {
                throw new InvalidInputException(
                        "'" + PER_SEED + "' draws are numbered like the seeds, which must be 1 or more then");
            }
            return new Draws.PerSeed();
        }
        int draws = node.whole();
        if (draws < 1 || draws > MOST_DRAWS) {
            throw new InvalidInputException("draws cannot be " + draws + "; it takes 1 to " + MOST_DRAWS);
        }
        return new Draws.Crossed(draws);
    }

    /** Said once, however many arms there are. */
    private long noSteps() {
        problems.add(root, "the key 'steps' is missing; give the environment steps of each run, such as 100k");
        return 0;
    }

    private List<String> environments(Map<String, YamlNode> parts) {
        List<String> all = places.stream().map(Study.Place::name).toList();
        YamlNode node = parts.get("environments");
        if (node == null) {
            return all;
        }
        List<String> chosen = new ArrayList<>();
        for (YamlNode item : problems.items(node)) {
            String name = StudyProblems.scalar(item);
            if (problems.known(item, "environment", name, all)) {
                chosen.add(name);
            }
        }
        return chosen;
    }

    /** Adds the arms of a grid. */
    void grid(YamlNode node, Map<String, Arm> arms) {
        Map<String, YamlNode> axes = problems.mapping(node, List.of("controllers", "ablations", "learners"));
        List<Named> controllers = axis(axes, "controllers", "controller");
        List<Named> ablations = axis(axes, "ablations", "options");
        List<Named> learners = axis(axes, "learners", "learner");
        if (controllers.isEmpty()) {
            problems.add(node, "a grid has 'controllers', such as [ncap, mlp]");
        }
        if (!problems.isFew(
                node, (long) controllers.size() * Math.max(1, ablations.size()) * Math.max(1, learners.size()))) {
            return;
        }
        boolean hasIntact = ablations.stream().anyMatch(ablation -> ablation.text.isEmpty());
        for (Named controller : controllers) {
            for (Named ablation : ablations.isEmpty() ? List.of(Named.NOTHING) : ablations) {
                for (Named learner : learners.isEmpty() ? List.of(Named.NOTHING) : learners) {
                    String suffix = learners.size() > 1 ? "+" + learner.name : "";
                    String intact = controller.name + suffix;
                    boolean isAblated = !ablation.text.isEmpty();
                    problems.reading(
                                    node,
                                    () -> new Arm(
                                            isAblated ? controller.name + "+" + ablation.name + suffix : intact,
                                            ablated(controller.text, ablation.text),
                                            learner.text.isEmpty()
                                                    ? defaults.learner()
                                                    : Optional.of(Selector.parse(learner.text)),
                                            defaults.preset(),
                                            defaults.steps().orElseGet(this::noSteps),
                                            defaults.sideBySide(),
                                            places.stream()
                                                    .map(Study.Place::name)
                                                    .toList(),
                                            isAblated && hasIntact ? Optional.of(intact) : Optional.empty(),
                                            new Draws.None()))
                            .ifPresent(arm -> put(node, arm, arms));
                }
            }
        }
    }

    private List<Named> axis(Map<String, YamlNode> axes, String key, String valueKey) {
        YamlNode list = axes.get(key);
        Map<String, Named> members = new LinkedHashMap<>();
        if (list != null) {
            for (YamlNode item : problems.items(list)) {
                problems.reading(item, () -> member(item, valueKey))
                        .ifPresent(member -> problems.putNew(item, "grid entrie", member.name, member, members));
            }
        }
        return List.copyOf(members.values());
    }

    private Named member(YamlNode item, String valueKey) {
        if (item.isMapping()) {
            problems.mapping(item, List.of("name", valueKey));
            return new Named(
                    problems.name(item, StudyProblems.scalar(item.get("name"))),
                    StudyProblems.scalar(item.get(valueKey)));
        }
        String text = StudyProblems.scalar(item);
        return text.equals(INTACT) ? Named.NOTHING : new Named(StudyProblems.shortName(text), text);
    }

    private static Selector ablated(String controller, String options) {
        Selector selector = Selector.parse(controller);
        if (options.isEmpty()) {
            return selector;
        }
        Map<String, String> merged = new LinkedHashMap<>(selector.options());
        merged.putAll(Selector.parse("ablation:" + options).options());
        return new Selector(selector.name(), merged);
    }

    private void put(YamlNode node, Arm arm, Map<String, Arm> arms) {
        problems.putNew(node, "arm", arm.name(), arm, arms);
        nodes.putIfAbsent(arm.name(), node);
        if (bindsControllers) {
            problems.reading(node, () -> checked(arm));
        }
    }

    /** Binds the controller to each of its bodies, so that what does not fit is known before anything runs. */
    private ControllerChoice checked(Arm arm) {
        ControllerChoice choice = Controllers.parse(arm.controller().toString());
        if (!(arm.draws() instanceof Draws.None)
                && !choice.provider().options().keys().contains(Arm.DRAW_OPTION)) {
            throw new InvalidInputException(choice.provider().name()
                    + " has no wiring to be drawn; take 'draws' away from the arm '" + arm.name() + "'");
        }
        for (Study.Place place : places) {
            if (arm.environments().contains(place.name())) {
                arm.config(place.environment(), arm.draws().from(1).get(0), arm.steps())
                        .plan()
                        .controller()
                        .bind(place.environment().create().spec());
            }
        }
        return choice;
    }

    /** Checks that what arms are ablations of is there. */
    void checkAblations(Map<String, Arm> arms) {
        nodes.forEach((name, node) -> Optional.ofNullable(arms.get(name))
                .flatMap(Arm::ablates)
                .ifPresent(intact -> problems.known(node, "arm", intact, arms.keySet())));
    }

    private <T> Optional<T> value(Map<String, YamlNode> parts, String key, StudyProblems.NodeReader<T> reader) {
        YamlNode node = parts.get(key);
        return node == null ? Optional.empty() : problems.reading(node, () -> reader.read(node));
    }

    /** An entry of one of a grid's axes. */
    private record Named(String name, String text) {
        static final Named NOTHING = new Named(INTACT, "");
    }
}
