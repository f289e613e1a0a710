package dev.ganglion.agents.rollout;

import static org.assertj.core.api.BDDAssertions.then;

import org.junit.jupiter.api.Test;

class ChunkLayoutTest {
    @Test
    void arrange_inChunks_keepsStepsOfAnEnvironmentTogether() {
        // Five steps of two environments, in chunks of three; a row holds 10·time + environment, twice.
        ChunkLayout layout = new ChunkLayout(5, 2, 3);
        float[] rows = new float[5 * 2 * 2];
        for (int time = 0; time < 5; time++) {
            for (int environment = 0; environment < 2; environment++) {
                rows[(time * 2 + environment) * 2] = 10 * time + environment;
                rows[(time * 2 + environment) * 2 + 1] = 10 * time + environment;
            }
        }

        then(layout.chunks()).isEqualTo(4);
        then(layout.isPadded()).isTrue();
        then(layout.arrange(rows, 2))
                .containsExactly(
                        0, 0, 10, 10, 20, 20, // first chunk of the first environment
                        1, 1, 11, 11, 21, 21, // of the second
                        30, 30, 40, 40, 0, 0, // second chunk of the first, filled up
                        31, 31, 41, 41, 0, 0);
        then(layout.position(4, 1)).isEqualTo(3 * 3 + 1);
    }

    @Test
    void arrange_inSingleSteps_changesNothing() {
        float[] rows = {1, 2, 3, 4};

        then(new ChunkLayout(2, 2, 1).arrange(rows, 1)).isSameAs(rows);
        then(new ChunkLayout(6, 2, 3).isPadded()).isFalse();
    }
}
