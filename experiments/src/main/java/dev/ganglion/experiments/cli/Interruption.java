package dev.ganglion.experiments.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lets a command end well when the user presses Ctrl-C or the system asks the process to stop: the command is told to
 * stop, and the process ends once it has.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
    /** What a shell reports of a process that Ctrl-C ended. */
    static final int EXIT_CODE = 130;

    private static final String SENTENCE = "Stopping as soon as the update under way is done; once more: at once.";

    private final Consumer<String> display;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "interruption");

    /**
     * From now until it is closed, an interruption waits for the command. What the command writes after that may be lost.
     */
    Interruption(Terminal terminal) {
        // On a terminal the cursor may stand behind a bar.
        this(line -> terminal.err().println((terminal.columns().isPresent() ? "\n" : "") + line));
    }

    /**
     * The same for a command that shows more than one line.
     *
     * @param display shows the user a line, called on a thread of the interruption
     */
    Interruption(Consumer<String> display) {
        this.display = display;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Whether the command should stop. */
    @Override
    public boolean getAsBoolean() {
        return asked.get();
    }

    /** The command has ended. */
    @Override
    public void close() {
        done.countDown();
        if (!asked.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending this very moment; the hook finds the command done.
                return;
            }
        }
    }

    private void await() {
        asked.set(true);
        if (done.getCount() > 0) {
            display.accept(SENTENCE);
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
