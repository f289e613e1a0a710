package dev.ganglion.environments.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Single pictures of a film as PNG files. */
public final class Filmstrip {
    private static final int GAP = 6;
    private static final int TRACE_WIDTH = 960;
    private static final int TRACE_ROOM = 600;
    private static final int TITLE = 24;

    private Filmstrip() {}

    /**
     * Some moments of a film, evenly spread from the first to the last, as a PNG file.
     *
     * @param pictures how many, at least 1; one shows the last moment
     * @param columns how many stand beside each other
     */
    public static byte[] of(Film film, int pictures, int columns) {
        int height = film.pictureHeight();
        int across = Math.min(columns, pictures);
        int down = (pictures - 1) / across + 1;
        List<Camera> cameras = film.cameras();
        BufferedImage strip = new BufferedImage(
                across * (film.width() + GAP) - GAP, down * (height + GAP) - GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = strip.createGraphics();
        graphics.setPaint(Color.WHITE);
        graphics.fillRect(0, 0, strip.getWidth(), strip.getHeight());
        for (int i = 0; i < pictures; i++) {
            int frame = frameOf(i, pictures, film.frames().size());
            int x = i % across * (film.width() + GAP);
            int y = i / across * (height + GAP);
            graphics.drawImage(film.picture(frame, cameras.get(frame)), x, y, null);
        }
        graphics.dispose();
        return png(strip);
    }

    /** One frame of a film as a PNG file. */
    public static byte[] frame(Film film, int index) {
        return png(film.picture(index, film.cameras().get(index)));
    }

    /**
     * What neurons or weights did over the whole length of a film, larger than below its pictures, as a PNG file.
     *
     * @param title what it shows, at the top
     */
    public static byte[] traces(String title, Traces traces) {
        ActivityPainter painter = new ActivityPainter(traces, TRACE_WIDTH, TRACE_ROOM);
        BufferedImage picture = new BufferedImage(TRACE_WIDTH, TITLE + painter.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setPaint(Colours.PAPER);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        Lettering.paint(graphics, title, 14, TITLE, 8.5, 1.5, Colours.INK);
        painter.paint(graphics, TITLE);
        graphics.dispose();
        return png(picture);
    }

    private static int frameOf(int picture, int pictures, int frames) {
        return pictures == 1 ? frames - 1 : (int) ((long) picture * (frames - 1) / (pictures - 1));
    }

    private static byte[] png(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
