package dev.ganglion.experiments.study;

import dev.ganglion.controllers.yaml.StrictYaml;
import dev.ganglion.controllers.yaml.YamlNode;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads a study file, and checks all of it before anything runs. */
public final class StudyReader {
    private static final List<String> KEYS = List.of(
            "study",
            "question",
            "environments",
            "arms",
            "grid",
            "seeds",
            "steps",
            "learner",
            "preset",
            "side-by-side",
            "evaluation",
            "thresholds",
            "compare",
            "transfer",
            "lifetime");

    private static final long MOST_RUNS = 100_000;

    private final StudyProblems problems = new StudyProblems();
    private final PlaceReader placeReader = new PlaceReader(problems);
    private final YamlNode root;
    private final Map<String, YamlNode> keys;

    private final boolean bindsControllers;

    private StudyReader(YamlNode root, boolean bindsControllers) {
        this.root = root;
        this.bindsControllers = bindsControllers;
        keys = problems.mapping(root, KEYS);
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInputException if it is missing or no YAML
     * @throws StudyFormatException with all that is wrong with it, if it is no study that could be run
     */
    public static Study read(Path file) {
        return read(file, true);
    }

    /** Reads a file that was checked before, without binding every controller to its bodies again. */
    static Study reread(Path file) {
        return read(file, false);
    }

    private static Study read(Path file, boolean bindsControllers) {
        String stem = file.toAbsolutePath().getFileName().toString().replaceFirst("\\.ya?ml$", "");
        return new StudyReader(StrictYaml.readTree(file), bindsControllers).study(stem);
    }

    private Study study(String stem) {
        String name = text("study").orElse(stem);
        if (!StudyProblems.isName(name)) {
            problems.add(keys.getOrDefault("study", root), StudyProblems.noName(name));
        }
        List<Study.Place> places = places();
        List<Long> seeds = seeds();
        List<Arm> arms = arms(places, seeds);
        Watched watched = watched();
        Study study = new Study(
                name,
                text("question").orElse(""),
                places,
                arms,
                seeds,
                watched.episodes,
                watched.seed,
                thresholds(),
                comparisons(arms),
                transfer(places),
                lifetime(places, watched));
        problems.throwIfAny();
        requireFewRuns(study);
        return study;
    }

    /** Before the runs are laid out, which would take more memory than there is. */
    private void requireFewRuns(Study study) {
        long runs = 0;
        for (Arm arm : study.arms()) {
            long draws = study.seeds().isEmpty()
                    ? 0
                    : arm.draws().from(study.seeds().get(0)).size();
            runs += draws * arm.environments().size() * study.seeds().size();
        }
        long moves = study.transfer().map(transfer -> transfer.places().size()).orElse(0);
        if (runs * (1 + moves) > MOST_RUNS) {
            problems.add(root, "it has " + runs * (1 + moves) + " runs; the most is " + MOST_RUNS);
            problems.throwIfAny();
        }
    }

    private List<Study.Place> places() {
        if (keys.get("environments") == null) {
            return List.of(Study.Place.of("swim", Environments.parse("swimmer/swim")));
        }
        return placeReader.read(keys.get("environments"), List.of());
    }

    private List<Arm> arms(List<Study.Place> places, List<Long> seeds) {
        ArmDefaults defaults = new ArmDefaults(
                value("learner", StudyProblems::selector),
                text("preset"),
                value("steps", node -> Limits.steps(StudyProblems.scalar(node))),
                value("side-by-side", node -> Limits.environments(StudyProblems.scalar(node))));
        ArmReader reader = new ArmReader(problems, root, places, seeds, defaults, bindsControllers);
        Map<String, Arm> arms = new LinkedHashMap<>();
        if (keys.get("grid") != null) {
            reader.grid(keys.get("grid"), arms);
        }
        if (keys.get("arms") != null) {
            problems.items(keys.get("arms")).forEach(item -> reader.arm(item, arms));
        }
        if (keys.get("grid") == null && keys.get("arms") == null) {
            problems.add(root, "the study compares nothing; name its 'arms', or lay out a 'grid'");
        }
        reader.checkAblations(arms);
        return List.copyOf(arms.values());
    }

    private List<Long> seeds() {
        YamlNode node = keys.get("seeds");
        if (node == null) {
            problems.add(root, "the key 'seeds' is missing; give a number such as 10, or a list");
            return List.of();
        }
        return problems.reading(node, () -> seeds(node)).orElse(List.of());
    }

    private static List<Long> seeds(YamlNode node) {
        if (node.isList()) {
            return node.items().stream()
                    .map(item -> Limits.seed(StudyProblems.scalar(item)))
                    .distinct()
                    .toList();
        }
        return LongStream.rangeClosed(1, Limits.seedCount(StudyProblems.scalar(node)))
                .boxed()
                .toList();
    }

    private Watched watched() {
        Watched standard = new Watched(Watching.STANDARD.episodes(), Watching.STANDARD.seed());
        YamlNode node = keys.get("evaluation");
        if (node == null) {
            return standard;
        }
        Map<String, YamlNode> parts = problems.mapping(node, List.of("episodes", "seed"));
        return new Watched(
                problems.value(parts, "episodes", item -> Limits.episodes(StudyProblems.scalar(item)))
                        .orElse(standard.episodes),
                problems.value(parts, "seed", item -> Limits.seed(StudyProblems.scalar(item)))
                        .orElse(standard.seed));
    }

    private List<Double> thresholds() {
        YamlNode node = keys.get("thresholds");
        List<Double> thresholds = new ArrayList<>();
        if (node != null) {
            problems.items(node)
                    .forEach(item -> problems.reading(item, item::number).ifPresent(thresholds::add));
        }
        return thresholds;
    }

    private List<Study.Comparison> comparisons(List<Arm> arms) {
        List<String> names = arms.stream().map(Arm::name).toList();
        if (keys.get("compare") == null) {
            return names.stream()
                    .skip(1)
                    .map(name -> new Study.Comparison(names.get(0), name))
                    .toList();
        }
        List<Study.Comparison> comparisons = new ArrayList<>();
        for (YamlNode pair : problems.items(keys.get("compare"))) {
            List<YamlNode> ends = problems.items(pair);
            if (ends.size() == 2) {
                String first = StudyProblems.scalar(ends.get(0));
                String second = StudyProblems.scalar(ends.get(1));
                boolean isFirstKnown = problems.known(ends.get(0), "arm", first, names);
                boolean isSecondKnown = problems.known(ends.get(1), "arm", second, names);
                if (isFirstKnown && isSecondKnown) {
                    comparisons.add(new Study.Comparison(first, second));
                }
            } else if (pair.isList()) {
                problems.add(pair, "a comparison has two arms, such as [ncap, mlp]");
            }
        }
        return comparisons;
    }

    private Optional<Study.Transfer> transfer(List<Study.Place> places) {
        YamlNode node = keys.get("transfer");
        if (node == null) {
            return Optional.empty();
        }
        Map<String, YamlNode> parts = problems.mapping(node, List.of("to", "steps", "partial"));
        YamlNode to = parts.get("to");
        List<Study.Place> targets = to == null ? places : placeReader.read(to, places);
        long steps = problems.value(parts, "steps", item -> Limits.steps(StudyProblems.scalar(item)))
                .orElse(0L);
        boolean partial = problems.value(parts, "partial", YamlNode::truth).orElse(false);
        return Optional.of(new Study.Transfer(targets, steps, partial));
    }

    private Optional<LifetimeProtocol> lifetime(List<Study.Place> places, Watched watched) {
        YamlNode node = keys.get("lifetime");
        if (node == null) {
            return Optional.empty();
        }
        Map<String, YamlNode> parts = problems.mapping(node, List.of("multiples", "lives"));
        List<Integer> multiples = new ArrayList<>();
        YamlNode list = parts.get("multiples");
        if (list != null) {
            problems.items(list)
                    .forEach(item -> problems.reading(
                                    item, () -> Limits.multiple("multiples", StudyProblems.scalar(item)))
                            .ifPresent(multiples::add));
        }
        int lives = problems.value(parts, "lives", item -> Limits.episodes(StudyProblems.scalar(item)))
                .orElse(watched.episodes);
        for (Study.Place place : places) {
            if (!place.environment().create().isProlongable()) {
                problems.add(node, "lives on " + place.name() + " end with its time limit, which is part of the task");
            }
        }
        return problems.reading(
                node,
                () -> new LifetimeProtocol(list == null ? LifetimeProtocol.MULTIPLES : multiples, lives, watched.seed));
    }

    private Optional<String> text(String key) {
        return value(key, StudyProblems::scalar);
    }

    private <T> Optional<T> value(String key, StudyProblems.NodeReader<T> reader) {
        return problems.value(keys, key, reader);
    }

    /** The protocol of evaluations. */
    private record Watched(int episodes, long seed) {}
}
