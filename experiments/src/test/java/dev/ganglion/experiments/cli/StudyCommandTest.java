package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.study.Studies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void study_runsEachCellOnce_andIsNotRunAgain() {
        Path file = Studies.file(folder, Studies.TINY);
        Path out = folder.resolve("out");
        Captured study = Captured.run("study", file, "--out", out, "--jobs", 1);
        then(study.err()).contains("Study tiny: 2 cells, 0 of them finished", "done    2/2");
        then(study.exitCode()).isZero();
        then(study.out()).contains("2 of 2 cells finished", "small", "untrained");
        Map<String, String> content = Tiny.content(out.resolve("cells"));
        then(content.keySet()).anyMatch(name -> name.matches("small/forage.*/seed-1/summary.json"));
        Captured again = Captured.run("study", file, "--out", out, "--json");
        then(again.err()).contains("2 of them finished").doesNotContain("begins");
        then(again.json()).containsEntry("study", "tiny").containsEntry("finished", 2);
        then(again.objects("arms")).hasSize(2);
        then(Tiny.content(out.resolve("cells"))).isEqualTo(content);
    }

    @Test
    void study_failingCell_isTriedAgain_andReportedWithWhatItSaid() throws IOException {
        Path file = Studies.file(folder, Studies.TINY.replace("seeds: 1", "seeds: 2"));
        Path out = folder.resolve("out");
        Files.createDirectories(out);
        // Where the cell's directory should be made there is a file already.
        Files.writeString(out.resolve("cells"), "in the way");
        Captured study = Captured.run("study", file, "--out", out, "--only", "small/*/seed-2");
        then(study.exitCode()).isEqualTo(1);
        then(study.err()).contains("once; it is tried again", "twice; it is left out", "ganglion: Cannot lock");
        then(study.out()).contains("failed  small/forage-size=5-time-limit=20/seed-2");
    }

    @Test
    void dryRun_showsTheCells_andRunsNothing() {
        Path file = Studies.file(folder, Studies.TINY);
        Path out = folder.resolve("out");
        Captured plan = Captured.run("study", file, "--out", out, "--dry-run");
        then(plan.out())
                .contains("untrained/forage-size=5-time-limit=20/seed-1", "2 cells, 2 of them open", "unknown time");
        then(out).doesNotExist();
        Captured json = Captured.run("study", file, "--out", out, "--dry-run", "--json");
        then(json.json())
                .containsEntry("cells", 2)
                .containsEntry(
                        "open",
                        List.of(
                                "small/forage-size=5-time-limit=20/seed-1",
                                "untrained/forage-size=5-time-limit=20/seed-1"));
    }

    @Test
    void dryRun_estimatesFromCellsThatHaveFinished() {
        // The cell that has finished took 192 steps in 2 s, and the other takes none.
        Studies.finished(folder, Studies.TINY, cell -> 1);
        Path more = Studies.file(folder, Studies.TINY.replace("seeds: 1", "seeds: 4"));
        Captured plan = Captured.run("study", more, "--out", folder.resolve("out"), "--jobs", 3, "--dry-run", "--json");
        then(plan.number("seconds")).isEqualTo(2);
    }

    @Test
    void study_changedFile_saysWhatItAddsAndLeavesBehind() {
        String after = Studies.TINY.replace("steps: 192", "steps: 0");
        String before = after.replace("small", "tiny");
        Studies.finished(folder, after, cell -> 1);
        Studies.finished(folder, before, cell -> 1);
        Captured study = Captured.run("study", Studies.file(folder, after), "--out", folder.resolve("out"));
        then(study.err())
                .contains("The study file has changed.", "It adds 1 cell: cells/small/")
                .contains("what was run of them stays, 1 cell: cells/tiny/")
                .doesNotContain("begins");
    }

    @Test
    void study_wrongFile_saysAllMistakesAtOnce() {
        Path file = Studies.file(folder, "arms: [{name: a, controller: mpl}]\nseed: 3\n");
        Captured study = Captured.run("study", file, "--out", folder.resolve("out"));
        then(study.exitCode()).isEqualTo(2);
        then(study.err().lines()).hasSize(4).allMatch(line -> line.startsWith("ganglion: " + file + ", line "));
        then(folder.resolve("out")).doesNotExist();
    }

    @Test
    void study_onlyWhatIsNotThere_namesTheNearest() {
        Captured study = Captured.run(
                "study", Studies.file(folder, Studies.TINY), "--only", "smal/forage-size=5-time-limit=20/seed-1");
        then(study.exitCode()).isEqualTo(2);
        then(study.err()).contains("did you mean 'small/forage-size=5-time-limit=20/seed-1'?");
        Captured far = Captured.run("study", Studies.file(folder, Studies.TINY), "--only", "*seed-1");
        then(far.err()).contains("matches none of 2 cells", "** stands for any part of a name");
    }
}
