package dev.ganglion.environments.render;

import java.util.List;
import java.util.stream.IntStream;

/** Films of made-up bodies. */
final class Films {
    private Films() {}

    /** A worm of six links that swims to the left at 0.1 m/s, with a wave running down its body. */
    static Film swimming(int frames) {
        return new Film(
                "swimmer/swim · test",
                IntStream.range(0, frames)
                        .mapToObj(i -> new Frame(worm(i * 0.06), i * 0.06, i / 2.0))
                        .toList(),
                Film.WIDTH,
                Film.HEIGHT);
    }

    /** A stick 0.4 m long that goes to the right at this many m/s, in a view of 1 m. */
    static Film running(int frames, double speed) {
        return new Film(
                "running",
                IntStream.range(0, frames)
                        .mapToObj(i -> new Frame(stick(speed * i * 0.06), i * 0.06, 0))
                        .toList(),
                Film.WIDTH,
                Film.HEIGHT);
    }

    private static Scene stick(double x) {
        return new Scene(
                List.of(new Scene.Link(x - 0.2, 0, x + 0.2, 0, 0.02)), List.of(), List.of(), List.of(), x, 0, 1);
    }

    static Film still(Scene scene, int frames) {
        return new Film(
                "still",
                IntStream.range(0, frames).mapToObj(i -> new Frame(scene, 0, 0)).toList(),
                Film.WIDTH,
                Film.HEIGHT);
    }

    /** A straight body of two links, 0.2 m wide in a view of 1 m, its joint at the origin. */
    static Scene straight(double activation) {
        return new Scene(
                List.of(new Scene.Link(-0.2, 0, 0, 0, 0.02), new Scene.Link(0, 0, 0.2, 0, 0.02)),
                List.of(new Scene.Joint(0, 0, activation)),
                List.of(),
                List.of(),
                -0.2,
                0,
                1);
    }

    private static Scene worm(double seconds) {
        double[] x = new double[7];
        double[] y = new double[7];
        x[0] = -0.1 * seconds;
        for (int i = 0; i < 6; i++) {
            double angle = 0.6 * Math.sin(3.5 * seconds - i);
            x[i + 1] = x[i] + 0.1 * Math.cos(angle);
            y[i + 1] = y[i] + 0.1 * Math.sin(angle);
        }
        return new Scene(
                IntStream.range(0, 6)
                        .mapToObj(i -> new Scene.Link(x[i], y[i], x[i + 1], y[i + 1], 0.01))
                        .toList(),
                IntStream.range(1, 6)
                        .mapToObj(i -> new Scene.Joint(x[i], y[i], Math.cos(3.5 * seconds - i)))
                        .toList(),
                List.of(),
                List.of(),
                x[0],
                y[0],
                0.96);
    }
}
