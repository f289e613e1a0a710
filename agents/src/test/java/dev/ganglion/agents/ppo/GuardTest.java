package dev.ganglion.agents.ppo;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.vector.Crew;
import dev.ganglion.environments.vector.Helper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void close_byWhoeverIsIn_waitsUntilItHasLeft() {
        Guard guard = new Guard(() -> false, () -> done.add("closed"));

        String answer = guard.within(
                () -> {
                    guard.close();
                    done.add("worked");
                    return "done";
                },
                "closed before");

        then(answer).isEqualTo("done");
        then(done).containsExactly("worked", "closed");
        then(guard.within(() -> "done", "closed before")).isEqualTo("closed before");
        guard.close();
        then(done).hasSize(2);
    }

    @Test
    void close_byAHelperThatWhoeverIsInWaitsFor_isDoneWhenThatHasLeft() {
        try (Crew crew = new Crew(2, "crew")) {
            Guard guard = new Guard(crew::isCurrentThreadAHelper, () -> done.add("closed"));
            guard.within(
                    () -> {
                        crew.start(1, guard::close);
                        crew.await();
                        return done.add("worked");
                    },
                    false);
        }
        then(done).containsExactly("worked", "closed");
    }

    @Test
    void close_byAHelperWhileNobodyIsIn_isDoneAtOnce() {
        try (Crew crew = new Crew(2, "crew")) {
            Guard guard = new Guard(crew::isCurrentThreadAHelper, () -> done.add("closed"));
            crew.start(1, guard::close);
            crew.await();
        }
        then(done).containsExactly("closed");
    }

    @Test
    void close_byAnotherThread_waitsForWhoeverIsIn() {
        CountDownLatch isIn = new CountDownLatch(1);
        try (Helper other = new Helper("other")) {
            Guard guard = new Guard(() -> false, () -> done.add("closed"));
            guard.within(
                    () -> {
                        other.start(() -> {
                            isIn.countDown();
                            guard.close();
                            done.add("told");
                        });
                        await(isIn);
                        return done.add("worked");
                    },
                    false);
            other.await();
        }
        then(done).containsExactly("worked", "closed", "told");
    }

    @Test
    void within_thatFails_isClosedAfterwardsAllTheSame() {
        Guard guard = new Guard(() -> false, () -> done.add("closed"));

        thenThrownBy(() -> guard.within(
                        () -> {
                            guard.close();
                            throw new IllegalStateException("a fault");
                        },
                        ""))
                .hasMessage("a fault");
        then(done).containsExactly("closed");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }
}
