package dev.ganglion.environments.vector;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HelperTest {
    @Test
    void tasks_areDoneInOrderOnOneOtherThread() {
        List<Integer> done = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        try (Helper second = new Helper("second")) {
            for (int i = 0; i < 10_000; i += 2) {
                int number = i;
                second.start(() -> done.add(number));
                second.start(() -> done.add(number + 1));
                second.await();
                then(done).hasSize(number + 2);
            }
            second.start(() -> threads.add(Thread.currentThread()));
        }

        then(done).isEqualTo(IntStream.range(0, 10_000).boxed().toList());
        then(threads).hasSize(1).doesNotContain(Thread.currentThread());
        then(threads.get(0).isAlive()).isFalse();
    }

    @Test
    void await_ofATaskThatIsLong_waitsForIt() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        try (Helper second = new Helper("second");
                Helper third = new Helper("third")) {
            second.start(() -> {
                await(mayEnd);
                done.add("done");
            });
            third.start(mayEnd::countDown);
            second.await();
            then(done).containsExactly("done");
        }
    }

    @Test
    void await_whileInterrupted_waitsAndStaysInterrupted() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (Helper second = new Helper("second");
                Helper third = new Helper("third")) {
            second.start(() -> await(mayEnd));
            third.start(mayEnd::countDown);
            Thread.currentThread().interrupt();
            second.await();
            then(mayEnd.getCount()).isZero();
        } finally {
            then(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void await_ofATaskThatFails_throwsItOnce() {
        IllegalStateException fault = new IllegalStateException("a fault");
        AssertionError error = new AssertionError("an error");
        try (Helper second = new Helper("second")) {
            second.start(() -> {
                throw fault;
            });
            thenThrownBy(second::await).isSameAs(fault);
            second.await();
            second.start(() -> {
                throw error;
            });
            thenThrownBy(second::await).isSameAs(error);
        }
    }

    @Test
    void start_withoutRoom_isRefused() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (Helper second = new Helper("second")) {
            thenThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            second.start(() -> await(mayEnd));
                        }
                    })
                    .isInstanceOf(IllegalStateException.class);
            mayEnd.countDown();
        }
    }

    @Test
    void start_onceClosed_isRefused() {
        Helper second = new Helper("second");
        second.close();
        second.close();

        thenThrownBy(() -> second.start(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts the second thread", e);
        }
    }
}
