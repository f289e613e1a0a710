package dev.ganglion.tests.architecture;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    private static final Pattern DOC_COMMENT = Pattern.compile("^/\\*\\*", Pattern.MULTILINE);

    // Put together from halves, so that this file does not hold what it looks for.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    /** The Java files of all modules, of the given kinds. */
    private static Stream<Path> sources(String... kinds) {
        try (Stream<Path> files = Files.walk(ProjectFolder.root())) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Arrays.stream(kinds)
                            .anyMatch(kind -> file.toString()
                                    .contains(Path.of("src", kind, "java").toString())))
                    .toList();
            then(found).isNotEmpty();
            return found.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLong(Path file) {
        return ProjectFolder.text(file).lines().count() > LONGEST_FILE;
    }

    private static boolean isUndocumented(Path file) {
        String text = ProjectFolder.text(file);
        Matcher type = PUBLIC_TYPE.matcher(text);
        return type.find()
                && !DOC_COMMENT.matcher(text.substring(0, type.start())).find();
    }

    @Test
    void publicTypes_allHaveADocComment() {
        then(sources("main").filter(SourceTest::isUndocumented)).isEmpty();
    }

    @Test
    void files_areShort() {
        then(sources("main", "test").filter(SourceTest::isLong)).isEmpty();
    }

    @Test
    void files_holdNothingUnfinished() {
        then(sources("main", "test")
                        .filter(file ->
                                UNFINISHED.matcher(ProjectFolder.text(file)).find()))
                .isEmpty();
    }
}
