package dev.ganglion.tests.architecture;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shape of the source files of all modules. */
class SourceTest {
    private static final int LONGEST_FILE = 320;

    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public (?:\\w+(?:-sealed)? )*?(?:class|record|interface|enum|@interface) (\\w+)", Pattern.MULTILINE);

    // Put together from halves, so that this file does not hold what it looks for.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("connectome-data/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("These tests run inside the project's folder");
    }

    private static List<Path> sources(String kind) {
        Path root = root();
        try (Stream<Path> files = Files.walk(root, 20)) {
            String source = Path.of("src", kind, "java").toString();
            List<Path> found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains(source))
                    .toList();
            then(found).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void publicTypes_allHaveADocComment() {
        then(sources("main")).allSatisfy(file -> {
            String text = text(file);
            Matcher type = PUBLIC_TYPE.matcher(text);
            if (type.find()) {
                then(text.substring(0, type.start())).as(type.group(1)).containsPattern("(?m)^/\\*\\*");
            }
        });
    }

    @Test
    void files_areShort() {
        then(Stream.of("main", "test").flatMap(kind -> sources(kind).stream()))
                .allSatisfy(file ->
                        then(text(file).lines().count()).as(file.toString()).isLessThanOrEqualTo(LONGEST_FILE));
    }

    @Test
    void files_holdNothingUnfinished() {
        then(Stream.of("main", "test").flatMap(kind -> sources(kind).stream()))
                .allSatisfy(file -> then(text(file)).doesNotContainPattern(UNFINISHED));
    }
}
