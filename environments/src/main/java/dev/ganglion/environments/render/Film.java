package dev.ganglion.environments.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An episode to be looked at. The same film gives the same pictures on every machine, with or without a screen or
 * fonts.
 *
 * <pre>{@code
 * FilmRecorder recorder = new FilmRecorder(environment.spec().controlPeriodSeconds());
 * environment.reset(seed, observation, 0);
 * recorder.begin(environment.scene());
 * do {
 *     policy.act(observation, action);
 *     status = environment.step(action, 0, observation, 0);
 *     recorder.step(environment.scene(), environment.reward());
 * } while (!status.isDone());
 * byte[] gif = AnimatedGif.of(recorder.film("swimmer/swim · ncap"));
 * }</pre>
 *
 * @param title what it shows, at the top of every picture
 * @param frames its moments, at least one, in order
 * @param width width of a picture in pixels
 * @param height height of what a picture shows of the world, in pixels
 * @param neurons what the controller's neurons did, which is shown below the world; empty to show none
 */
public record Film(String title, List<Frame> frames, int width, int height, Optional<NeuronActivity> neurons) {
    /** Width of pictures unless said otherwise, in pixels. */
    public static final int WIDTH = 480;

    /** Height of pictures unless said otherwise, in pixels. */
    public static final int HEIGHT = 360;

    /** Height that the neurons are to have below the world if there are few enough, in pixels. */
    private static final int NEURON_ROOM = 170;

    /** A film that shows no neurons. */
    public Film(String title, List<Frame> frames, int width, int height) {
        this(title, frames, width, height, Optional.empty());
    }

    /** Copies the frames and checks that there is one. */
    public Film {
        frames = List.copyOf(frames);
        if (frames.isEmpty() || width < 1 || height < 1) {
            throw new IllegalArgumentException("A film needs a frame and a size, not " + frames.size() + " frames of "
                    + width + " by " + height + " pixels");
        }
    }

    /** The same film in another size. */
    public Film withSize(int newWidth, int newHeight) {
        return new Film(title, frames, newWidth, newHeight, neurons);
    }

    /** The same film with neurons below the world. */
    public Film withNeurons(NeuronActivity activity) {
        return new Film(title, frames, width, height, Optional.of(activity));
    }

    /** The same film without neurons. */
    public Film withoutNeurons() {
        return new Film(title, frames, width, height);
    }

    /** Height of a whole picture, in pixels. */
    int pictureHeight() {
        return height + painter().map(ActivityPainter::height).orElse(0);
    }

    private Optional<ActivityPainter> painter() {
        return neurons.map(activity -> new ActivityPainter(activity, width, NEURON_ROOM));
    }

    /** The camera of every frame. */
    List<Camera> cameras() {
        return Camera.following(frames, width, height);
    }

    /** The picture of a frame seen by its camera, in 24-bit colour. */
    BufferedImage picture(int index, Camera camera) {
        BufferedImage picture = new BufferedImage(width, pictureHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setPaint(Colours.PAPER);
            graphics.fillRect(0, 0, width, picture.getHeight());
            Frame frame = frames.get(index);
            painter().ifPresent(painter -> {
                painter.paint(graphics, height);
                painter.paintCursor(graphics, height, frame.seconds());
            });
            graphics.clipRect(0, 0, width, height);
            new ScenePainter(graphics, camera, width, height).paint(frame.scene(), trail(index));
            new Legend(graphics, width, height).paint(frame, title, camera.scale());
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private List<Scene.Point> trail(int last) {
        return IntStream.rangeClosed(0, last)
                .mapToObj(i -> frames.get(i).scene())
                .map(scene -> new Scene.Point(scene.focusX(), scene.focusY()))
                .toList();
    }
}
