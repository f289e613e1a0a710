package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.environments.options.InvalidInputException;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UndeliveredErrorsTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final UndeliveredErrors errors = new UndeliveredErrors(new Terminal(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            OptionalInt.empty()));

    @BeforeEach
    void install() {
        RxJavaPlugins.setErrorHandler(errors);
    }

    @AfterEach
    void remove() {
        RxJavaPlugins.setErrorHandler(null);
    }

    /** A stream that fails only once nobody listens any more. */
    private static void failAfterCancelling(RuntimeException error) {
        Flowable.using(() -> 1, resource -> Flowable.just(resource, 2), resource -> {
                    throw error;
                })
                .take(1)
                .blockingSubscribe();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noError_leavesTheExitCode() {
        then(errors.exitCode(0)).isZero();
        then(errors.exitCode(Interruption.EXIT_CODE)).isEqualTo(Interruption.EXIT_CODE);
    }

    @Test
    void errorOfTheUser_afterCancelling_isOneSentenceAndExitCode2() {
        failAfterCancelling(new InvalidInputException("Cannot write it"));
        then(said()).isEqualToNormalizingNewlines("ganglion: Cannot write it\n");
        then(errors.exitCode(0)).isEqualTo(2);
        then(errors.exitCode(Interruption.EXIT_CODE)).isEqualTo(2);
    }

    @Test
    void otherError_afterCancelling_isTracedAndExitCode1() {
        failAfterCancelling(new IllegalStateException("a mistake of ours"));
        failAfterCancelling(new InvalidInputException("Cannot write it"));
        then(said()).contains("a mistake of ours").contains("at " + UndeliveredErrorsTest.class.getName());
        then(errors.exitCode(0)).isEqualTo(1);
    }

    @Test
    void error_ofTheCommandItself_isNotReplaced() {
        failAfterCancelling(new IllegalStateException("a mistake of ours"));
        then(errors.exitCode(2)).isEqualTo(2);
    }

    @Test
    void errors_fromManyThreads_areAllTold() {
        int count = 200;
        Flowable.range(0, count)
                .parallel(4)
                .runOn(io.reactivex.rxjava3.schedulers.Schedulers.computation())
                .doOnNext(i -> failAfterCancelling(new InvalidInputException("error " + i + " of many")))
                .sequential()
                .blockingSubscribe();
        for (int i = 0; i < count; i++) {
            then(said()).contains("ganglion: error " + i + " of many");
        }
    }
}
