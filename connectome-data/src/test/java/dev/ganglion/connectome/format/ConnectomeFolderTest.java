package dev.ganglion.connectome.format;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.worm.WormConnectome;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectomeFolderTest {
    private static final String NEURONS = "name,class,transmitter,position\nA1,A,acetylcholine,0.5\nB1,B,gaba,\n";
    private static final String MUSCLES = "name,quadrant,row\nm1,dorsal-left,1\nm2,ventral-right,2\n";
    private static final String CONNECTIONS =
            "pre,post,kind,weight\nA1,B1,chemical,3\nB1,m2,,2.5\nA1,B1,electrical,1\n";

    @TempDir
    private Path folder;

    private static Connectome parse(String neurons, String muscles, String connections) {
        return ConnectomeFolder.parse(
                Map.of(
                        ConnectomeFolder.NEURONS,
                        new SourceText("neurons.csv", neurons),
                        ConnectomeFolder.MUSCLES,
                        new SourceText("muscles.csv", muscles),
                        ConnectomeFolder.CONNECTIONS,
                        new SourceText("connections.csv", connections)),
                "mine");
    }

    @Test
    void parse_withoutSignColumn_signsByTransmitter() {
        Connectome mine = parse(NEURONS, MUSCLES, CONNECTIONS);
        then(mine.chemical())
                .extracting(synapse -> synapse.sign(SignRule.TRANSMITTER))
                .containsExactly(Sign.EXCITATORY, Sign.INHIBITORY);
        // Two rows: the muscles' middles lie at 0.25 and 0.75.
        then(mine.muscles()).extracting("position").containsExactly(0.25, 0.75);
    }

    @Test
    void parse_manyMistakes_areAllReportedWithFileLineAndText() {
        thenThrownBy(() -> parse(
                        "name,class,transmiter\nA1,A,\nA1,A,\nB 1,B,\nC1,C,\n",
                        "name,quadrant,row\nm1,dorsal,1\nm2,ventral-left,0\n",
                        """
                        pre,post,kind,weight
                        A1,C1,chemical,-3
                        A1,C1,chemical,many
                        A1,X9,chemical,1
                        C1,C1,electrical,1
                        A1,C1,chemical,1
                        A1,C1,chemical,2
                        A1,C1,electric,2
                        A1,C1
                        """))
                .isInstanceOfSatisfying(
                        ConnectomeFormatException.class,
                        e -> then(e.problems())
                                .extracting(FormatProblem::toString)
                                .containsExactly(
                                        "neurons.csv:1: 'transmiter' is no known column; did you mean 'transmitter'?",
                                        "neurons.csv:3: 'A1' is there twice; the first is on line 2",
                                        "neurons.csv:4: 'B 1' is no cell name; a name is one word",
                                        "muscles.csv:2: 'dorsal' is not one of dorsal-left, dorsal-right, ventral-left,"
                                                + " ventral-right",
                                        "muscles.csv:3: '0' is no muscle row; rows are whole numbers from 1 at the head",
                                        "connections.csv:9: 'A1,C1' has 2 fields where the header has 4",
                                        "connections.csv:2: '-3' is no weight; weights are above 0 and finite",
                                        "connections.csv:3: 'many' is no number; the weight has to be one",
                                        "connections.csv:3: 'A1 to C1' is there twice; the first is on line 2",
                                        "connections.csv:4: 'X9' names no known cell",
                                        "connections.csv:6: 'A1 to C1' is there twice; the first is on line 2",
                                        "connections.csv:7: 'A1 to C1' is there twice; the first is on line 2",
                                        "connections.csv:8: 'electric' is not one of chemical, electrical; did you mean"
                                                + " 'electrical'?",
                                        "connections.csv:8: 'A1 to C1' is there twice; the first is on line 2"));
    }

    @Test
    void parse_muscleAsSource_isAMistake() {
        thenThrownBy(() -> parse(NEURONS, MUSCLES, "pre,post,weight\nm1,A1,1\n"))
                .hasMessage("connections.csv:2: 'm1 to A1' starts at a muscle; a muscle has no chemical synapse of its"
                        + " own");
    }

    @Test
    void parse_signOnElectrical_isAMistake() {
        thenThrownBy(() -> parse(NEURONS, MUSCLES, "pre,post,kind,weight,sign\nA1,B1,electrical,1,+\n"))
                .hasMessageContaining("connections.csv:2: '+' is a sign on an electrical connection");
    }

    @Test
    void parse_quotesAndSpacesAndComments_areRead() {
        Connectome mine =
                parse("# my cells\nname , class\n \"A1\" ,A\n\nB1,B\n", MUSCLES, "pre,post,weight\n A1 , B1 , 2e0 \n");
        then(mine.chemical()).extracting("weight").containsExactly(2.0);
    }

    @Test
    void parse_quoteLeftOpen_isReported() {
        thenThrownBy(() -> parse(NEURONS, MUSCLES, "pre,post,weight\nA1,\"B1,1\n"))
                .hasMessageContaining("connections.csv:")
                .hasMessageContaining("not well quoted");
    }

    @Test
    void read_missingAndUnreadableFiles_areReported() throws IOException {
        Files.write(folder.resolve(ConnectomeFolder.NEURONS), new byte[] {'n', (byte) 0xC3, (byte) 0x28});
        thenThrownBy(() -> ConnectomeFolder.read(folder, "mine"))
                .hasMessageContaining("neurons.csv: the file is not text in UTF-8")
                .hasMessageContaining("connections.csv: ")
                .hasMessageContaining("cannot be read");
    }

    @Test
    void write_thenRead_isTheSame() throws IOException {
        Path target = folder.resolve("worm");
        ConnectomeFolder.write(WormConnectome.hermaphrodite(), target);
        Connectome back = ConnectomeFolder.read(target, WormConnectome.NAME).connectome();
        then(back).isEqualTo(WormConnectome.hermaphrodite());
        then(ConnectomeFolder.format(back)).isEqualTo(ConnectomeFolder.format(WormConnectome.hermaphrodite()));
    }

    @Test
    void write_folderWithFiles_isLeftAlone() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "mine");
        thenThrownBy(() -> ConnectomeFolder.write(WormConnectome.hermaphrodite(), folder))
                .isInstanceOf(DirectoryNotEmptyException.class);
        then(folder).isDirectoryNotContaining("glob:**.csv");
    }

    @Test
    void edgeList_everyName_isANeuron() {
        Import read =
                EdgeList.parse(new SourceText("mine.csv", "pre,post,weight,sign\na,b,1,-\nb,b,2,\nb,c,3,+\n"), "mine");
        then(read.connectome().neurons()).extracting("name").containsExactly("a", "b", "c");
        then(read.connectome().chemical())
                .extracting(synapse -> synapse.sign(SignRule.STATED))
                .containsExactly(Sign.INHIBITORY, Sign.UNKNOWN, Sign.EXCITATORY);
        then(read.remarks()).hasSize(1);
    }

    @Test
    void edgeList_electricalLoop_isAMistake() {
        thenThrownBy(() ->
                        EdgeList.parse(new SourceText("mine.csv", "pre,post,weight,kind\na,a,1,electrical\n"), "mine"))
                .hasMessageContaining("mine.csv:2: 'a to a' joins a cell to itself");
    }

    @Test
    void edgeList_thousandsOfMistakes_stopsReading() {
        thenThrownBy(() -> EdgeList.parse(
                        new SourceText("mine.csv", "pre,post,weight\n" + "a,b,x\n".repeat(5000)), "mine"))
                .isInstanceOfSatisfying(
                        ConnectomeFormatException.class, e -> then(e.problems()).hasSizeLessThan(1100));
    }
}
