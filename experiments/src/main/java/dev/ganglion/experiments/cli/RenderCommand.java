package dev.ganglion.experiments.cli;

import dev.ganglion.agents.policy.Behaviour;
import dev.ganglion.agents.policy.Policy;
import dev.ganglion.environments.Environment;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.environments.render.AnimatedGif;
import dev.ganglion.environments.render.Film;
import dev.ganglion.environments.render.Filmstrip;
import dev.ganglion.environments.render.Traces;
import dev.ganglion.experiments.Filming;
import dev.ganglion.experiments.Pictures;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.ActivityTable;
import dev.ganglion.experiments.run.WholeFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ganglion render}. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Films a controller for an episode: an animated GIF and a strip of pictures.",
        description = {
            "",
            "Either a trained one, by its run directory, or an untrained one, by environment and controller.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ganglion render runs/seven",
            "  ganglion render runs/seven --seed 5 --out seven.gif",
            "  ganglion render --controller connectome --neurons",
            "  ganglion render runs/plastic --weights --life 4",
            "  ganglion render --env swimmer/swim:joints=11 --controller ncap --out eleven.gif"
        })
final class RenderCommand implements Callable<Integer> {
    private static final int PICTURES = 6;
    private static final int COLUMNS = 3;

    private final Terminal terminal;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Option(
            names = {"-s", "--seed"},
            paramLabel = "N",
            description = "Decides the episode; that of an evaluation with this seed comes first (default 1).")
    private String seed = Long.toString(Run.EVALUATION_SEED);

    @Mixin
    private final Overrides overrides = new Overrides();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE.gif",
            description = "Where to put the film, beside which a FILE.png is put; neither may be there"
                    + " (default: TASK.gif in the run, whose own film it replaces, or here).")
    private @Nullable Path out;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Simulated seconds to film, from the beginning (default: the whole episode).")
    private @Nullable String seconds;

    @Option(
            names = "--size",
            paramLabel = "WIDTHxHEIGHT",
            description = "Pixels of a picture (default " + Film.WIDTH + "x" + Film.HEIGHT + ").")
    private String size = Film.WIDTH + "x" + Film.HEIGHT;

    @Option(
            names = "--neurons",
            description = "Show what the controller's neurons do below the body, and put it beside the film as"
                    + " FILE-neurons.png and FILE-neurons.csv.")
    private boolean neurons;

    @Option(
            names = "--weights",
            description =
                    "Show how the controller's plastic weights change below the body, and put it beside the film as"
                            + " FILE-weights.png and FILE-weights.csv.")
    private boolean weights;

    @Option(
            names = "--life",
            paramLabel = "K",
            description = "Go on for K time limits unless the episode ends otherwise, such as by a fall (default 1).")
    private String life = "1";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    RenderCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        long number = Limits.seed(seed);
        Subject chosen = subject.resolve(terminal, number);
        Path gif = place(chosen);
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("film", gif);
        files.put("strip", beside(gif, ".png"));
        if (neurons) {
            files.put("neurons", beside(gif, "-neurons.png"));
            files.put("activity", beside(gif, "-neurons.csv"));
        }
        if (weights) {
            files.put("weights", beside(gif, "-weights.png"));
            files.put("changes", beside(gif, "-weights.csv"));
        }
        if (out != null || chosen.run().isEmpty()) {
            files.values().forEach(RenderCommand::requireFree);
        }
        Film film = film(chosen, number);
        write(film, files);
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            files.forEach((name, file) -> object.put(name, file.toString()));
            terminal.out().println(Json.write(object));
        } else {
            terminal.out()
                    .println("Drew "
                            + files.values().stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return 0;
    }

    private static void write(Film film, Map<String, Path> files) {
        files.forEach((name, file) -> {
            switch (name) {
                case "film" -> WholeFile.write(file, AnimatedGif.of(film));
                case "strip" -> WholeFile.write(file, Filmstrip.of(film.withoutTraces(), PICTURES, COLUMNS));
                case "neurons" -> WholeFile.write(file, Filmstrip.traces(film.title(), first(film)));
                case "activity" -> WholeFile.write(file, ActivityTable.of(first(film)));
                case "weights" -> WholeFile.write(file, Filmstrip.traces(film.title(), last(film)));
                default -> WholeFile.write(file, ActivityTable.of(last(film)));
            }
        });
    }

    /** What the neurons did, which is shown above the weights. */
    private static Traces first(Film film) {
        return film.traces().get(0);
    }

    private static Traces last(Film film) {
        return film.traces().get(film.traces().size() - 1);
    }

    private static Path beside(Path gif, String ending) {
        return gif.resolveSibling(gif.getFileName().toString().replaceFirst("\\.gif$", "") + ending);
    }

    private Path place(Subject chosen) {
        if (out != null) {
            return out;
        }
        String name = Pictures.stem(chosen.environment()) + ".gif";
        return chosen.run().map(run -> run.directory().path().resolve(name)).orElse(Path.of(name));
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new InvalidInputException(file + " is there already; give another --out");
        }
    }

    private Film film(Subject chosen, long number) {
        double duration = seconds == null ? Double.POSITIVE_INFINITY : Limits.seconds(seconds);
        String[] sides = size.split("x", 2);
        int width = Limits.pixels("width", sides[0]);
        int height = Limits.pixels("height", sides.length == 2 ? sides[1] : "");
        String title = chosen.environment().name() + " · " + chosen.name();
        Environment environment = chosen.environment().create();
        try (Policy policy = policy(chosen, environment)) {
            Filming filming = new Filming(environment, policy).forLives(Limits.multiple("life", life));
            filming = neurons ? filming.withNeurons() : filming;
            filming = weights ? filming.withWeights() : filming;
            return filming.film(number, duration, title).withSize(width, height);
        }
    }

    private Policy policy(Subject chosen, Environment environment) {
        Map<String, Double> values = overrides.values();
        if (chosen.behaviour() instanceof Behaviour.Trained trained) {
            return Policy.trained(trained.controller(), environment.spec(), trained.checkpoint(), values);
        }
        if (chosen.behaviour() instanceof Behaviour.Untrained untrained) {
            return Policy.untrained(untrained.controller(), environment.spec(), untrained.seed(), values);
        }
        throw new InvalidInputException("Random actions are not worth a film; name a controller such as ncap");
    }
}
