package dev.ganglion.experiments.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A training that takes a second. */
final class Tiny {
    static final String ENVIRONMENT = "maze/forage:size=5,time-limit=20";
    static final String CONTROLLER = "mlp:hidden=8";
    static final String LEARNER = "ppo:rollout=64,minibatch=32,epochs=2,critic-hidden=8";

    private Tiny() {}

    /** Trains into a directory, with other options in place of these or beside them. */
    static Captured train(Path directory, Object... more) {
        Map<Object, Object> options = new LinkedHashMap<>(Map.of(
                "--env",
                ENVIRONMENT,
                "--controller",
                CONTROLLER,
                "--learner",
                LEARNER,
                "--steps",
                "192",
                "--envs",
                "2",
                "--workers",
                "1",
                "--out",
                directory));
        boolean json = more.length > 0 && more[more.length - 1].equals("--json");
        for (int i = 0; i + 1 < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        List<Object> arguments = new ArrayList<>(List.of("train"));
        options.forEach((name, value) -> arguments.addAll(List.of(name, value)));
        if (json) {
            arguments.add("--json");
        }
        return Captured.run(arguments.toArray());
    }

    /** The content of every file under a directory, by name. */
    static Map<String, String> content(Path directory) {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> content.put(directory.relativize(file).toString(), bytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return content;
    }

    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
