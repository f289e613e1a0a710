package dev.ganglion.tests.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A made-up checkout with the true launcher, in which {@code java} and {@code mvn} are scripts that tell how they were
 * called. Nothing but a handful of the system's tools is on its path.
 */
final class Checkout {
    private static final List<String> TOOLS = List.of(
            "sh",
            "cat",
            "cp",
            "date",
            "dirname",
            "find",
            "grep",
            "head",
            "ln",
            "mkdir",
            "mv",
            "printf",
            "readlink",
            "rm",
            "sed",
            "sleep",
            "stty",
            "tail",
            "touch");

    private final Path root;

    /** A checkout that has not been built. */
    Checkout(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(home().resolve("experiments/src/main"));
        Files.createDirectories(bin());
        Files.writeString(home().resolve("pom.xml"), "<project/>");
        Files.writeString(home().resolve("experiments/pom.xml"), "<project/>");
        Files.writeString(source(), "first");
        Files.copy(project().resolve("ganglion"), home().resolve("ganglion"));
        home().resolve("ganglion").toFile().setExecutable(true);
        for (String tool : TOOLS) {
            Path original = Path.of("/usr/bin", tool);
            script(tool, "exec " + (Files.exists(original) ? original : Path.of("/bin", tool)) + " \"$@\"\n");
        }
        java("17.0.9");
        maven("""
                echo built >> "%s"
                for argument in "$@"; do
                  case $argument in -Dmdep.outputFile=*) file=${argument#*=} ;; esac
                done
                file=$(printf '%%s' "$file" | sed 's/\\${project.artifactId}/ganglion-experiments/')
                mkdir -p experiments/target
                echo jar > experiments/target/ganglion-experiments.jar
                printf '/library/one.jar:%%s' "$PWD/experiments/target/ganglion-experiments.jar" > "$file"
                """.formatted(root.resolve("builds")));
    }

    private static Path project() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("connectome-data/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests run inside the project's folder");
    }

    Path home() {
        return root.resolve("home");
    }

    Path bin() {
        return root.resolve("bin");
    }

    Path source() {
        return home().resolve("experiments/src/main/Source.java");
    }

    /** Makes {@code java} one of that version; it prints where it runs and its arguments, and exits with 7. */
    void java(String version) throws IOException {
        script("java", """
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit 0; fi
                case "$*" in *ArchiveClassesAtExit*) exit 0 ;; esac
                echo "in $PWD"
                for argument in "$@"; do echo "$argument"; done
                exit 7
                """.formatted(version));
    }

    /** Makes {@code mvn} a script. */
    void maven(String body) throws IOException {
        script("mvn", body);
    }

    /** How often it was built. */
    int builds() throws IOException {
        Path builds = root.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    private void script(String name, String body) throws IOException {
        Files.writeString(bin().resolve(name), "#!/bin/sh\n" + body);
        bin().resolve(name).toFile().setExecutable(true);
    }

    /** Starts the launcher. */
    Process start(Path command, Path directory, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the launcher in its own directory. */
    Run run(String... arguments) throws IOException, InterruptedException {
        return finish(start(home().resolve("ganglion"), home(), arguments));
    }

    /** What a started launcher says, once it has ended. */
    static Run finish(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out, err);
    }

    /** Files left in the launcher's folder that are neither the build nor its log. */
    List<String> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(home().resolve("target/launcher"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.matches("2\\d{7}-.*|current|build.log"))
                    .toList();
        }
    }

    /** What the launcher said. */
    record Run(int exitCode, String out, String err) {}
}
