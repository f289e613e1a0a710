package dev.ganglion.experiments.study;

import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The studies that come with Ganglion can be run as they stand. */
class ShippedStudiesTest {
    /** Cells: arms × environments × seeds, with five draws of each of five null models, and transfers with controls. */
    @ParameterizedTest
    @CsvSource({
        "ncap-claims, 30",
        "ncap-ablation, 80",
        "transfer, 135",
        "connectome-swim, 40",
        "connectome-pole, 40",
        "motifs-and-plasticity, 24",
        "lifetimes, 60"
    })
    void study_laysOutItsCells(String name, int cells) {
        Study study = StudyReader.read(Path.of("studies", name + ".yaml"));
        then(study.name()).isEqualTo(name);
        then(study.question()).endsWith("?");
        StudyGrid grid = StudyGrid.of(study);
        then(grid.cells()).hasSize(cells);
        then(grid.misfits()).isEmpty();
        Cell last = grid.cells().get(cells - 1);
        then(StudyGrid.find(study, last.id()))
                .hasValueSatisfying(found -> then(found.digest()).isEqualTo(last.digest()));
    }
}
