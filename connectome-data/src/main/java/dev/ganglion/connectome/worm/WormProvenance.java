package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Citation;
import dev.ganglion.connectome.Provenance;
import java.util.List;

/** Where every column of the hermaphrodite's table comes from. */
final class WormProvenance {
    private static final String FACTS = "facts as published; copy used: openworm/c302, MIT";
    private static final String CC_BY = "CC BY 4.0";
    private static final String OURS = "Ganglion";

    static final Provenance COLUMNS = new Provenance(List.of(
            neurons("name", Citation.WHITE_1986, "facts as published", "motor neurons of the cord with two digits"),
            neurons(
                    "class",
                    Citation.WHITE_1986,
                    "facts as published",
                    "from the name; gives the 118 published classes"),
            neurons("side", Citation.WHITE_1986, "facts as published", "from the name and that of its counterpart"),
            new Provenance.Column(
                    "neurons",
                    "role",
                    "Altun ZF, Hall DH (eds) WormAtlas, as compiled by the Flavell laboratory (neuron_features.csv)",
                    "https://github.com/flavell-lab/pub_utils",
                    "MIT",
                    "the one cell type given"),
            neurons("transmitter", Citation.FENYVES_2020, CC_BY, "dominant transmitter of table S3 sheet 1"),
            neurons("transmitter", Citation.WANG_2024, CC_BY, "the monoamine where no dominant transmitter is given"),
            neurons("co_transmitters", Citation.FENYVES_2020, CC_BY, "alternative transmitter of table S3 sheet 1"),
            neurons(
                    "co_transmitters",
                    Citation.WANG_2024,
                    CC_BY,
                    "the monoamine whose enzymes and vesicular transporter are expressed"),
            new Provenance.Column(
                    "neurons",
                    "position",
                    "Grove CA, Sternberg PW, The Virtual Worm; soma coordinates from the cell files of openworm/c302",
                    "https://github.com/openworm/c302",
                    "public domain",
                    "micrometres from nose (-417.6) to tail tip (546.9) as a fraction"),
            neurons(
                    "position",
                    Citation.CHEN_2006,
                    "two fitted numbers, no data",
                    "nose and tail tip fitted to the published soma positions of 279 neurons"),
            muscles("name", Citation.COOK_2019, "facts as published", "quadrant and row"),
            muscles("quadrant", Citation.WHITE_1986, "facts as published", "four strips of body wall"),
            muscles("row", Citation.WHITE_1986, "facts as published", "24 rows from the head; 23 on the ventral left"),
            new Provenance.Column(
                    "muscles",
                    "position",
                    OURS,
                    "",
                    "Apache-2.0",
                    "the middle of the row, 24 equal rows from 0 to 1, to four digits"),
            connections("pre", Citation.COOK_2019, FACTS, "among the 302 neurons and 95 body-wall muscles"),
            connections("post", Citation.COOK_2019, FACTS, "among the 302 neurons and 95 body-wall muscles"),
            connections("kind", Citation.COOK_2019, FACTS, "electrical connections from both sides, as published"),
            connections("weight", Citation.COOK_2019, FACTS, "count of micrograph sections, summed over all contacts"),
            new Provenance.Column(
                    "connections",
                    "sign_by_transmitter",
                    OURS,
                    "",
                    "Apache-2.0",
                    "+ from a neuron with transmitter acetylcholine, - from GABA, else empty"),
            connections(
                    "sign_by_expression",
                    Citation.FENYVES_2020,
                    CC_BY,
                    "predicted polarity of table S3 sheet 5; empty for no prediction and onto muscle")));

    private WormProvenance() {}

    private static Provenance.Column neurons(String column, Citation citation, String licence, String derivation) {
        return column("neurons", column, citation, licence, derivation);
    }

    private static Provenance.Column muscles(String column, Citation citation, String licence, String derivation) {
        return column("muscles", column, citation, licence, derivation);
    }

    private static Provenance.Column connections(String column, Citation citation, String licence, String derivation) {
        return column("connections", column, citation, licence, derivation);
    }

    private static Provenance.Column column(
            String table, String column, Citation citation, String licence, String derivation) {
        return new Provenance.Column(table, column, citation.text(), citation.link(), licence, derivation);
    }
}
