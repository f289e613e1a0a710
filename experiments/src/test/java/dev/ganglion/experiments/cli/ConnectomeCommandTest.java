package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.connectome.SignReading;
import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.graph.SpectralRadius;
import dev.ganglion.connectome.graph.WeightMatrix;
import dev.ganglion.connectome.imports.ConnectomeImport;
import dev.ganglion.connectome.worm.WormConnectome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.BDDAssertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectomeCommandTest {
    private static final String MINE = """
            pre,post,weight,kind,sign
            sensor,left,3,chemical,+
            left,right,1.5,chemical,-
            right,left,2,chemical,+
            """;

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void alone_printsItsHelp() {
        Captured help = Captured.run("connectome");
        then(help.exitCode()).isZero();
        then(help.out()).contains("summary", "import", "motifs", "null-model", "draw", "Examples:");
    }

    @Test
    void summary_ofTheWorm_hasThePublishedCounts() {
        Captured summary = Captured.run("connectome", "summary", "--json");
        then(summary.number("neurons")).isEqualTo(302);
        then(summary.number("muscles")).isEqualTo(95);
        then(summary.json().get("chemical_among_neurons")).isEqualTo(Map.of("connections", 3638, "weight", 20589.0));
        then(summary.json().get("chemical_onto_muscle")).isEqualTo(Map.of("connections", 924, "weight", 5377.0));
    }

    @Test
    void summary_ofTheLocomotionCircuit_hasItsCells() {
        Captured summary = Captured.run("connectome", "summary", "--circuit", "locomotion");
        then(summary.out())
                .contains("85 in 13 classes")
                .contains("10 interneuron, 75 motor")
                .contains("muscles              95");
    }

    @Test
    void summary_withSignsByExpressionAlone_leavesSignsOpen() {
        then(Captured.run("connectome", "summary", "--signs", "expression", "--json")
                        .json()
                        .get("signs"))
                .isEqualTo(Map.of("excitatory", 1327, "inhibitory", 425, "complex", 0, "unknown", 1886));
    }

    @Test
    void import_theShippedTable_givesItsBytesAgain() throws IOException {
        Path table = directory.resolve("table");
        ConnectomeFolder.write(WormConnectome.hermaphrodite(), table);
        Path copy = directory.resolve("copy");
        then(Captured.run("connectome", "import", table, "--out", copy).exitCode())
                .isZero();
        for (String name : ConnectomeFolder.FILES) {
            then(copy.resolve(name)).hasSameBinaryContentAs(table.resolve(name));
        }
    }

    @Test
    void import_ofOnesOwn_saysWhatWasAssumed() throws IOException {
        Captured read =
                Captured.run("connectome", "import", file("mine.csv", MINE), "--out", directory.resolve("mine"));
        then(read.out()).contains("3 neurons, 0 muscles, 3 chemical connections and 0 gap junctions");
        then(read.err()).contains("Each of the 3 names in mine.csv is taken for a neuron.");
        then(ConnectomeImport.read(directory.resolve("mine")).connectome().synapses())
                .hasSize(3);
    }

    @Test
    void import_withMistakes_namesThemAllAndWritesNothing() throws IOException {
        Path mine = file("mine.csv", MINE + "left,left2,x,chemical,+\nright,,1,chimical,+\n");
        Captured read = Captured.run("connectome", "import", mine, "--out", directory.resolve("mine"));
        then(read.exitCode()).isEqualTo(2);
        then(read.out()).isEmpty();
        then(read.err().lines())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(line -> line.startsWith("ganglion: mine.csv:"))
                .anyMatch(line -> line.contains("mine.csv:5: 'x'"))
                .anyMatch(line -> line.contains("mine.csv:6: 'chimical'"));
        then(directory.resolve("mine")).doesNotExist();
    }

    @Test
    void import_intoAFolderInUse_leavesItAlone() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("used"));
        Files.writeString(folder.resolve("notes.txt"), "mine");
        Captured read = Captured.run("connectome", "import", file("mine.csv", MINE), "--out", folder);
        then(read.exitCode()).isEqualTo(2);
        then(read.err()).contains("holds other files already; give another --out");
        then(folder.toFile().list()).containsExactly("notes.txt");
        then(filesIn(directory)).containsExactlyInAnyOrder("used", "mine.csv");
    }

    @Test
    void import_withoutAPath_isRefused() {
        then(Captured.run("connectome", "import").err()).contains("import needs the file or folder to read");
    }

    @Test
    void unknownWords_areAnsweredWithTheNearest() {
        then(Captured.run("connectome", "summary", "--circuit", "locomotoin").err())
                .contains("did you mean 'locomotion'?");
        then(Captured.run("connectome", "null-model", "--model", "degree-preserved")
                        .err())
                .contains("did you mean 'degree-preserving'?");
        then(Captured.run("connectome", "draw", "--theme", "drak").err()).contains("did you mean 'dark'?");
        then(Captured.run("connectome", "sumary").err()).contains("did you mean 'summary'?");
    }

    @Test
    void missingFile_isAnsweredWithItsName() {
        Captured summary = Captured.run("connectome", "summary", directory.resolve("absent.csv"));
        then(summary.exitCode()).isEqualTo(2);
        then(summary.err()).contains("absent.csv: there is no such file or folder");
    }

    @Test
    void motifs_sameSeed_givesTheSameFigures() {
        Object[] command = {"connectome", "motifs", "--circuit", "locomotion", "--draws", "3", "--seed", "4", "--json"};
        Captured motifs = Captured.run(command);
        then(motifs.json()).containsEntry("draws", 3).containsEntry("null_model", "degree-preserving");
        then((List<?>) motifs.json().get("motifs")).hasSize(8);
        then(Captured.run(command).out()).isEqualTo(motifs.out());
        // The number of feed-forward motifs of the locomotion circuit, as counted in the motif study's own test.
        then(motifs.out()).contains("\"observed\" : 1462");
    }

    @Test
    void nullModel_matchesTheRadiusAndRepeatsItself() throws IOException {
        for (String name : List.of("one", "two")) {
            Captured drawn = Captured.run(
                    "connectome",
                    "null-model",
                    "--circuit",
                    "locomotion",
                    "--seed",
                    "3",
                    "--out",
                    directory.resolve(name));
            then(drawn.exitCode()).isZero();
            then(drawn.out()).contains("kept", "lost", "spectral radius");
        }
        for (String name : ConnectomeFolder.FILES) {
            then(directory.resolve("one").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("two").resolve(name));
        }
        BDDAssertions.then(SpectralRadius.of(WeightMatrix.of(
                        ConnectomeImport.read(directory.resolve("one")).connectome(), SignReading.DEFAULT)))
                .isCloseTo(
                        SpectralRadius.of(WeightMatrix.of(WormConnectome.locomotion(), SignReading.DEFAULT)),
                        Offset.offset(1e-6));
    }

    @Test
    void nullModel_withoutLoopsToScale_saysHowToGoOn() throws IOException {
        Path chain = file("chain.csv", "pre,post,weight,sign\na,b,1,+\nb,c,1,+\nc,d,1,+\n");
        Captured drawn = Captured.run(
                "connectome", "null-model", chain, "--model", "dense", "--out", directory.resolve("dense"));
        then(drawn.exitCode()).isEqualTo(2);
        then(drawn.err()).contains("--radius free");
        then(directory.resolve("dense")).doesNotExist();
    }

    @Test
    void draw_makesTheCircuitAndTheMatrix() throws IOException {
        Captured drawn = Captured.run(
                "connectome", "draw", "--circuit", "locomotion", "--out", directory.resolve("worm.svg"), "--json");
        then(drawn.json())
                .containsEntry("circuit", directory.resolve("worm.svg").toString())
                .containsEntry("matrix", directory.resolve("worm-matrix.svg").toString());
        then(directory.resolve("worm.svg")).content().startsWith("<svg").contains("C. elegans locomotion circuit");
        then(directory.resolve("worm-matrix.svg")).content().startsWith("<svg");
    }

    @Test
    void draw_overAFileThatIsThere_isRefused() throws IOException {
        Path matrix = file("worm-matrix.svg", "mine");
        Captured drawn = Captured.run("connectome", "draw", "--out", directory.resolve("worm.svg"));
        then(drawn.exitCode()).isEqualTo(2);
        then(matrix).hasContent("mine");
        then(filesIn(directory)).containsExactly("worm-matrix.svg");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
