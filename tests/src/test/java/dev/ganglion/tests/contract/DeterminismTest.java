package dev.ganglion.tests.contract;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.EnvironmentChoice;
import dev.ganglion.environments.vector.WorkerPool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parallel stepping gives the bits of serial stepping. */
class DeterminismTest {
    private static final String ALL = "dev.ganglion.tests.contract.RegisteredEnvironments#defaults";

    @ParameterizedTest
    @MethodSource(ALL)
    void stepping_anyNumberOfWorkers_givesTheSameBits(EnvironmentChoice choice) {
        String alone = Trajectories.hash(choice, 550, 1);
        then(Trajectories.hash(choice, 550, 2)).isEqualTo(alone);
        then(Trajectories.hash(choice, 550, 4)).isEqualTo(alone);
    }

    /**
     * Compiled code may hide a race on the engine's mutable statics (its escape analysis removes the shared objects), so
     * the same is asked of interpreted code; and interpreted and compiled code have to agree.
     */
    @Test
    void stepping_interpreted_givesTheSameBitsAsCompiled() throws IOException, InterruptedException {
        int steps = 25;
        List<String> compiled = RegisteredEnvironments.defaults()
                .flatMap(choice -> List.of(1, 2, 4).stream()
                        .map(workers -> choice.name() + " " + workers + " " + Trajectories.hash(choice, steps, 1)))
                .toList();
        then(interpreted(steps)).isEqualTo(compiled);
    }

    private static List<String> interpreted(int steps) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-cp",
                        classPath,
                        Trajectories.class.getName(),
                        Integer.toString(steps),
                        "1",
                        "2",
                        "4")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        then(process.waitFor()).isZero();
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.jbox2d.common.Transform",
                "org.jbox2d.collision.Collision",
                "org.jbox2d.dynamics.World",
                "dev.ganglion.environments.physics.PlanarWorld"
            })
    void physics_ofTwoWorkers_areDistinctClasses(String name) {
        try (WorkerPool pool = new WorkerPool(2, "test", DeterminismTest.class.getClassLoader())) {
            List<Class<?>> classes = pool.run((worker, worlds) -> {
                try {
                    return Class.forName(name, true, worlds);
                } catch (ClassNotFoundException e) {
                    throw new IllegalStateException(e);
                }
            });
            then(classes.get(0)).isNotSameAs(classes.get(1));
        }
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void environments_ofTwoWorkers_areDistinctClasses(EnvironmentChoice choice) {
        try (WorkerPool pool = new WorkerPool(2, "test", DeterminismTest.class.getClassLoader())) {
            List<ClassLoader> loaders = pool.run(
                    (worker, worlds) -> worlds.create(choice).getClass().getClassLoader());
            then(loaders.get(0)).isNotSameAs(loaders.get(1));
        }
    }
}
