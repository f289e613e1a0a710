package dev.ganglion.environments.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
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
 * @param traces what the controller's neurons or weights did, which is shown below the world; empty to show nothing
 */
public record Film(String title, List<Frame> frames, int width, int height, List<Traces> traces) {
    /** Width of pictures unless said otherwise, in pixels. */
    public static final int WIDTH = 480;

    /** Height of pictures unless said otherwise, in pixels. */
    public static final int HEIGHT = 360;

    /** Height that all traces together are to have below the world if there are few enough, in pixels. */
    private static final int TRACE_ROOM = 170;

    /** A film that shows nothing but the world. */
    public Film(String title, List<Frame> frames, int width, int height) {
        this(title, frames, width, height, List.of());
    }

    /** Copies the lists and checks that there is a frame. */
    public Film {
        frames = List.copyOf(frames);
        traces = List.copyOf(traces);
        if (frames.isEmpty() || width < 1 || height < 1) {
            throw new IllegalArgumentException("A film needs a frame and a size, not " + frames.size() + " frames of "
                    + width + " by " + height + " pixels");
        }
    }

    /** The same film in another size. */
    public Film withSize(int newWidth, int newHeight) {
        return new Film(title, frames, newWidth, newHeight, traces);
    }

    /** The same film with traces below those that it shows already. */
    public Film withTraces(Traces more) {
        List<Traces> all = new ArrayList<>(traces);
        all.add(more);
        return new Film(title, frames, width, height, all);
    }

    /** The same film without traces. */
    public Film withoutTraces() {
        return new Film(title, frames, width, height);
    }

    /** Height of a whole picture, in pixels. */
    int pictureHeight() {
        return height + painters().stream().mapToInt(ActivityPainter::height).sum();
    }

    /** Those who paint the traces, for as many pictures as wanted. */
    List<ActivityPainter> painters() {
        return traces.stream()
                .map(shown -> new ActivityPainter(shown, width, TRACE_ROOM / traces.size()))
                .toList();
    }

    /** The camera of every frame. */
    List<Camera> cameras() {
        return Camera.following(frames, width, height);
    }

    /** The picture of a frame seen by its camera, in 24-bit colour. */
    BufferedImage picture(int index, Camera camera) {
        return picture(index, camera, painters());
    }

    /** The same by the film's {@link #painters}. */
    BufferedImage picture(int index, Camera camera, List<ActivityPainter> painters) {
        int below = painters.stream().mapToInt(ActivityPainter::height).sum();
        BufferedImage picture = new BufferedImage(width, height + below, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setPaint(Colours.PAPER);
            graphics.fillRect(0, 0, width, picture.getHeight());
            Frame frame = frames.get(index);
            int top = height;
            for (ActivityPainter painter : painters) {
                painter.paint(graphics, top);
                painter.paintCursor(graphics, top, frame.seconds());
                top += painter.height();
            }
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
