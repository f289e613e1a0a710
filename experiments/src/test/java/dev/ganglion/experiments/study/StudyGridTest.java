package dev.ganglion.experiments.study;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyGridTest {
    private static final String MATRIX = """
        environments:
          - {name: five, environment: swimmer/swim}
          - {name: seven, environment: "swimmer/swim:joints=7"}
        arms:
          - {name: ncap, controller: ncap}
          - {name: dense, controller: "mlp:hidden=4"}
        seeds: 2
        steps: 1000
        transfer:
          to: [five, seven, "swimmer/swim:joints=3"]
          steps: 500
        """;

    @TempDir
    private Path folder;

    private StudyGrid grid(String text) {
        return StudyGrid.of(StudyReader.read(Studies.file(folder, text)));
    }

    @Test
    void cells_areOrderedBySeed_soThatAnInterruptedStudyHasAllArms() {
        then(grid("""
            environments: [swimmer/swim]
            arms:
              - {name: ncap, controller: ncap}
              - {name: null-model, controller: "connectome:null-model=degree-preserving", draws: 2}
            seeds: 2
            steps: 10
            """).cells())
                .extracting(Cell::id)
                .containsExactly(
                        "ncap/swim/seed-1",
                        "null-model/swim/seed-1-draw-1",
                        "null-model/swim/seed-1-draw-2",
                        "ncap/swim/seed-2",
                        "null-model/swim/seed-2-draw-1",
                        "null-model/swim/seed-2-draw-2");
    }

    @Test
    void draws_areSeedsOfTheNullModel() {
        StudyGrid grid = grid("""
            arms: [{name: null-model, controller: "connectome:null-model=degree-preserving", draws: 2}]
            seeds: 1
            steps: 10
            """);
        then(grid.cells().get(1).config().plan().controller().options().text("null-seed"))
                .isEqualTo("2");
    }

    @Test
    void draws_perSeed_areNumberedLikeTheSeeds_andTheFirstSeedIsFilmed() {
        List<Cell> cells = grid("""
            arms:
              - {name: null-model, controller: "connectome:null-model=degree-preserving", draws: per-seed}
            seeds: [5, 3]
            steps: 10
            """).cells();
        then(cells)
                .extracting(Cell::id)
                .containsExactly("null-model/swim/seed-5-draw-5", "null-model/swim/seed-3-draw-3");
        then(cells)
                .extracting(cell -> cell.config().plan().controller().options().text("null-seed"))
                .containsExactly("5", "3");
        then(cells).extracting(Cell::isFilmed).containsExactly(true, false);
    }

    @Test
    void transfers_areMadeWhereTheControllerFits_besideTrainingFromScratch() {
        StudyGrid grid = grid(MATRIX);
        then(grid.cells().stream().filter(cell -> cell.seed() == 2))
                .extracting(Cell::id)
                .containsExactly(
                        "ncap/five/seed-2",
                        "dense/five/seed-2",
                        "ncap/seven/seed-2",
                        "dense/seven/seed-2",
                        "ncap/five-to-seven/seed-2",
                        "ncap/five-to-swim-joints=3/seed-2",
                        "ncap/seven-to-five/seed-2",
                        "ncap/seven-to-swim-joints=3/seed-2",
                        "ncap/scratch-five/seed-2",
                        "ncap/scratch-seven/seed-2",
                        "ncap/scratch-swim-joints=3/seed-2");
        then(grid.misfits())
                .extracting(misfit -> misfit.arm() + " " + misfit.source() + " " + misfit.target())
                .containsExactly(
                        "dense five seven",
                        "dense five swim-joints=3",
                        "dense seven five",
                        "dense seven swim-joints=3");
        then(grid.misfits().get(0).reason())
                .contains("layer-0/weights was 23×4 and would be 31×4")
                .contains("joint/5/angle");
    }

    @Test
    void transfers_partial_areMadeWhereSomethingFits() {
        then(grid(MATRIX + "  partial: true\n").misfits()).isEmpty();
    }

    @Test
    void directory_changesWithWhatDecidesTheRun_andWithNothingElse() {
        Path before = directory(MATRIX);
        then(directory(MATRIX.replace("seeds: 2", "seeds: 9"))).isEqualTo(before);
        then(directory(MATRIX + "thresholds: [3]\n")).isEqualTo(before);
        then(directory(MATRIX + "evaluation: {episodes: 3}\n")).isNotEqualTo(before);
        then(directory(MATRIX.replace("steps: 1000", "steps: 2000"))).isNotEqualTo(before);
        then(directory(MATRIX.replace("controller: ncap", "controller: \"ncap:period=61\"")))
                .isNotEqualTo(before);
    }

    private Path directory(String text) {
        return grid(text).cells().get(0).directory(Path.of("study"));
    }
}
