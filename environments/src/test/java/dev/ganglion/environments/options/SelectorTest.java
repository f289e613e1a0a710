package dev.ganglion.environments.options;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorTest {
    private static final OptionSet SWIM = OptionSet.of(
            "swimmer/swim",
            new Option.Whole("joints", 5, 2, 30, "", "Number of joints."),
            new Option.Real("viscosity", 0, 0, 1, "Pa s", "Viscosity of the fluid."),
            Option.Choice.onOff("velocities", true, "Whether link velocities are observed."));

    @Test
    void parse_nameAlone_hasNoOptions() {
        then(Selector.parse("swimmer/swim")).isEqualTo(new Selector("swimmer/swim", Map.of()));
    }

    @Test
    void parse_commaInsideValue_belongsToTheValue() {
        then(Selector.parse("connectome:lesion=DB,VB,neuron=relu").options())
                .containsExactly(Map.entry("lesion", "DB,VB"), Map.entry("neuron", "relu"));
    }

    @Test
    void parse_wordWithoutValue_isASwitch() {
        Selector selector = Selector.parse("swimmer/swim:velocities,joints=3");
        then(selector.options()).containsExactly(Map.entry("velocities", ""), Map.entry("joints", "3"));
        then(selector).hasToString("swimmer/swim:velocities,joints=3");
        then(SWIM.parse(selector.options()).isOn("velocities")).isTrue();
    }

    @Test
    void options_numberWithoutValue_isRefused() {
        thenThrownBy(() -> SWIM.parse(Selector.parse("swimmer/swim:joints").options()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("key=value: joints=5");
    }

    @Test
    void parse_emptyOption_isRefused() {
        thenThrownBy(() -> Selector.parse("ncap:,"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("key=value");
    }

    @Test
    void parse_sameKeyTwice_isRefused() {
        thenThrownBy(() -> Selector.parse("ncap:a=1,a=2")).hasMessageContaining("gives a twice");
    }

    @Test
    void options_unknownKey_namesTheNearest() {
        thenThrownBy(() -> SWIM.parse(Map.of("viscosty", "0.1")))
                .hasMessage("swimmer/swim has no option 'viscosty'; did you mean 'viscosity'?");
    }

    @Test
    void options_valueOutOfRange_namesTheNearest() {
        thenThrownBy(() -> SWIM.parse(Map.of("joints", "31")))
                .hasMessage("swimmer/swim: joints=31 is out of range; it takes 2 to 30, the nearest is 30");
        thenThrownBy(() -> SWIM.parse(Map.of("joints", "five"))).hasMessageContaining("whole number");
        thenThrownBy(() -> SWIM.parse(Map.of("viscosity", "NaN"))).hasMessageContaining("out of range");
        thenThrownBy(() -> SWIM.parse(Map.of("velocities", "offf"))).hasMessageContaining("did you mean 'off'");
    }

    @Test
    void canonicalName_showsOnlyWhatDiffersFromTheDefault() {
        then(SWIM.parse(Map.of("joints", "5", "viscosity", "0.010")).canonicalName())
                .isEqualTo("swimmer/swim:viscosity=0.01");
    }
}
