package dev.ganglion.environments.render;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TracesTest {
    /** Two classes that take turns along the body, over four steps of 0.15 s: as long as a film of eleven frames. */
    private static final Traces ACTIVITY = new Traces(
            "activity",
            List.of("a1", "b1", "a2", "b2"),
            List.of("a", "b", "a", "b"),
            0.15,
            List.of(new float[] {2, 0, 0, 0}, new float[] {0, 2, 0, 0}, new float[] {0, 0, 2, 0}, new float[] {
                0, 0, 0, 2
            }));

    private static int colour(double activation) {
        return Colours.activation(activation).getRGB() & 0xFFFFFF;
    }

    @Test
    void bands_classes_areGroupedInTheOrderOfTheBody() {
        ActivityBands bands = ActivityBands.of(ACTIVITY.classes(), 170);

        // Few neurons get the tallest rows, of 9 pixels; classes are 2 pixels apart.
        then(bands.bands())
                .containsExactly(
                        new ActivityBands.Band("a", List.of(0, 2), 0, 18),
                        new ActivityBands.Band("b", List.of(1, 3), 20, 18));
        then(bands.height()).isEqualTo(38);
        then(bands.bands().get(1).neuronAt(8)).isEqualTo(1);
        then(bands.bands().get(1).neuronAt(9)).isEqualTo(3);
    }

    @Test
    void bands_manyNeurons_sharePixels() {
        List<String> one = Collections.nCopies(1000, "a");

        then(ActivityBands.of(one.subList(0, 170), 170).height()).isEqualTo(170);
        then(ActivityBands.of(one.subList(0, 300), 170).height()).isEqualTo(300);
        then(ActivityBands.of(one, 170).height()).isEqualTo(340);
    }

    @Test
    void strongest_steps_keepsASpikeAndItsSign() {
        Traces spike = new Traces(
                "activity", List.of("a"), List.of("a"), 1, List.of(new float[] {0.2f}, new float[] {-1}, new float[] {
                    0.5f
                }));

        then(spike.strongest(0, 0, 3)).isEqualTo(-1);
        then(spike.strongest(0, 2, 3)).isEqualTo(0.5);
        then(spike.isSigned()).isTrue();
        then(ACTIVITY.isSigned()).isFalse();
    }

    @Test
    void scale_oneOutlierAmongMany_isThatOfTheOthers() {
        List<float[]> steps = IntStream.range(0, 200)
                .mapToObj(step -> new float[] {step == 7 ? 1000 : 3})
                .toList();

        then(new Traces("activity", List.of("a"), List.of("a"), 1, steps).scale())
                .isEqualTo(3);
        then(new Traces("activity", List.of("a"), List.of("a"), 1, List.of(new float[1])).scale())
                .isEqualTo(1);
    }

    @Test
    void picture_withTraces_showsThemBelowTheWorldAsItWas() {
        Film film = Films.swimming(11);
        Film watched = film.withTraces(ACTIVITY);
        BufferedImage plain = film.picture(5, film.cameras().get(5));
        BufferedImage picture = watched.picture(5, watched.cameras().get(5));

        then(picture.getHeight()).isEqualTo(watched.pictureHeight()).isGreaterThan(360 + 38);
        then(picture.getRGB(0, 0, 480, 360, null, 0, 480)).isEqualTo(plain.getRGB(0, 0, 480, 360, null, 0, 480));
        Set<Integer> below = new HashSet<>();
        for (int y = 360; y < picture.getHeight(); y++) {
            for (int x = 0; x < 480; x++) {
                below.add(picture.getRGB(x, y) & 0xFFFFFF);
            }
        }
        then(below).contains(colour(0), colour(1)).doesNotContain(colour(-1));
        then(watched.withoutTraces()).isEqualTo(film);
        // Two of them, one below the other, each as few as here.
        then(watched.withTraces(ACTIVITY).pictureHeight() - watched.pictureHeight())
                .isEqualTo(watched.pictureHeight() - 360);
    }

    @Test
    void neurons_still_areDrawnByClassFromLeftToRight() throws IOException {
        BufferedImage still = ImageIO.read(new ByteArrayInputStream(Filmstrip.traces("swim", ACTIVITY)));

        // The map begins 48 pixels from the top, and ends 14 from the right: its last quarter is that of b2, the last
        // row.
        int last = 960 - 14 - 20;
        then(still.getRGB(last, 48 + 20 + 9 + 4) & 0xFFFFFF).isEqualTo(colour(1));
        then(still.getRGB(last, 48 + 20 + 4) & 0xFFFFFF).isEqualTo(colour(0));
        then(still.getRGB(last, 48 + 9 + 4) & 0xFFFFFF).isEqualTo(colour(0));
        int first = 14 + 40;
        then(still.getRGB(first, 48 + 4) & 0xFFFFFF).isEqualTo(colour(1));
    }

    @Test
    void gif_withTraces_hasTheirHeight() throws IOException {
        Film film = Films.swimming(3).withTraces(ACTIVITY);
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(AnimatedGif.of(film)));

        then(first.getHeight()).isEqualTo(film.pictureHeight());
    }

    @Test
    void activity_thatDoesNotFit_isRefused() {
        thenThrownBy(() -> new Traces("activity", List.of(), List.of(), 1, List.of(new float[0])))
                .hasMessageContaining("cannot be shown");
        thenThrownBy(() -> new Traces("activity", List.of("a"), List.of("a"), 1, List.of(new float[2])))
                .hasMessageContaining("values of 1 quantities");
    }
}
