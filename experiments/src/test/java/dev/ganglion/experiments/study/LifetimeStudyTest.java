package dev.ganglion.experiments.study;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.SessionListener;
import dev.ganglion.experiments.lifetime.LifetimeProtocol;
import dev.ganglion.experiments.lifetime.LifetimeTable;
import dev.ganglion.experiments.lifetime.RunLives;
import dev.ganglion.experiments.report.StudyPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifetimeStudyTest {
    private static final String STUDY = """
            study: lives
            question: Which of two networks falls sooner?
            environments:
              - {name: "5", environment: "cartpole/balance:time-limit=5"}
            arms:
              - name: fixed
                controller: mlp:hidden=4
              - name: plastic
                controller: stpn:hidden=4
            seeds: 1
            steps: 0
            preset: none
            evaluation: {episodes: 2, seed: 7}
            lifetime: {multiples: [1, 3], lives: 4}
            """;

    private static final SessionListener SILENT = new SessionListener() {};

    @TempDir
    private Path folder;

    @Test
    void lifetime_inAStudy_isReadWithItsSeed() {
        Study study = StudyReader.read(Studies.file(folder, STUDY));
        then(study.lifetime()).contains(new LifetimeProtocol(List.of(1, 3), 4, 7));
        Study standard = StudyReader.read(Studies.file(folder, STUDY.replace("{multiples: [1, 3], lives: 4}", "{}")));
        then(standard.lifetime()).contains(new LifetimeProtocol(List.of(1, 2, 4, 8, 16), 2, 7));
    }

    @Test
    void lifetime_withMistakes_namesThemAll() {
        String text = STUDY.replace("multiples: [1, 3]", "multiples: [3, 1], live: 2")
                .replace("    environment: \"cartpole/balance:time-limit=5\"", "    environment: maze/forage")
                .replace("environment: \"cartpole/balance:time-limit=5\"", "environment: maze/forage");
        StudyFormatException error =
                catchThrowableOfType(StudyFormatException.class, () -> StudyReader.read(Studies.file(folder, text)));
        then(error)
                .hasMessageContaining("1 does not fit behind 3")
                .hasMessageContaining("there is no key 'live' here")
                .hasMessageContaining("lives on 5 end with its time limit");
    }

    @Test
    void cell_isFinishedOnceItsLivesAreWatched_andOtherLivesTrainNothingAnew() throws IOException {
        Path file = Studies.file(folder, STUDY);
        Study study = StudyReader.read(file);
        StudyGrid grid = StudyGrid.of(study);
        StudyDirectory directory = new StudyDirectory(folder.resolve("out"));
        directory.adopt(file, grid);
        for (Cell cell : grid.cells()) {
            CellTraining.train(directory, cell.id(), 1, SILENT);
            then(directory.finished(cell)).isPresent();
        }
        Cell plastic = grid.cells().get(1);
        Path lives = plastic.lives(directory.path()).orElseThrow();
        RunLives watched = LifetimeTable.read(lives);
        then(watched.lives()).hasSize(4);
        then(watched.windows()).isEqualTo(3);
        then(watched.largestWeight(1)).isPresent();

        Path checkpoint = plastic.directory(directory.path()).resolve("checkpoints/latest.checkpoint");
        FileTime trained = Files.getLastModifiedTime(checkpoint);
        Files.delete(lives);
        then(directory.finished(plastic)).isEmpty();
        CellTraining.train(directory, plastic.id(), 2, SILENT);
        then(LifetimeTable.read(lives)).isEqualTo(watched);
        then(Files.getLastModifiedTime(checkpoint)).isEqualTo(trained);

        StudyGrid longer = StudyGrid.of(StudyReader.read(Studies.file(folder, STUDY.replace("[1, 3]", "[1, 5]"))));
        then(longer.cells().get(1).directory(directory.path())).isEqualTo(plastic.directory(directory.path()));
        then(directory.finished(longer.cells().get(1))).isEmpty();

        Path page = StudyPage.write(
                StudyResults.of(study, grid, directory), folder.resolve("report"), StudyPage.FilmPlacement.NONE);
        then(page).content().contains("Beyond the life trained for");
        then(folder.resolve("report/lifetimes-5.svg")).exists();
        then(folder.resolve("report/lifetime-weights-5.svg")).exists();
        // Two arms at two lengths of life; the network without plasticity has no weight to show.
        List<String> table = Files.readAllLines(folder.resolve("report/lifetimes.csv"));
        then(table).hasSize(5);
        then(table.get(1)).startsWith("fixed,5,1,1,").endsWith(",–,–");
        then(table.get(4)).startsWith("plastic,5,1,3,").doesNotEndWith("–");
    }
}
