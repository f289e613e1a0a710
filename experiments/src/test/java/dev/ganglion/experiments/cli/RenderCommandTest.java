package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {
    @TempDir
    private Path directory;

    private static String first(Path file, int bytes) throws IOException {
        return new String(Files.readAllBytes(file), 0, bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void render_untrained_makesFilmAndStrip() throws IOException {
        Path gif = directory.resolve("maze.gif");
        Captured render = Captured.run(
                "render",
                "--env",
                Tiny.ENVIRONMENT,
                "--controller",
                Tiny.CONTROLLER,
                "--out",
                gif,
                "--size",
                "200x150",
                "--seconds",
                "5");
        then(render.exitCode()).isZero();
        then(render.out()).contains("maze.gif").contains("maze.png");
        then(first(gif, 6)).isEqualTo("GIF89a");
        then(first(directory.resolve("maze.png"), 4)).isEqualTo("\u0089PNG");
    }

    @Test
    void render_run_putsThemIntoTheRun() {
        Tiny.train(directory.resolve("run"));
        Captured render = Captured.run("render", directory.resolve("run"), "--json");
        then(render.json())
                .containsEntry("film", directory.resolve("run/forage.gif").toString());
        then(directory.resolve("run/forage.png")).exists();
    }

    @Test
    void render_neurons_putsThemBesideTheFilm() throws IOException {
        Path gif = directory.resolve("swim.gif");
        Captured render = Captured.run(
                "render", "--controller", "ncap", "--neurons", "--size", "200x150", "--seconds", "0.3", "--out", gif);
        then(render.exitCode()).isZero();
        then(first(gif, 6)).isEqualTo("GIF89a");
        then(first(directory.resolve("swim-neurons.png"), 4)).isEqualTo("\u0089PNG");
        List<String> table = Files.readAllLines(directory.resolve("swim-neurons.csv"));
        // Ten steps of 0.03 s. The first oscillator is active for the first half of its period, from the first step on.
        then(table).hasSize(11);
        then(table.get(0)).startsWith("seconds,O.d,O.v,").contains(",dBWM0,");
        then(table.get(1)).startsWith("0.030000,1.0,0.0,");
        then(table.get(10)).startsWith("0.300000,");
    }

    @Test
    void render_neuronsOfANetwork_isRefused() {
        Captured render =
                Captured.run("render", "--controller", "mlp", "--neurons", "--out", directory.resolve("x.gif"));
        then(render.exitCode()).isEqualTo(2);
        then(render.err()).contains("mlp has no neurons with names to show");
        then(directory.resolve("x.gif")).doesNotExist();
    }

    @Test
    void render_weightsOverALife_putsThemBesideTheFilm() throws IOException {
        Path gif = directory.resolve("swim.gif");
        Captured render = Captured.run(
                "render",
                "--env",
                "swimmer/swim:time-limit=4",
                "--controller",
                "ncap:synapse=hebb",
                "--weights",
                "--neurons",
                "--life",
                "2",
                "--size",
                "200x150",
                "--out",
                gif);
        then(render.exitCode()).isZero();
        then(first(directory.resolve("swim-weights.png"), 4)).isEqualTo("\u0089PNG");
        List<String> table = Files.readAllLines(directory.resolve("swim-weights.csv"));
        // Twice four steps of 0.03 s, and a column for what each synapse has learned.
        then(table).hasSize(9);
        then(table.get(0)).startsWith("seconds,efficacy/");
        then(table.get(8)).startsWith("0.240000,").isNotEqualTo(table.get(1).replaceFirst("0.03", "0.24"));
        then(Files.readAllLines(directory.resolve("swim-neurons.csv"))).hasSize(9);
    }

    @Test
    void render_weightsOfANetworkWithout_isRefused() {
        Captured render =
                Captured.run("render", "--controller", "mlp", "--weights", "--out", directory.resolve("x.gif"));
        then(render.exitCode()).isEqualTo(2);
        then(render.err()).contains("mlp has no weights that change while it lives");
        then(directory.resolve("x.gif")).doesNotExist();
    }

    @Test
    void render_overAFileThatIsThere_isRefused() throws IOException {
        Path strip = Files.writeString(directory.resolve("maze.png"), "mine");
        Captured render = Captured.run(
                "render",
                "--env",
                Tiny.ENVIRONMENT,
                "--controller",
                Tiny.CONTROLLER,
                "--out",
                directory.resolve("maze.gif"));
        then(render.exitCode()).isEqualTo(2);
        then(render.err()).contains("maze.png is there already");
        then(strip).hasContent("mine");
        then(directory.resolve("maze.gif")).doesNotExist();
    }

    @Test
    void render_oddSize_isRefused() {
        then(Captured.run("render", "--size", "big", "--out", directory.resolve("x.gif"))
                        .err())
                .contains("width is a whole number");
        then(Captured.run("render", "--size", "480", "--out", directory.resolve("x.gif"))
                        .err())
                .contains("height is a whole number");
        then(Captured.run("render", "--size", "8x8", "--out", directory.resolve("x.gif"))
                        .err())
                .contains("the nearest is 120");
    }

    @Test
    void render_random_isRefused() {
        Captured render = Captured.run("render", "--controller", "random", "--out", directory.resolve("x.gif"));
        then(render.exitCode()).isEqualTo(2);
        then(render.err()).hasLineCount(1);
    }
}
