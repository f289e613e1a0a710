package dev.ganglion.experiments.cli;

import dev.ganglion.agents.TrainingEvent;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.config.Limits;
import dev.ganglion.experiments.study.CellTraining;
import dev.ganglion.experiments.study.StudyDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ganglion cell}, which {@code ganglion study} starts for each of its cells. */
@Command(
        name = "cell",
        hidden = true,
        mixinStandardHelpOptions = true,
        header = "Trains one cell of a study; ends when its standard input does.")
final class CellCommand implements Callable<Integer> {
    private static final long NANOS_BETWEEN_REPORTS = 300_000_000L;

    /** What the system reports of a process that was killed. */
    private static final int KILLED = 137;

    private final Terminal terminal;

    @Parameters(arity = "3", paramLabel = "DIR CELL WORKERS", description = "Study, name of the cell, threads.")
    private List<String> arguments = List.of();

    CellCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (arguments.size() != 3) {
            throw new InvalidInputException("cell takes the directory of a study, the name of a cell and its threads");
        }
        Thread watcher = new Thread(() -> haltWithParent(System.in), "parent");
        watcher.setDaemon(true);
        watcher.start();
        CellTraining.train(
                new StudyDirectory(Path.of(arguments.get(0))),
                arguments.get(1),
                Limits.workers(arguments.get(2)),
                new Reports());
        return 0;
    }

    /** A cell whose study has gone ends as if killed: what it has written down is whole, and can be gone on with. */
    private static void haltWithParent(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(KILLED);
        }
        Runtime.getRuntime().halt(KILLED);
    }

    /** Tells the parent how far training has come. */
    private final class Reports implements SessionListener {
        private long reported = System.nanoTime();

        @Override
        public void trains(TrainingEvent event) {
            long now = System.nanoTime();
            if (now - reported >= NANOS_BETWEEN_REPORTS || event instanceof TrainingEvent.Finished) {
                reported = now;
                terminal.out().println(CellTraining.STEPS + event.steps());
                terminal.out().flush();
            }
        }
    }
}
