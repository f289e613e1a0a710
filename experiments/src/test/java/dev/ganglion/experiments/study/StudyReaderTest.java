package dev.ganglion.experiments.study;

import static org.assertj.core.api.BDDAssertions.catchThrowableOfType;
import static org.assertj.core.api.BDDAssertions.then;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyReaderTest {
    @TempDir
    private Path folder;

    private Study read(String text) {
        return StudyReader.read(Studies.file(folder, text));
    }

    @Test
    void read_armsAndDefaults_areTakenAsTheyStand() {
        Study study = read(Studies.TINY);
        then(study.name()).isEqualTo("tiny");
        then(study.arms()).extracting(Arm::name).containsExactly("small", "untrained");
        then(study.arm("small").steps()).isEqualTo(192);
        then(study.arm("untrained").steps()).isZero();
        then(study.arm("untrained").ablates()).contains("small");
        then(study.seeds()).containsExactly(1L);
        then(study.thresholds()).containsExactly(1.0, 100.0);
        then(study.episodes()).isEqualTo(2);
        then(study.comparisons()).containsExactly(new Study.Comparison("small", "untrained"));
    }

    @Test
    void read_goal_isThatGiven_andOtherwiseOneAStep() {
        Study study = read(Studies.TINY.replace("  - maze/forage:size=5,time-limit=20", """
              - maze/forage:size=5,time-limit=20
              - {name: rich, environment: "maze/forage:size=5,time-limit=30", goal: 55.5}
            """.stripTrailing()));
        then(study.environments()).extracting(Study.Place::goal).containsExactly(20.0, 55.5);
    }

    @Test
    void read_gridOfMoreArmsThanCanBeToldApart_isRefusedBeforeItIsLaidOut() {
        String learners = IntStream.rangeClosed(1, 900)
                .mapToObj(epochs -> "\"ppo:epochs=" + epochs + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
        StudyFormatException error = catchThrowableOfType(
                StudyFormatException.class,
                () -> read("grid: {controllers: [ncap, mlp], learners: " + learners + "}\nseeds: 1\nsteps: 1\n"));
        then(error.problems()).singleElement().asString().contains("there are 1800 here; the most is 1000");
    }

    @Test
    void read_moreRunsThanThereIsMemoryFor_isRefusedBeforeTheyAreLaidOut() {
        StudyFormatException error = catchThrowableOfType(
                StudyFormatException.class,
                () -> read("arms:\n- {name: a, controller: ncap, draws: 1000}\nseeds: 1000\nsteps: 1\n"
                        .replace("ncap", "connectome:null-model=degree-preserving")));
        then(error.problems()).singleElement().asString().contains("it has 1000000 runs; the most is 100000");
    }

    @Test
    void read_grid_isTheProductOfItsAxes_withNames_andIntactControls() {
        Study study = read("""
            grid:
              controllers: [ncap, {name: thirty, controller: "ncap:sharing=off"}]
              ablations:
                - intact
                - name: free-signs
                  options: signs=free
              learners:
                - ppo
                - name: slow
                  learner: ppo:learning-rate=0.0001
            seeds: [3, 5]
            steps: 1e5
            """);
        then(study.name()).isEqualTo("study");
        then(study.arms())
                .extracting(Arm::name)
                .containsExactly(
                        "ncap+ppo",
                        "ncap+slow",
                        "ncap+free-signs+ppo",
                        "ncap+free-signs+slow",
                        "thirty+ppo",
                        "thirty+slow",
                        "thirty+free-signs+ppo",
                        "thirty+free-signs+slow");
        then(study.arm("thirty+free-signs+slow").ablates()).contains("thirty+slow");
        then(study.arm("thirty+free-signs+slow").controller()).hasToString("ncap:sharing=off,signs=free");
        then(study.arm("ncap+ppo").steps()).isEqualTo(100_000);
        then(study.seeds()).containsExactly(3L, 5L);
    }

    @Test
    void read_allMistakes_areSaidAtOnce_withTheirLinesAndTheNearestRightAnswers() {
        StudyFormatException error = catchThrowableOfType(StudyFormatException.class, () -> read("""
            study: all wrong
            environments:
              - swimmer/swum
              - swimmer/swim:joints=31
              - swimmer/swim
              - name: swim
                environment: swimmer/swim:joints=7
            arms:
              - name: ncap
                controller: ncap
              - name: ncap
                controller: ncap:signs=free
              - name: dense
                controller: mpl
                step: 3
              - name: cut
                controller: mlp:hiden=4
                ablates: ncpa
              - name: drawn
                controller: mlp
                draws: 5
            seeds: ten
            compare:
              - [ncap, dens]
            thresholdss: [1]
            """));
        String file = folder.resolve("study.yaml") + ", line ";
        then(error.problems())
                .containsExactly(
                        file
                                + "1: 'all wrong' is no name; one has letters, digits and . _ + = - only, and begins"
                                + " with a letter or digit",
                        file + "1: the key 'steps' is missing; give the environment steps of each run, such as 100k",
                        file + "3: There is no environment 'swimmer/swum'; did you mean 'swimmer/swim'?",
                        file + "4: swimmer/swim: joints=31 is out of range; it takes 2 to 30, the nearest is 30",
                        file + "6: there are two environments named 'swim'; give one of them another name",
                        file + "11: there are two arms named 'ncap'; give one of them another name",
                        file + "13: There is no controller 'mpl'; did you mean 'mlp'?",
                        file + "15: there is no key 'step' here; did you mean 'steps'?",
                        file + "16: mlp has no option 'hiden'; did you mean 'hidden'?",
                        file + "16: there is no arm 'ncpa'; did you mean 'ncap'?",
                        file + "19: mlp has no wiring to be drawn; take 'draws' away from the arm 'drawn'",
                        file + "22: seeds is a whole number such as 100000, 100_000, 1e5 or 100k, not 'ten'",
                        file + "24: there is no arm 'dens'; did you mean 'dense'?",
                        file + "25: there is no key 'thresholdss' here; did you mean 'thresholds'?");
    }

    @Test
    void read_controllerThatDoesNotFitItsBody_isRefused() {
        StudyFormatException error = catchThrowableOfType(StudyFormatException.class, () -> read("""
            environments: [maze/forage]
            arms: [{name: worm, controller: ncap}]
            seeds: 2
            steps: 10
            """));
        then(error.problems()).singleElement().asString().contains(", line 2: ").contains("ncap");
    }

    @Test
    void read_drawsOfNoKnownKind_areRefused() {
        String text = """
            arms: [{name: worm, controller: "connectome:null-model=dense", draws: each}]
            seeds: [0, 1]
            steps: 10
            """;
        then(catchThrowableOfType(StudyFormatException.class, () -> read(text)).problems())
                .singleElement()
                .asString()
                .endsWith("line 1: draws cannot be 'each'; it takes 1 to 1000, from every seed, or 'per-seed', one from"
                        + " each");
        then(catchThrowableOfType(StudyFormatException.class, () -> read(text.replace("each", "per-seed")))
                        .problems())
                .singleElement()
                .asString()
                .endsWith("line 1: 'per-seed' draws are numbered like the seeds, which must be 1 or more then");
    }

    @Test
    void read_nothingToCompare_isRefused() {
        StudyFormatException error =
                catchThrowableOfType(StudyFormatException.class, () -> read("seeds: 2\nsteps: 10\n"));
        then(error.problems()).singleElement().asString().contains("name its 'arms'");
    }
}
