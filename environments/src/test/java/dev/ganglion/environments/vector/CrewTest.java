package dev.ganglion.environments.vector;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void forEach_ofACrewOfAnySize_doesEachOnce(int size) {
        AtomicIntegerArray done = new AtomicIntegerArray(100);
        try (Crew crew = new Crew(size, "crew")) {
            then(crew.size()).isEqualTo(size);
            for (int i = 0; i < 50; i++) {
                crew.forEach(100, done::incrementAndGet);
            }
            crew.forEach(0, done::incrementAndGet);
        }
        for (int i = 0; i < 100; i++) {
            then(done.get(i)).isEqualTo(50);
        }
    }

    @Test
    void forEach_thatWaitForEachOther_areDoneSideBySide() {
        CountDownLatch all = new CountDownLatch(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Crew crew = new Crew(3, "crew")) {
            crew.forEach(3, i -> {
                threads.add(Thread.currentThread());
                all.countDown();
                await(all);
            });
        }
        then(threads).hasSize(3).contains(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void forEach_thatFail_throwsTheFirstAndSuppressesOthers(int size) {
        try (Crew crew = new Crew(size, "crew")) {
            thenThrownBy(() -> crew.forEach(20, i -> {
                        if (i == 7) {
                            throw new StackOverflowError("seven");
                        }
                        if (i == 12) {
                            throw new IllegalArgumentException("twelve");
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("A worker failed: java.lang.StackOverflowError: seven")
                    .hasSuppressedException(new IllegalArgumentException("twelve"));
            crew.forEach(20, i -> {});
        }
    }

    @Test
    void start_onSomeHelpers_leavesTheOthersIdle() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (Crew crew = new Crew(3, "crew")) {
            crew.start(1, () -> {
                then(crew.isCurrentThreadAHelper()).isTrue();
                await(mayEnd);
            });
            then(crew.helpers()).extracting(Helper::isIdle).containsExactly(false, true);
            then(crew.isCurrentThreadAHelper()).isFalse();
            mayEnd.countDown();
            crew.await();
            then(crew.helpers()).allMatch(Helper::isIdle);
        }
    }

    @Test
    void spare_isDoneByAHelperWithoutTasks_andLeftOffForEachTask() {
        AtomicLong done = new AtomicLong();
        SpareWork endless = spare(pause -> {
            while (!pause.getAsBoolean()) {
                done.incrementAndGet();
            }
            return true;
        });
        try (Crew crew = new Crew(2, "crew")) {
            then(crew.spareProgress()).isEqualTo(1);
            crew.spare(1, endless);
            then(crew.spareProgress()).isEqualTo(0.5);
            for (int i = 0; i < 100; i++) {
                long before = done.get();
                while (done.get() == before) {
                    Thread.onSpinWait();
                }
                crew.start(1, () -> {});
                crew.await();
            }
            crew.spare(1, SpareWork.none());
        }
    }

    @Test
    void spare_whileTheOwnerWaits_isDoneByTheOwner() {
        Thread owner = Thread.currentThread();
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (Crew crew = new Crew(2, "crew")) {
            crew.start(1, () -> await(mayEnd));
            crew.spare(0, spare(pause -> {
                if (Thread.currentThread() == owner) {
                    mayEnd.countDown();
                }
                return false;
            }));
            crew.await();
        }
        then(mayEnd.getCount()).isZero();
    }

    private static SpareWork spare(Predicate<BooleanSupplier> work) {
        return new SpareWork() {
            @Override
            public boolean work(BooleanSupplier pause) {
                return work.test(pause);
            }

            @Override
            public double progress() {
                return 0.5;
            }
        };
    }

    @Test
    void close_endsTheThreads() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Crew crew = new Crew(4, "crew");
        crew.start(9, () -> threads.add(Thread.currentThread()));
        crew.close();
        crew.close();
        then(threads).hasSize(3).noneMatch(Thread::isAlive);
        then(threads).extracting(Thread::getName).contains("crew worker 1", "crew worker 2", "crew worker 3");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a test", e);
        }
    }
}
