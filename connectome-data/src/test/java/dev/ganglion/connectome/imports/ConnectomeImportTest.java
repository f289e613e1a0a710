package dev.ganglion.connectome.imports;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.GapJunction;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.format.ConnectomeFolder;
import dev.ganglion.connectome.format.ConnectomeFormatException;
import dev.ganglion.connectome.format.Import;
import dev.ganglion.connectome.worm.WormConnectome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Small tables of our own in each published layout. */
class ConnectomeImportTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> edges(Connectome connectome) {
        return connectome.synapses().stream()
                .map(synapse -> synapse.pre() + " " + synapse.post() + " " + (synapse.isChemical() ? "c" : "e") + " "
                        + synapse.weight())
                .toList();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "Others have no such device")
    void read_deviceWithoutEnd_saysThatItsLayoutDoesNotShow() {
        thenThrownBy(() -> ConnectomeImport.read(Path.of("/dev/zero")))
                .isInstanceOf(ConnectomeFormatException.class)
                .hasMessageContaining("/dev/zero: its layout does not show");
    }

    @Test
    void cook2019_paddedNamesAndOtherCells_areNormalisedAndLeftOut() {
        Import read = ConnectomeImport.read(file("cook.csv", """
                Source,Target,Weight,Type
                DB1 , VD01          ,3,chemical
                VD01 , vBWML7        ,5,chemical
                I1L , pm3d         ,2,chemical
                DB01 , DB02  ,4,electrical
                DB2,DB1,4,electrical
                hyp,hyp,13,electrical
                """));
        Connectome connectome = read.connectome();
        then(edges(connectome))
                .containsExactly("DB01 VD01 c 3.0", "VD01 vBWML7 c 5.0", "DB01 DB02 e 4.0", "DB02 DB01 e 4.0");
        then(connectome.neurons()).extracting("name").containsExactly("DB01", "DB02", "VD01");
        then(connectome.chemical())
                .extracting(synapse -> synapse.sign(SignRule.TRANSMITTER))
                .containsExactly(Sign.EXCITATORY, Sign.INHIBITORY);
        then(connectome.gapJunctions()).containsExactly(new GapJunction("DB01", "DB02", 4));
        then(read.remarks())
                .containsExactly(
                        "2 lines that name a cell other than a neuron or a body-wall muscle are left out.",
                        "299 neurons of the worm have no connection in this table and are no part of it.");
    }

    @Test
    void cook2019_mistakes_areAllReported() {
        Path file = file("cook.csv", """
                Source,Target,Weight,Type
                DB1,DB01,x,chemical
                DBB1,VD01,1,chemical
                DB1,VD1,1,chemical
                DB01,VD01,2,chemical
                vBWML7,VD01,2,chemical
                DB01,VD02,-1,gap
                """);
        thenThrownBy(() -> ConnectomeImport.read(file))
                .isInstanceOf(ConnectomeFormatException.class)
                .hasMessage("""
                        cook.csv:2: 'x' is no number; the weight has to be one
                        cook.csv:3: 'DBB1' names no known cell; did you mean 'DB01'?
                        cook.csv:5: 'DB01 to VD01' is there twice; the first is on line 4
                        cook.csv:6: 'vBWML7 to VD01' starts at a muscle; a muscle has no chemical synapse of its own
                        cook.csv:7: 'gap' is no type; types are chemical and electrical""");
    }

    @Test
    void white1986_andWitvliet2021_areToldApartByFileName() {
        String text = """
                pre\tpost\ttype\tsynapses
                VD9\tLegacyBodyWallMuscles\tchemical\t28
                VD9\tPDER\telectrical\t1
                VD9\tBWM-DL07\tchemical\t2
                """;
        then(edges(ConnectomeImport.read(file("white.csv", text)).connectome()))
                .containsExactly("VD09 PDER e 1.0", "VD09 dBWML7 c 2.0");
        then(ConnectomeImport.read(file("witvliet_8.csv", text)).connectome().name())
                .contains("Witvliet");
        Path unnamed = file("table.csv", text);
        thenThrownBy(() -> ConnectomeImport.read(unnamed)).hasMessageContaining("white-1986, witvliet-2021");
        then(ConnectomeImport.read(List.of(unnamed), Layout.WHITE_1986)
                        .connectome()
                        .synapses())
                .hasSize(2);
    }

    @Test
    void varshney2011_sendsAreAddedAndReceivesPassedOver() {
        Import read = ConnectomeImport.read(file("varshney.csv", """
                Neuron 1,Neuron 2,Type,Nbr
                AVFL,VB1,Sp,2
                AVFL,VB1,S,1
                VB1,AVFL,R,1
                VB1,AVFL,Rp,2
                FLPR,VB1,Sp,0
                AVFL,AVFR,EJ,4
                AS1,NMJ,NMJ,13
                """));
        then(edges(read.connectome())).containsExactly("AVFL VB01 c 3.0", "AVFL AVFR e 4.0");
    }

    @Test
    void openWorm_bothTables_areJoinedAndSignedByTheirTransmitters() {
        Path connections = file("connections.csv", """
                Origin,Target,Type,Number of Connections,Neurotransmitter
                ADAL,ADAR,GapJunction,1,Generic_GJ
                ADAL,AIBL,Send,1,Glutamate
                VC1,DD1,Send,2,Serotonin_Acetylcholine
                """);
        Path muscles = file("muscles.csv", """
                Neuron,Muscle,Number of Connections,Neurotransmitter
                DD1,MDL07,3,GABA
                HSNL,MVULVA,6,Serotonin
                """);
        Connectome connectome = ConnectomeImport.read(List.of(connections, muscles), Layout.OPENWORM)
                .connectome();
        then(edges(connectome))
                .containsExactly("ADAL ADAR e 1.0", "ADAL AIBL c 1.0", "VC01 DD01 c 2.0", "DD01 dBWML7 c 3.0");
        then(connectome.chemical())
                .extracting(synapse -> synapse.sign(SignRule.TRANSMITTER))
                .containsExactly(Sign.UNKNOWN, Sign.EXCITATORY, Sign.INHIBITORY);
    }

    @Test
    void read_ownFolder_isDetected() throws IOException {
        Path worm = folder.resolve("worm");
        ConnectomeFolder.write(WormConnectome.locomotion(), worm);
        Connectome back = ConnectomeImport.read(worm).connectome();
        then(back.synapses()).isEqualTo(WormConnectome.locomotion().synapses());
        then(back.name()).isEqualTo("worm");
    }

    @Test
    void read_ownEdgeListAndGraphMl_areDetected() {
        then(ConnectomeImport.read(file("mine.csv", "pre,post,weight\na,b,1\n"))
                        .connectome()
                        .synapses())
                .extracting(Synapse::pre)
                .containsExactly("a");
        then(ConnectomeImport.read(file("mine.graphml", "<graphml><graph><node id=\"a\"/></graph></graphml>"))
                        .connectome()
                        .neurons())
                .hasSize(1);
    }

    @Test
    void read_fileThatIsNotThere_isReported() {
        thenThrownBy(() -> ConnectomeImport.read(folder.resolve("nothing.csv")))
                .isInstanceOf(ConnectomeFormatException.class)
                .hasMessageContaining("nothing.csv: there is no such file or folder");
    }
}
