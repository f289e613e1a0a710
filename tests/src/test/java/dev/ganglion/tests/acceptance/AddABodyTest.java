package dev.ganglion.tests.acceptance;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.Environment;
import dev.ganglion.environments.Environments;
import dev.ganglion.environments.StepStatus;
import dev.ganglion.experiments.cli.Main;
import dev.ganglion.experiments.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of {@code docs/add-a-body.md}, which no module of the project knows. */
class AddABodyTest {
    private static final String SOURCES = "tests/src/test/java/dev/ganglion/tests/puck/";

    @ParameterizedTest
    @ValueSource(strings = {"Puck", "CentreTask", "CentreProvider"})
    void page_ofTheBody_holdsTheClassesThatAreTested(String name) {
        String source = Project.text(SOURCES + name + ".java").strip();
        then(Project.text("docs/add-a-body.md")).contains("```java\n" + source + "\n```");
    }

    @Test
    void list_knowsTheBody() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        then(Main.run(new Terminal(print, print, OptionalInt.empty()), "list", "puck/centre"))
                .isZero();
        then(out.toString(StandardCharsets.UTF_8)).contains("Mass of the puck.").contains("puck/position");
    }

    /** A spring and a damper by hand bring it to the middle, so the task can be done. */
    @Test
    void puck_pushedToTheMiddle_staysThere() {
        Environment centre = Environments.parse("puck/centre").create();
        float[] observation = new float[2];
        centre.reset(1, observation, 0);
        StepStatus status = StepStatus.RUNNING;
        while (!status.isDone()) {
            float[] force = {-2 * observation[0] - 2 * observation[1]};
            status = centre.step(force, 0, observation, 0);
        }
        then(status).isEqualTo(StepStatus.TRUNCATED);
        then(centre.reward()).isEqualTo(1);
    }
}
