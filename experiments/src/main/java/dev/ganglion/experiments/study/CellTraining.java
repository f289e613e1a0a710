package dev.ganglion.experiments.study;

import dev.ganglion.agents.evaluation.EvaluationPlan;
import dev.ganglion.agents.evaluation.Evaluator;
import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.Run;
import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.TrainingSession;
import dev.ganglion.experiments.Watching;
import dev.ganglion.experiments.config.RunConfig;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import dev.ganglion.experiments.lifetime.LifetimeTable;
import dev.ganglion.experiments.lifetime.RunLives;
import dev.ganglion.experiments.run.Summary;
import dev.ganglion.experiments.run.WholeFile;
import dev.ganglion.experiments.transfer.TransferredPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trains one cell of a study in this process, from where it stopped if it can go on exactly, else from its beginning.
 *
 * <p>Nothing else is needed to survive a kill at any moment: what a run has written down is whole, and a finished one is
 * left alone.
 */
public final class CellTraining {
    /** What a cell in a process of its own writes to its standard output before the number of steps it has taken. */
    public static final String STEPS = "steps ";

    private final Study study;
    private final StudyDirectory directory;
    private final SessionListener listener;

    private CellTraining(Study study, StudyDirectory directory, SessionListener listener) {
        this.study = study;
        this.directory = directory;
        this.listener = listener;
    }

    /**
     * Trains a cell of the study that lies in a directory.
     *
     * @param id its name, as {@link Cell#id()}
     * @param workers threads, which do not change the result
     * @return what came of it
     * @throws InvalidInputException if the study has no such cell, or its source has not finished
     */
    public static Summary train(StudyDirectory directory, String id, int workers, SessionListener listener) {
        Study study = StudyReader.reread(directory.file());
        Cell cell =
                StudyGrid.find(study, id).orElseThrow(() -> new InvalidInputException("The study has no cell " + id));
        CellTraining training = new CellTraining(study, directory, listener);
        return FileGuard.holding(directory.guard(cell), () -> training.train(cell, workers));
    }

    private Summary train(Cell cell, int workers) {
        Optional<Summary> finished = directory.finished(cell);
        if (finished.isPresent()) {
            return finished.get();
        }
        Summary summary = directory.trained(cell).orElseGet(() -> run(cell, workers));
        cell.lifetime().ifPresent(protocol -> watchLives(cell, protocol, workers));
        return summary;
    }

    private void watchLives(Cell cell, LifetimeProtocol protocol, int workers) {
        Run run = Run.open(cell.directory(directory.path()));
        EvaluationPlan plan = new EvaluationPlan(protocol.lives(), protocol.seed(), 0, Map.of(), workers);
        RunLives lives = new RunLives(
                Evaluator.lives(cell.config().plan().environment(), run.behaviour(), plan, protocol.windows()));
        WholeFile.write(cell.lives(directory.path()).orElseThrow(), LifetimeTable.text(lives));
    }

    private Summary run(Cell cell, int workers) {
        Path path = cell.directory(directory.path());
        Watching watching = new Watching(study.episodes(), study.evaluationSeed(), cell.isFilmed());
        RunConfig config = cell.config().withWorkers(workers);
        Optional<Run> begun = reopened(cell, path);
        if (begun.isPresent()) {
            return TrainingSession.resume(
                    begun.get().withWorkers(workers), config.plan().steps(), watching, listener, () -> false);
        }
        clear(path);
        if (cell.origin().isEmpty()) {
            return TrainingSession.train(config, path, watching, listener, () -> false);
        }
        Run source = Run.open(cell.origin().get().directory(directory.path()));
        boolean isPartial = study.transfer().map(Study.Transfer::isPartial).orElse(false);
        TransferredPolicy policy = TransferredPolicy.bind(source, config.plan(), isPartial);
        return TrainingSession.trainFrom(config, policy.beginning(source, path), path, watching, listener, () -> false);
    }

    /** The run as it was left, if it can go on from there with the same bits. */
    private Optional<Run> reopened(Cell cell, Path path) {
        if (directory.summary(cell).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Run.open(path));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static void clear(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> content;
        try (Stream<Path> walk = Files.walk(path)) {
            content = walk.sorted(Comparator.reverseOrder()).toList();
            for (Path file : content) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
