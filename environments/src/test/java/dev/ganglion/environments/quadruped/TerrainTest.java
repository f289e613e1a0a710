package dev.ganglion.environments.quadruped;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import dev.ganglion.environments.random.RandomStreams;
import dev.ganglion.environments.render.Scene;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerrainTest {
    private static Terrain terrain(Terrain.Kind kind, long seed) {
        return Terrain.of(kind, 0.1, RandomStreams.named(seed, "terrain"));
    }

    @ParameterizedTest
    @EnumSource(Terrain.Kind.class)
    void of_anyKind_isLevelAtTheStartAndRunsFromLeftToRight(Terrain.Kind kind) {
        Terrain terrain = terrain(kind, 1);
        for (double x = -30; x < 1; x += 0.1) {
            then(terrain.heightAt(x)).isZero();
            then(terrain.angleAt(x)).isZero();
        }
        then(terrain.x()).isSorted();
        then(terrain.x()).hasSameSizeAs(terrain.y());
        then(terrain.heightAt(900)).isEqualTo(terrain.heightAt(500));
    }

    @Test
    void slope_ofAGrade_risesByIt() {
        Terrain slope = terrain(Terrain.Kind.SLOPE, 1);
        then(slope.heightAt(11)).isCloseTo(1, within(1e-9));
        then(slope.angleAt(11.5)).isCloseTo(Math.atan(0.1), within(1e-9));
    }

    @Test
    void steps_ofAHeight_goUpOrDownByIt() {
        Terrain steps = terrain(Terrain.Kind.STEPS, 1);
        double[] y = steps.y();
        for (int i = 1; i < y.length; i++) {
            double change = Math.abs(y[i] - y[i - 1]);
            then(change < 1e-12 || Math.abs(change - 0.1) < 1e-12).isTrue();
        }
        then(Arrays.stream(y).distinct().count()).isGreaterThan(2);
    }

    @Test
    void rough_ofAHeight_staysBelowIt() {
        double[] y = terrain(Terrain.Kind.ROUGH, 1).y();
        then(Arrays.stream(y).min().orElseThrow()).isNotNegative();
        then(Arrays.stream(y).max().orElseThrow()).isBetween(0.09, 0.1);
    }

    @Test
    void of_otherSeed_isOtherGround() {
        then(terrain(Terrain.Kind.ROUGH, 1).y())
                .isEqualTo(terrain(Terrain.Kind.ROUGH, 1).y());
        then(terrain(Terrain.Kind.ROUGH, 2).y())
                .isNotEqualTo(terrain(Terrain.Kind.ROUGH, 1).y());
    }

    @Test
    void between_twoPlaces_isTheSurfaceThere() {
        Terrain slope = terrain(Terrain.Kind.SLOPE, 1);
        then(slope.between(1.5, 3.25).stream().map(Scene.Point::x)).containsExactly(1.5, 2.0, 3.0, 3.25);
        then(slope.between(1.5, 3.25).get(3).y()).isCloseTo(0.225, within(1e-9));
    }
}
