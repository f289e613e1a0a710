package dev.ganglion.environments.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Threads that work side by side, each with a {@link WorldLoader} of its own.
 *
 * <p>Worker {@code i} is always the same daemon thread with the same loader, so what it has created it may use in a
 * later task. The threads' context class loader remains the application's, since policies act on these threads too.
 */
public final class WorkerPool implements AutoCloseable {
    private final List<Worker> workers;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /**
     * Starts the workers' threads at the first task.
     *
     * @param count number of workers, at least 1
     * @param name what they work on; their threads are called {@code NAME worker 0} and so on
     * @param parent where the class files of bodies and physics are found
     */
    public WorkerPool(int count, String name, ClassLoader parent) {
        workers = IntStream.range(0, count)
                .mapToObj(i -> new Worker(i, executor(name + " worker " + i), new WorldLoader(parent)))
                .toList();
    }

    private ExecutorService executor(String threadName) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new WorkerThread(this, work, threadName);
            threads.add(thread);
            return thread;
        });
    }

    /** Number of workers. */
    public int size() {
        return workers.size();
    }

    /** Whether the calling thread is one of this pool's. */
    public boolean isCurrentThreadAWorker() {
        return Thread.currentThread() instanceof WorkerThread thread && thread.pool == this;
    }

    /**
     * Runs a task on every worker and waits until all have ended. An interruption of the waiting thread does not end
     * the wait; it is handed on afterwards.
     *
     * @return the results in the order of the workers
     * @throws RuntimeException the failure of the worker with the lowest index; other workers' are suppressed in it
     */
    public <T> List<T> run(Task<T> task) {
        List<Future<T>> futures = new ArrayList<>();
        for (Worker worker : workers) {
            futures.add(worker.executor.submit(() -> task.run(worker.index, worker.loader)));
        }
        List<T> results = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<T> future : futures) {
            try {
                results.add(await(future));
            } catch (ExecutionException e) {
                failure = Failures.combined(failure, Objects.requireNonNullElse(e.getCause(), e));
            }
        }
        if (failure != null) {
            throw failure;
        }
        return results;
    }

    private static <T> T await(Future<T> future) throws ExecutionException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the workers' threads, once their tasks are done, and waits for that. */
    @Override
    public void close() {
        workers.forEach(worker -> worker.executor.shutdown());
        threads.forEach(Threads::join);
    }

    /**
     * What a worker does.
     *
     * @param <T> its result
     */
    @FunctionalInterface
    public interface Task<T> {
        /**
         * Runs on the worker's thread.
         *
         * @param worker index of the worker, from 0
         * @param worlds the worker's own loader
         */
        T run(int worker, WorldLoader worlds);
    }

    private record Worker(int index, ExecutorService executor, WorldLoader loader) {}

    private static final class WorkerThread extends Thread {
        private final WorkerPool pool;

        WorkerThread(WorkerPool pool, Runnable work, String name) {
            super(work, name);
            this.pool = pool;
            setDaemon(true);
        }
    }
}
