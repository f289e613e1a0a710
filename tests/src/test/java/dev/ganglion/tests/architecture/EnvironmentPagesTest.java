package dev.ganglion.tests.architecture;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.EnvironmentProvider;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.WrappedProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every environment of the project has a page that knows all its options. */
class EnvironmentPagesTest {
    private static final Path FOLDER = ProjectFolder.root().resolve("docs/environments");

    static List<EnvironmentProvider> environments() {
        return Environments.all().stream()
                .filter(provider -> WrappedProvider.unwrapped(provider)
                        .getClass()
                        .getPackageName()
                        .startsWith("dev.ganglion.environments"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void page_ofEveryEnvironment_namesItsOptions(EnvironmentProvider environment) {
        String index = ProjectFolder.text(FOLDER.resolve("README.md"));
        Matcher link = Pattern.compile("\\[`" + environment.name() + "`]\\(([a-z-]+\\.md)\\)")
                .matcher(index);
        then(link.find()).as(environment.name() + " is in the table").isTrue();
        String page = ProjectFolder.text(FOLDER.resolve(link.group(1)));
        then(WrappedProvider.unwrapped(environment).options().keys())
                .allSatisfy(key -> then(page).contains("`" + key));
    }

    @Test
    void page_ofTheWrappers_namesThemAll() {
        String page = ProjectFolder.text(FOLDER.resolve("wrappers.md"));
        then(Environments.wrappers())
                .allSatisfy(
                        wrapper -> then(page).contains("`" + wrapper.option().key()));
    }
}
