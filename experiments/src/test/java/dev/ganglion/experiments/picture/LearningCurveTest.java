package dev.ganglion.experiments.picture;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class LearningCurveTest {
    private static LearningCurve curve(int episodes) {
        return new LearningCurve(
                "swimmer/swim <b> & \"ncap\"",
                "ppo",
                IntStream.rangeClosed(1, episodes)
                        .mapToObj(i -> new LearningCurve.Episode(i * 1000L, i))
                        .toList(),
                episodes * 1000L,
                OptionalDouble.of(1),
                OptionalDouble.of(episodes));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void smoothed_ofAStraightLine_isTheLine() {
        then(curve(200).smoothed()).isEqualTo(curve(200).episodes());
    }

    @Test
    void smoothed_isTheMeanOfTheWindow() {
        // Ten episodes, window 3: a single 9 among zeros spreads to 3, 3, 3; the ends stand alone.
        List<LearningCurve.Episode> episodes = IntStream.range(0, 10)
                .mapToObj(i -> new LearningCurve.Episode(i, i == 4 ? 9 : 0))
                .toList();
        LearningCurve curve = new LearningCurve("", "", episodes, 10, OptionalDouble.empty(), OptionalDouble.empty());
        then(curve.window()).isEqualTo(3);
        then(curve.smoothed().stream().map(LearningCurve.Episode::episodeReturn))
                .containsExactly(0.0, 0.0, 0.0, 3.0, 3.0, 3.0, 0.0, 0.0, 0.0, 0.0);
    }

    @Test
    void svg_isWellFormed_andHasAMarkForEveryEpisode() throws Exception {
        Document svg = parse(curve(100).svg());
        NodeList circles = svg.getElementsByTagName("circle");
        long dots = IntStream.range(0, circles.getLength())
                .filter(i -> ((Element) circles.item(i)).getAttribute("class").equals("episode"))
                .count();
        then(dots).isEqualTo(100);
        then(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("swimmer/swim <b> & \"ncap\"");
    }

    @Test
    void svg_highestReturn_standsAboveTheLowestByTheScale() throws Exception {
        NodeList circles = parse(curve(100).svg()).getElementsByTagName("circle");
        double first = Double.parseDouble(((Element) circles.item(0)).getAttribute("cy"));
        double last = Double.parseDouble(((Element) circles.item(99)).getAttribute("cy"));
        // The plot is 298 high for 0 to 100, and these are 1 and 100.
        then(first - last).isCloseTo(298 * 0.99, within(0.2));
    }

    @Test
    void svg_manyEpisodes_staysSmall() {
        then(curve(200_000).svg().length()).isLessThan(300_000);
    }

    @Test
    void svg_noEpisodes_isStillAPicture() throws Exception {
        LearningCurve empty = new LearningCurve("t", "s", List.of(), 0, OptionalDouble.empty(), OptionalDouble.empty());
        then(parse(empty.svg()).getElementsByTagName("polyline").getLength()).isZero();
    }

    @Test
    void svg_staysInsideItsFrame() throws Exception {
        LearningCurve curve = new LearningCurve(
                "t",
                "s",
                List.of(new LearningCurve.Episode(5, -1e6), new LearningCurve.Episode(2_000, 1e6)),
                1_000,
                OptionalDouble.empty(),
                OptionalDouble.of(3));
        NodeList circles = parse(curve.svg()).getElementsByTagName("circle");
        for (int i = 0; i < circles.getLength(); i++) {
            then(Double.parseDouble(((Element) circles.item(i)).getAttribute("cx")))
                    .isBetween(0.0, 760.0);
            then(Double.parseDouble(((Element) circles.item(i)).getAttribute("cy")))
                    .isBetween(0.0, 450.0);
        }
    }
}
