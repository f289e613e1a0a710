package dev.ganglion.tests.acceptance;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.Run;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\\R(.*?public class (\\w+).*?)```", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./ganglion (\\w+)");

    @TempDir
    private Path directory;

    /** The very text that stands in the README, compiled and run. */
    @Test
    void program_compilesAndRuns() throws Exception {
        Matcher program = PROGRAM.matcher(Project.text("README.md"));
        then(program.find()).isTrue();
        Path source = Files.writeString(directory.resolve(program.group(2) + ".java"), program.group(1));
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int result = compiler.run(
                null,
                complaints,
                complaints,
                "-cp",
                System.getProperty("java.class.path"),
                "-proc:none",
                "-Xlint:all,-path",
                "-Werror",
                "-d",
                directory.toString(),
                source.toString());
        then(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
        then(result).isZero();

        Path run = directory.resolve("run");
        String said = run(program.group(2), run.toString());
        then(said).contains("20000 steps").containsPattern("return \\d+\\.\\d+").contains("forward_speed_m_per_s=");
        then(Run.open(run).checkpoint().steps()).isEqualTo(20_000);
    }

    private String run(String program, String argument) throws Exception {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {directory.toUri().toURL()}, getClass().getClassLoader())) {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) new String[] {argument});
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void commands_allExist() {
        Matcher command = COMMAND.matcher(Project.text("README.md"));
        while (command.find()) {
            then(List.of("train", "evaluate", "resume", "render", "supervise", "transfer", "ablate", "bench", "list"))
                    .contains(command.group(1));
        }
    }

    @Test
    void links_leadToFiles() {
        Matcher link = Pattern.compile("\\]\\((?!http|#)([^)#]+)").matcher(Project.text("README.md"));
        while (link.find()) {
            then(Project.folder().resolve(link.group(1))).exists();
        }
    }
}
