package dev.ganglion.connectome.worm;

import dev.ganglion.connectome.Citation;
import dev.ganglion.connectome.Sign;
import dev.ganglion.connectome.Transmitter;
import java.util.List;

/**
 * The neurons and signs of which the swimmer's circuit is an idealisation.
 *
 * <p>Bhattasali et al. 2022 drew their circuit (NCAP) from the worm's forward locomotion: excitatory B neurons that
 * feel the bend in front of them and pass it on, inhibitory D neurons that silence the opposite side, and a command
 * that holds all of it back. Here each of its units and weights stands beside the cells it was drawn from, so that
 * a reader can judge what was kept and what was left out.
 */
public final class SwimmerOrigin {
    private SwimmerOrigin() {}

    /**
     * A unit of the swimmer's circuit and the cells behind it.
     *
     * @param unit its name in the circuit: {@code B}, {@code D}, {@code M}, {@code O}, {@code speed}, {@code turn}
     * @param dorsal the cell classes behind its dorsal half
     * @param ventral the cell classes behind its ventral half; the same as {@code dorsal} where there are no halves
     * @param transmitter what these cells release
     * @param explicit whether the circuit has a unit for them; if not, they survive only in the sign of a weight
     * @param part what they do, in one sentence
     * @param sources where that is shown
     */
    public record Unit(
            String unit,
            List<String> dorsal,
            List<String> ventral,
            Transmitter transmitter,
            boolean explicit,
            String part,
            List<Citation> sources) {}

    /**
     * A weight of the swimmer's circuit and the pathway behind it.
     *
     * @param weight its name in the circuit: {@code prop}, {@code osc}, {@code ipsi}, {@code contra}, {@code speed},
     *     {@code turn}
     * @param sign the sign that the pathway gives it
     * @param pathway the cells and synapses it stands for, in one sentence
     * @param sources where that is shown
     */
    public record Weight(String weight, Sign sign, String pathway, List<Citation> sources) {}

    private static final List<Unit> UNITS = List.of(
            new Unit(
                    "B",
                    List.of("DB"),
                    List.of("VB"),
                    Transmitter.ACETYLCHOLINE,
                    true,
                    "Motor neurons of forward movement; they excite the muscle of their side and are excited by the"
                            + " bend of the body in front of it.",
                    List.of(Citation.WHITE_1986, Citation.WEN_2012, Citation.WANG_2024)),
            new Unit(
                    "D",
                    List.of("DD"),
                    List.of("VD"),
                    Transmitter.GABA,
                    false,
                    "Motor neurons driven by the B neurons of the opposite side; they inhibit the muscle of their own"
                            + " side, so that one side relaxes while the other contracts.",
                    List.of(Citation.WHITE_1986, Citation.MCINTIRE_1993, Citation.COOK_2019)),
            new Unit(
                    "M",
                    List.of("dBWM"),
                    List.of("vBWM"),
                    Transmitter.UNKNOWN,
                    true,
                    "Body-wall muscles, 95 in four rows; dorsal minus ventral activity bends the body.",
                    List.of(Citation.WHITE_1986, Citation.COOK_2019)),
            new Unit(
                    "O",
                    List.of(),
                    List.of(),
                    Transmitter.UNKNOWN,
                    true,
                    "The head's rhythm; which cells make it is not settled, so the oscillator is a stand-in for no"
                            + " named cell.",
                    List.of(Citation.WEN_2012, Citation.BHATTASALI_2022)),
            new Unit(
                    "speed",
                    List.of("AVB"),
                    List.of("AVB"),
                    Transmitter.ACETYLCHOLINE,
                    true,
                    "Command interneurons of forward movement, joined to the B neurons almost only by gap junctions;"
                            + " the circuit turns their drive into a brake that is lifted.",
                    List.of(Citation.WHITE_1986, Citation.COOK_2019, Citation.BHATTASALI_2022)),
            new Unit(
                    "turn",
                    List.of(),
                    List.of(),
                    Transmitter.UNKNOWN,
                    true,
                    "A command that bends the head to one side; a stand-in for the head's motor circuit.",
                    List.of(Citation.BHATTASALI_2022)));

    private static final List<Weight> WEIGHTS = List.of(
            new Weight(
                    "prop",
                    Sign.EXCITATORY,
                    "B neurons are excited by the bend towards their side of the body region in front of them.",
                    List.of(Citation.WEN_2012)),
            new Weight(
                    "osc",
                    Sign.EXCITATORY,
                    "The head's rhythm drives the first B neurons.",
                    List.of(Citation.WEN_2012, Citation.BHATTASALI_2022)),
            new Weight(
                    "ipsi",
                    Sign.EXCITATORY,
                    "DB excites dorsal and VB ventral muscle by acetylcholine.",
                    List.of(Citation.WHITE_1986, Citation.COOK_2019, Citation.FENYVES_2020)),
            new Weight(
                    "contra",
                    Sign.INHIBITORY,
                    "VB excites DD, which inhibits dorsal muscle by GABA; DB excites VD, which inhibits ventral muscle.",
                    List.of(Citation.WHITE_1986, Citation.MCINTIRE_1993, Citation.COOK_2019)),
            new Weight(
                    "speed",
                    Sign.INHIBITORY,
                    "The absence of the forward command silences all B neurons; the inversion is the circuit's, AVB"
                            + " itself excites.",
                    List.of(Citation.BHATTASALI_2022)),
            new Weight(
                    "turn",
                    Sign.EXCITATORY,
                    "A head-bend command excites the B neurons of one side in the first segments.",
                    List.of(Citation.BHATTASALI_2022)));

    /** The circuit's units and the cells behind each. */
    public static List<Unit> units() {
        return UNITS;
    }

    /** The circuit's shared weights and the pathway behind each. */
    public static List<Weight> weights() {
        return WEIGHTS;
    }
}
