package dev.ganglion.connectome.format;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.worm.WormConnectome;
import org.junit.jupiter.api.Test;

class GraphMlTest {
    /** The keys and names that networkx writes. */
    private static final String MINE = """
            <?xml version='1.0' encoding='utf-8'?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="d2" for="edge" attr.name="kind" attr.type="string" />
              <key id="d1" for="edge" attr.name="weight" attr.type="long" />
              <key id="d0" for="node" attr.name="transmitter" attr.type="string" />
              <graph edgedefault="directed">
                <node id="a"><data key="d0">gaba</data></node>
                <node id="b"/>
                <edge source="a" target="b"><data key="d1">3</data></edge>
                <edge source="a" target="b" directed="false">
                  <data key="d1">2</data>
                  <data key="d2">electrical</data>
                </edge>
              </graph>
            </graphml>
            """;

    private static Connectome parse(String text) {
        return GraphMl.parse(new SourceText("mine.graphml", text), "mine");
    }

    @Test
    void parse_keysByName_areRead() {
        Connectome mine = parse(MINE);
        then(mine.neurons()).extracting("name").containsExactly("a", "b");
        then(mine.chemical()).hasSize(1).allMatch(synapse -> synapse.weight() == 3);
        then(mine.gapJunctions()).hasSize(1);
    }

    @Test
    void parse_mistakes_areAllReportedWithTheirLines() {
        thenThrownBy(() -> parse(MINE.replace("<data key=\"d1\">3</data>", "<data key=\"d1\">three</data>")
                        .replace("<node id=\"b\"/>", "<node id=\"b\"><data key=\"colour\">red</data></node>")
                        .replace(" directed=\"false\"", "")
                        .replace("edgedefault=\"directed\"", "edgedefault=\"undirected\"")))
                .hasMessageContaining("mine.graphml:8: 'colour' is no known attribute")
                .hasMessageContaining("mine.graphml:9: 'a to b' is undirected")
                .hasMessageContaining("mine.graphml:9: 'three' is no number");
    }

    @Test
    void parse_documentType_isRefused() {
        String bomb = "<!DOCTYPE graphml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<graphml><graph>"
                + "<node id=\"x\"><data key=\"class\">&a;</data></node></graph></graphml>";
        thenThrownBy(() -> parse(bomb))
                .isInstanceOf(ConnectomeFormatException.class)
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void parse_cutShort_isReported() {
        thenThrownBy(() -> parse(MINE.substring(0, MINE.length() / 2))).hasMessageContaining("not well-formed XML");
    }

    @Test
    void format_thenParse_isTheSameButForElectricalLoops() {
        Connectome worm = WormConnectome.hermaphrodite();
        Connectome expected = new Connectome(
                "mine",
                worm.neurons(),
                worm.muscles(),
                worm.synapses().stream()
                        .filter(synapse -> synapse.isChemical() || !synapse.isLoop())
                        .toList(),
                Provenance.NONE);
        then(parse(GraphMl.format(worm))).isEqualTo(expected);
    }
}
