package dev.ganglion.environments.vector;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
    private static WorkerPool pool(int size) {
        return new WorkerPool(size, "test", WorkerPoolTest.class.getClassLoader());
    }

    @Test
    void run_everyTask_hasTheSameThreadAndLoaderForAWorker() {
        try (WorkerPool pool = pool(3)) {
            WorkerPool.Task<List<Object>> identity =
                    (worker, worlds) -> List.of(worker, Thread.currentThread(), worlds);
            List<List<Object>> first = pool.run(identity);
            then(first).isEqualTo(pool.run(identity));
            then(Set.copyOf(first)).hasSize(3);
            then(first.get(2).get(1))
                    .hasToString(first.get(2).get(1).toString())
                    .satisfies(thread -> then(thread).extracting("name").isEqualTo("test worker 2"));
        }
    }

    @Test
    void run_severalWorkersFail_throwsTheLowestAndSuppressesTheRest() {
        try (WorkerPool pool = pool(3)) {
            thenThrownBy(() -> pool.run((worker, worlds) -> {
                        if (worker > 0) {
                            throw new IllegalStateException("worker " + worker);
                        }
                        return worker;
                    }))
                    .hasMessage("worker 1")
                    .satisfies(e -> then(e.getSuppressed()[0]).hasMessage("worker 2"));
        }
    }

    @Test
    void run_errorInAWorker_isNotLost() {
        try (WorkerPool pool = pool(1)) {
            thenThrownBy(() -> pool.run((worker, worlds) -> {
                        throw new StackOverflowError("deep");
                    }))
                    .hasRootCauseInstanceOf(StackOverflowError.class)
                    .hasMessageContaining("deep");
        }
    }

    @Test
    void run_interruptedWhileWaiting_finishesAndHandsTheInterruptionOn() {
        try (WorkerPool pool = pool(2)) {
            Thread.currentThread().interrupt();
            then(pool.run((worker, worlds) -> worker)).containsExactly(0, 1);
            then(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void close_afterUse_threadsHaveEnded() {
        WorkerPool pool = pool(2);
        List<Thread> threads = pool.run((worker, worlds) -> Thread.currentThread());
        then(threads).allMatch(Thread::isDaemon).allMatch(Thread::isAlive);
        pool.close();
        then(threads).noneMatch(Thread::isAlive);
    }

    @Test
    void isCurrentThreadAWorker_onlyOnItsOwnThreads() {
        try (WorkerPool pool = pool(1);
                WorkerPool other = pool(1)) {
            then(pool.isCurrentThreadAWorker()).isFalse();
            then(pool.run((worker, worlds) -> pool.isCurrentThreadAWorker())).containsExactly(true);
            then(pool.run((worker, worlds) -> other.isCurrentThreadAWorker())).containsExactly(false);
        }
    }
}
