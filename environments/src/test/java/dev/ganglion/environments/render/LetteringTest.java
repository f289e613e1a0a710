package dev.ganglion.environments.render;

import static org.assertj.core.api.BDDAssertions.then;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
    private static final double ROUNDING = 1e-9;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrstuvwxyz",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                "0123456789",
                "!%'()*+,-./:;<=>?@[]_|~±·×−→"
            })
    void strokes_everyCharacter_standsWithinItsLine(String characters) {
        characters.chars().mapToObj(Character::toString).forEach(character -> {
            Rectangle2D bounds = Lettering.strokes(character, 0, 0, 6).getBounds2D();
            then(bounds.getHeight() + bounds.getWidth()).as(character).isPositive();
            then(bounds.getMinX()).as(character).isGreaterThanOrEqualTo(-ROUNDING);
            then(bounds.getMaxX()).as(character).isLessThanOrEqualTo(Lettering.width(character, 6) + ROUNDING);
            then(bounds.getMinY()).as(character).isGreaterThanOrEqualTo(-7);
            then(bounds.getMaxY()).as(character).isLessThanOrEqualTo(2);
        });
    }

    @Test
    void strokes_numbers_areAllOfTheSameWidth() {
        // So that a running clock does not jitter.
        then(Lettering.width("111.1", 7)).isEqualTo(Lettering.width("888.8", 7));
    }

    @Test
    void strokes_unknownCharacter_isASpace() {
        then(Lettering.strokes("\u0416", 0, 0, 6).getCurrentPoint()).isNull();
        then(Lettering.width("a\u0416a", 6)).isEqualTo(Lettering.width("a a", 6));
    }
}
