package dev.ganglion.connectome.drawing;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.connectome.Connectome;
import dev.ganglion.connectome.Laterality;
import dev.ganglion.connectome.Muscle;
import dev.ganglion.connectome.Neuron;
import dev.ganglion.connectome.Provenance;
import dev.ganglion.connectome.Quadrant;
import dev.ganglion.connectome.Role;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.Synapse;
import dev.ganglion.connectome.Transmitter;
import dev.ganglion.connectome.worm.WormConnectome;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class DrawingTest {
    private static final DrawingOptions LIGHT = DrawingOptions.DEFAULT.withTheme(Theme.LIGHT);

    private static Neuron neuron(String name, String cellClass) {
        return new Neuron(name, cellClass, Laterality.UNPAIRED, Role.MOTOR, Transmitter.UNKNOWN, Set.of(), Double.NaN);
    }

    /** A dorsal and a ventral motor neuron; the first excites its muscle and inhibits the second. */
    private static Connectome small(String name) {
        return new Connectome(
                name,
                List.of(neuron("V1", "V"), neuron("D1", "D")),
                List.of(
                        Muscle.inRow("md1", Quadrant.DORSAL_LEFT, 1, 2),
                        Muscle.inRow("md2", Quadrant.DORSAL_LEFT, 2, 2),
                        Muscle.inRow("mv2", Quadrant.VENTRAL_LEFT, 2, 2)),
                List.of(
                        Synapse.chemical("D1", "md1", 5, Sign.EXCITATORY),
                        Synapse.chemical("V1", "mv2", 5, Sign.EXCITATORY),
                        Synapse.chemical("D1", "V1", 2, Sign.INHIBITORY),
                        Synapse.electrical("D1", "V1", 1)),
                Provenance.NONE);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(String svg, String name) throws Exception {
        var nodes = parse(svg).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double yOfText(String svg, String text) throws Exception {
        return elements(svg, "text").stream()
                .filter(element -> element.getTextContent().equals(text))
                .mapToDouble(element -> Double.parseDouble(element.getAttribute("y")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void circuit_dorsal_isAboveVentral() throws Exception {
        String svg = CircuitDrawing.svg(small("small"), LIGHT);
        then(yOfText(svg, "dorsal left")).isLessThan(yOfText(svg, "D"));
        then(yOfText(svg, "D")).isLessThan(yOfText(svg, "V"));
        then(yOfText(svg, "V")).isLessThan(yOfText(svg, "ventral left"));
    }

    @Test
    void circuit_signs_haveTheirHeads() throws Exception {
        List<Element> paths = elements(CircuitDrawing.svg(small("small"), LIGHT), "path");
        // Two excitatory connections and the sample in the legend end in a closed triangle, one inhibitory in a bar.
        then(paths).filteredOn(path -> path.getAttribute("d").endsWith("Z")).hasSize(3);
        then(paths)
                .filteredOn(path -> path.getAttribute("stroke-width").equals("2.4"))
                .hasSize(2);
        then(paths)
                .filteredOn(path -> path.getAttribute("stroke-dasharray").equals("2 4"))
                .hasSize(2);
    }

    @Test
    void circuit_headMuscle_isLeftOfTailMuscle() throws Exception {
        String svg = CircuitDrawing.svg(small("small"), LIGHT);
        List<Element> labels = elements(svg, "text").stream()
                .filter(text -> text.getAttribute("font-size").equals("10"))
                .toList();
        then(labels).extracting(Element::getTextContent).containsExactly("1", "2", "2");
        then(Double.parseDouble(labels.get(0).getAttribute("x")))
                .isLessThan(Double.parseDouble(labels.get(1).getAttribute("x")));
    }

    @Test
    void circuit_moreThanAllowed_drawsTheStrongestAndSaysSo() {
        String svg = CircuitDrawing.svg(WormConnectome.locomotion(), LIGHT.withMostConnections(20));
        then(svg).containsPattern("Drawn: \\d+ of 611 chemical connections among neurons \\(weight at least \\d+\\)");
        then(CircuitDrawing.svg(small("small"), LIGHT)).contains("Drawn: all 1 chemical connections among neurons");
        thenThrownBy(() -> LIGHT.withMostConnections(0)).hasMessageContaining("At least 1");
    }

    @Test
    void circuit_neuronsOfALane_doNotTouch() throws Exception {
        // White-rimmed shapes are neurons; in each row their edges have to rise from left to right.
        List<Element> shapes = elements(CircuitDrawing.svg(WormConnectome.hermaphrodite(), LIGHT), "rect").stream()
                .filter(shape -> shape.getAttribute("class").equals("halo"))
                .toList();
        then(shapes).hasSize(302);
        for (Element a : shapes) {
            for (Element b : shapes) {
                boolean sameRow = a.getAttribute("y").equals(b.getAttribute("y"));
                double end = number(a, "x") + number(a, "width");
                then(a == b
                                || !sameRow
                                || end <= number(b, "x")
                                || number(b, "x") + number(b, "width") <= number(a, "x"))
                        .isTrue();
            }
        }
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    void matrix_everyConnection_isASquareOfItsSign() throws Exception {
        List<Element> squares = elements(AdjacencyDrawing.svg(small("small"), LIGHT), "rect").stream()
                .filter(square -> square.getAttribute("width").equals("8"))
                .toList();
        then(squares)
                .extracting(square -> square.getAttribute("fill"))
                .containsExactly(Palette.EXCITATORY, Palette.EXCITATORY, Palette.INHIBITORY);
        // Rows D1, V1 and columns D1, V1, then muscles: the inhibitory one is in row 0, column 1.
        then(number(squares.get(2), "y")).isEqualTo(number(squares.get(0), "y"));
        then(number(squares.get(2), "x")).isEqualTo(170 + 8);
    }

    @Test
    void drawings_namesWithMarkup_areEscaped() throws Exception {
        then(parse(CircuitDrawing.svg(small("a<b> & \"c\""), LIGHT))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
        then(parse(AdjacencyDrawing.svg(small("a<b> & \"c\""), LIGHT))
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("svg");
    }

    @Test
    void drawings_autoTheme_followsTheViewer() {
        then(CircuitDrawing.svg(small("small"), DrawingOptions.DEFAULT)).contains("prefers-color-scheme: dark");
        then(CircuitDrawing.svg(small("small"), LIGHT)).doesNotContain("prefers-color-scheme");
    }

    @Test
    void drawings_emptyOrUnplacedConnectome_areStillDrawn() throws Exception {
        Connectome bare = new Connectome(
                "bare", List.of(Neuron.named("a"), Neuron.named("b")), List.of(), List.of(), Provenance.NONE);
        then(elements(CircuitDrawing.svg(bare, LIGHT), "text"))
                .extracting(Element::getTextContent)
                .contains("a", "b", "Drawn: no gap junctions among neurons");
        then(elements(AdjacencyDrawing.svg(bare, LIGHT), "rect")).isNotEmpty();
        Connectome empty = new Connectome("empty", List.of(), List.of(), List.of(), Provenance.NONE);
        then(parse(CircuitDrawing.svg(empty, LIGHT))).isNotNull();
        then(parse(AdjacencyDrawing.svg(empty, LIGHT))).isNotNull();
    }
}
