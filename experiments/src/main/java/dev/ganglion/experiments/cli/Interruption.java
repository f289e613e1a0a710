package dev.ganglion.experiments.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Lets a command end well when the user presses Ctrl-C or the system asks the process to stop: the command is told to
 * stop, and the process ends once it has.
 */
final class Interruption implements BooleanSupplier, AutoCloseable {
    /** What a shell reports of a process that Ctrl-C ended. */
    static final int EXIT_CODE = 130;

    private final Terminal terminal;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "interruption");

    /** From now until it is closed, an interruption waits for the command. */
    Interruption(Terminal terminal) {
        this.terminal = terminal;
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
            // On a terminal the cursor may stand behind a bar.
            String lineBreak = terminal.columns().isPresent() ? "\n" : "";
            terminal.err().println(lineBreak + "Stopping as soon as the update under way is done; once more: at once.");
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
