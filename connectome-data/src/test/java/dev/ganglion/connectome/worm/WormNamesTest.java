package dev.ganglion.connectome.worm;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.connectome.Laterality;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WormNamesTest {
    @ParameterizedTest
    @CsvSource({
        "DB1, DB01",
        "DB01, DB01",
        "'VA12  ', VA12",
        "AS11, AS11",
        "dBWML7, dBWML7",
        "dBWML07, dBWML7",
        "BWM-VR23, vBWMR23",
        "MDL07, dBWML7",
        "I1L, I1L",
        "M1, M1",
        "IL2DL, IL2DL",
        "VDX, VDX"
    })
    void normalised_anyPublishedForm_isOurs(String written, String ours) {
        then(WormNames.normalised(written)).isEqualTo(ours);
    }

    @Test
    void cellClass_pairsAndQuartets_shareOne() {
        Set<String> neurons = Set.of(
                "RMED", "RMEV", "RMEL", "RMER", "RID", "RIVL", "RIVR", "AVDL", "AVDR", "AVL", "SABD", "SABVL", "SABVR");
        then(neurons.stream().map(name -> WormNames.cellClass(name, neurons)).distinct())
                .containsExactlyInAnyOrder("RME", "RID", "RIV", "AVD", "AVL", "SAB");
        then(WormNames.side("AVL", neurons)).isEqualTo(Laterality.UNPAIRED);
        then(WormNames.side("AVDR", neurons)).isEqualTo(Laterality.RIGHT);
    }
}
