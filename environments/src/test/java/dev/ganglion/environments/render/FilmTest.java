package dev.ganglion.environments.render;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmTest {
    private static int colourAt(Film film, double x, double y) {
        BufferedImage picture = film.picture(0, film.cameras().get(0));
        return picture.getRGB((int) Math.round(x), (int) Math.round(y)) & 0xFFFFFF;
    }

    private static int rgb(Color colour) {
        return colour.getRGB() & 0xFFFFFF;
    }

    @Test
    void picture_joint_hasTheColourOfItsMuscle() {
        // The body's middle, which is its joint, stands in the middle of the picture.
        then(colourAt(Films.still(Films.straight(1), 1), 240, 180)).isEqualTo(rgb(Colours.activation(1)));
        then(colourAt(Films.still(Films.straight(-1), 1), 240, 180)).isEqualTo(rgb(Colours.activation(-1)));
        then(Colours.activation(0)).isEqualTo(Color.WHITE);
    }

    @Test
    void picture_links_areDarkAtTheHeadAndLightAtTheTail() {
        Film film = Films.still(Films.straight(0), 1);
        // The view is 1 m in 480 pixels: links reach from 144 to 336, and these points lie 0.1 m from the joint.
        int headSide = colourAt(film, 192, 180) & 0xFF;
        int tailSide = colourAt(film, 288, 180) & 0xFF;
        then(headSide).isLessThan(tailSide - 40);
        then(colourAt(film, 240, 140)).isEqualTo(rgb(Colours.PAPER));
    }

    @Test
    void picture_groundAndMarkers_haveTheirColours() {
        Scene scene = new Scene(
                List.of(new Scene.Link(0, 0.2, 0.1, 0.2, 0.05)),
                List.of(),
                List.of(new Scene.Point(-10, 0), new Scene.Point(10, 0)),
                List.of(new Scene.Marker("target", 0.3, 0.2, 0.05), new Scene.Marker("contact", -0.3, 0.2, 0.02)),
                0,
                0.2,
                1);
        Film film = Films.still(scene, 1);
        // The camera is at (0.05, 0.2): the ground's surface is 96 pixels below the middle.
        then(colourAt(film, 100, 180 + 96 + 5)).isEqualTo(rgb(Colours.GROUND));
        then(colourAt(film, 240 + 0.25 * 480, 180)).isEqualTo(rgb(Colours.TARGET));
        then(colourAt(film, 240 - 0.35 * 480, 180)).isEqualTo(rgb(Colours.CONTACT));
    }

    /** The straight body's view reaches from -0.5 m to 0.5 m, in 480 pixels, and 0.375 m up and down. */
    @ParameterizedTest
    @CsvSource({"0.6, 0, 455, 182", "-3, 0, 25, 189", "0, 2, 240, 68", "0, -0.6, 240, 312"})
    void picture_targetOutsideOfIt_isPointedTo(double x, double y, double arrowX, double arrowY) {
        Scene scene = Films.straight(0).with(new Scene.Marker("target", x, y, 0.05));
        then(colourAt(Films.still(scene, 1), arrowX, arrowY)).isEqualTo(rgb(Colours.TARGET));
    }

    @Test
    void picture_targetInsideOfIt_isNotPointedTo() {
        Scene scene = Films.straight(0).with(new Scene.Marker("target", 0.35, 0, 0.02));
        then(colourAt(Films.still(scene, 1), 455, 182)).isNotEqualTo(rgb(Colours.TARGET));
    }

    @Test
    void cameras_movingBody_followSmoothlyAndKeepUp() {
        Film film = Films.swimming(200);
        List<Camera> cameras = film.cameras();
        for (int i = 1; i < cameras.size(); i++) {
            then(Math.abs(cameras.get(i).x() - cameras.get(i - 1).x())).isLessThan(0.02);
        }
        Scene last = film.frames().get(199).scene();
        Camera camera = cameras.get(199);
        then(last.links()).allMatch(link -> Math.abs(link.x1() - camera.x()) < last.viewWidth() / 2);
    }

    /** 0.75 of the view's width a second: it would leave the picture of a camera that only chases it. */
    @Test
    void cameras_fastBody_keepItWholeAndNearTheMiddle() {
        Film film = Films.running(200, 0.75);
        List<Camera> cameras = film.cameras();
        for (int i = 0; i < cameras.size(); i++) {
            Camera camera = cameras.get(i);
            double middle = film.frames().get(i).scene().focusX();
            then(Math.abs(middle - camera.x())).isLessThan(i < 50 || i >= 150 ? 0.25 : 0.01);
        }
    }

    @Test
    void cameras_stage_standStillAndShowItWhole() {
        List<Scene.Point> border = List.of(
                new Scene.Point(1, 1),
                new Scene.Point(12, 1),
                new Scene.Point(12, 12),
                new Scene.Point(1, 12),
                new Scene.Point(1, 1));
        Scene scene = new Scene(List.of(new Scene.Link(2, 2, 2, 2, 0.3)), List.of(), border, List.of(), 2, 2, 13);
        Camera camera = Films.still(scene, 1).cameras().get(0);
        then(camera.x()).isEqualTo(6.5);
        for (Scene.Point corner : border) {
            var pixel = camera.toPixels(480, 360).transform(new Point2D.Double(corner.x(), corner.y()), null);
            then(pixel.getX()).isBetween(0.0, 480.0);
            then(pixel.getY()).isBetween(Legend.HEADER, 360.0);
        }
    }

    @Test
    void recorder_steps_keepsFramesSixHundredthsApartWithTheReturnSoFar() {
        FilmRecorder recorder = new FilmRecorder(0.03);
        thenThrownBy(() -> recorder.film("nothing")).isInstanceOf(IllegalStateException.class);
        recorder.begin(Films.straight(0));
        for (int i = 0; i < 5; i++) {
            recorder.step(Films.straight(0), 2);
        }
        List<Frame> frames = recorder.film("five steps").frames();
        then(frames).extracting(Frame::seconds).containsExactly(0.0, 0.06, 0.12);
        then(frames).extracting(Frame::episodeReturn).containsExactly(0.0, 4.0, 8.0);
    }

    @Test
    void filmstrip_pictures_standInRows() throws IOException {
        Film film = Films.swimming(10).withSize(200, 100);
        BufferedImage strip = ImageIO.read(new ByteArrayInputStream(Filmstrip.of(film, 5, 3)));
        then(strip.getWidth()).isEqualTo(3 * 200 + 2 * 6);
        then(strip.getHeight()).isEqualTo(2 * 100 + 6);
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(Filmstrip.frame(film, 0)));
        then(strip.getRGB(0, 0, 200, 100, null, 0, 200)).isEqualTo(first.getRGB(0, 0, 200, 100, null, 0, 200));
    }

    @Test
    void film_withoutFrames_isRefused() {
        thenThrownBy(() -> new Film("empty", List.of(), 10, 10)).hasMessageContaining("needs a frame");
    }
}
