package dev.ganglion.connectome.worm;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Laterality;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Role;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.SignRule;
import dev.ganglion.connectome.Transmitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The making of the table from four neurons in the layouts of the published files. */
class WormTablesTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeSources() throws IOException {
        Files.createDirectories(folder.resolve("derived"));
        write(SourceFiles.FEATURES, """
                neuronID,cellType:pharynx,cellType:sensory,cellType:interneuron,cellType:motor,cellType:unknown,segment:head
                CEPDL,0,1,0,0,0,1
                CEPDR,0,1,0,0,0,1
                DB01,0,0,0,1,0,0
                AVBL,0,0,1,0,0,1
                """);
        write(
                SourceFiles.TRANSMITTERS,
                "neuron,dominant_nt,alternative_nt,all_nt\nCEPDL,,,\nCEPDR,,,\nDB01,ACh,,\nAVBL,ACh,GABA,\n");
        write(SourceFiles.REPORTERS, """
                neuronID,cat-1,tph-1,cat-2,tdc-1,tbh-1
                CEPDL,1.0,0.0,1,0,0
                CEPDR,1.0,0.0,1,0,0
                DB01,0.0,0.0,0,0,0
                AVBL,0.0,1.0,0,0,0
                """);
        write(SourceFiles.SOMATA, "neuron,y_ap_um\nCEPDL,-417.6\nCEPDR,-417.6\nDB1,64.65\nAVBL,546.9\n");
        write(SourceFiles.CONNECTIONS, """
                Source,Target,Weight,Type
                DB01 , dBWML7 ,2,chemical
                AVBL , DB01 ,4,chemical
                CEPDL , AVBL ,1,chemical
                AVBL , DB01 ,9,electrical
                """);
        write(
                SourceFiles.SIGNS,
                "source,target,edge_weight,predicted_polarity\nAVBL,DB01,4,complex\nCEPDL,AVBL,1,no pred\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void build_factsOfSeveralFiles_comeTogether() {
        Connectome built = WormTables.build(folder);
        then(built.neurons())
                .containsExactly(
                        new Neuron(
                                "AVBL",
                                "AVBL",
                                Laterality.UNPAIRED,
                                Role.INTERNEURON,
                                Transmitter.ACETYLCHOLINE,
                                Set.of(Transmitter.GABA),
                                1),
                        new Neuron("CEPDL", "CEPD", Laterality.LEFT, Role.SENSORY, Transmitter.DOPAMINE, Set.of(), 0),
                        new Neuron("CEPDR", "CEPD", Laterality.RIGHT, Role.SENSORY, Transmitter.DOPAMINE, Set.of(), 0),
                        new Neuron(
                                "DB01",
                                "DB",
                                Laterality.UNPAIRED,
                                Role.MOTOR,
                                Transmitter.ACETYLCHOLINE,
                                Set.of(),
                                0.5));
        then(built.muscles()).hasSize(95);
    }

    @Test
    void build_synapses_areOrderedAndSigned() {
        Connectome built = WormTables.build(folder);
        then(built.synapses()).extracting("pre").containsExactly("AVBL", "CEPDL", "DB01", "AVBL");
        then(built.chemical())
                .extracting(synapse -> synapse.sign(SignRule.EXPRESSION))
                .containsExactly(Sign.COMPLEX, Sign.UNKNOWN, Sign.UNKNOWN);
        then(built.chemical())
                .extracting(synapse -> synapse.sign(SignRule.TRANSMITTER))
                .containsExactly(Sign.EXCITATORY, Sign.UNKNOWN, Sign.EXCITATORY);
    }

    @Test
    void build_filesThatDisagree_areReportedTogether() throws IOException {
        write(
                SourceFiles.SIGNS,
                "source,target,edge_weight,predicted_polarity\nAVBL,DB1,5,complex\nDB01,AVBL,1,maybe\n");
        thenThrownBy(() -> WormTables.build(folder))
                .hasMessageContaining("fenyves_edge_polarity.csv:2: 'AVBL to DB01' is not the same")
                .hasMessageContaining("fenyves_edge_polarity.csv:3: 'DB01 to AVBL' is not the same")
                .hasMessageContaining("fenyves_edge_polarity.csv:3: 'maybe' is no polarity")
                .hasMessageContaining("'CEPDL to AVBL' is missing here");
    }

    @Test
    void build_neuronMissingInOneFile_isReported() throws IOException {
        write(SourceFiles.SOMATA, "neuron,y_ap_um\nCEPDL,-417.6\nCEPDR,-417.6\nDB1,64.65\nXXX,0\n");
        thenThrownBy(() -> WormTables.build(folder))
                .hasMessageContaining("'AVBL' is missing here")
                .hasMessageContaining("'XXX' is listed here but missing");
    }
}
