package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import io.reactivex.rxjava3.exceptions.UndeliverableException;
import io.reactivex.rxjava3.functions.Consumer;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.ExitCode;

/**
 * Takes the errors that no subscriber takes any more, such as those of a stream that was cancelled: each is told, and
 * the process does not end as if nothing had been wrong. RxJava's one handler of such errors.
 */
final class UndeliveredErrors implements Consumer<Throwable> {
    private final Terminal terminal;
    private final AtomicInteger exitCode = new AtomicInteger();

    /** For a process whose complaints go to this terminal. */
    UndeliveredErrors(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(Throwable error) {
        Throwable cause =
                error instanceof UndeliverableException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof InvalidInputException) {
            exitCode.compareAndSet(0, ExitCode.USAGE);
            terminal.err().println("ganglion: " + cause.getMessage());
            return;
        }
        exitCode.set(ExitCode.SOFTWARE);
        terminal.err().println("An error after the end of a stream:");
        error.printStackTrace(terminal.err());
    }

    /** What a process ends with: the command's own exit code if that tells of an error already. */
    int exitCode(int ofCommand) {
        boolean tells = ofCommand == ExitCode.SOFTWARE || ofCommand == ExitCode.USAGE;
        return tells || exitCode.get() == 0 ? ofCommand : exitCode.get();
    }
}
