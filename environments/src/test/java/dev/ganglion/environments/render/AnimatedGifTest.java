package dev.ganglion.environments.render;

import static org.assertj.core.api.BDDAssertions.then;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class AnimatedGifTest {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private static ImageReader reader(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }

    private static IIOMetadataNode node(ImageReader reader, int index, String name) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(index).getAsTree(FORMAT);
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }

    /** What a viewer shows once it has laid the first pictures over one another. */
    private static BufferedImage shown(ImageReader reader, int last, int width, int height) throws IOException {
        BufferedImage shown = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shown.createGraphics();
        for (int i = 0; i <= last; i++) {
            IIOMetadataNode place = node(reader, i, "ImageDescriptor");
            graphics.drawImage(
                    reader.read(i),
                    Integer.parseInt(place.getAttribute("imageLeftPosition")),
                    Integer.parseInt(place.getAttribute("imageTopPosition")),
                    null);
        }
        return shown;
    }

    @Test
    void of_movingBody_showsItsPictures() throws IOException {
        Film film = Films.swimming(30);
        ImageReader reader = reader(AnimatedGif.of(film));
        then(reader.getNumImages(true)).isEqualTo(30);
        for (int index : new int[] {0, 1, 29}) {
            BufferedImage shown = shown(reader, index, 480, 360);
            BufferedImage painted = film.picture(index, film.cameras().get(index));
            then(meanDifference(shown, painted)).as("picture " + index).isLessThan(0.5);
        }
    }

    /** Mean difference of a channel's level, of 255. */
    private static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 0xFF) - (other.getRGB(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / 3.0 / one.getWidth() / one.getHeight();
    }

    @Test
    void of_film_playsInRealTimeForEver() throws IOException {
        byte[] gif = AnimatedGif.of(Films.swimming(11));
        ImageReader reader = reader(gif);
        List<Integer> delays = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            delays.add(
                    Integer.parseInt(node(reader, i, "GraphicControlExtension").getAttribute("delayTime")));
        }
        // Ten frames of 0.06 s; the last picture stays for 1.5 s.
        then(delays.subList(0, 10)).containsOnly(6);
        then(delays.get(10)).isEqualTo(150);
        then(new String(gif, StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0\3\1\0\0\0");
    }

    @Test
    void of_framesWithoutAChange_areOnePixel() throws IOException {
        ImageReader reader = reader(AnimatedGif.of(Films.still(Films.straight(0.5), 3)));
        then(reader.getNumImages(true)).isEqualTo(3);
        then(reader.getWidth(2)).isEqualTo(1);
        then(shown(reader, 2, 480, 360).getRGB(240, 180)).isNotZero();
    }

    @Test
    void of_swimmingWorm_staysBelowAHundredKilobytesASecond() {
        // So that an episode of 30 s stays below 3 MB.
        then(AnimatedGif.of(Films.swimming(101))).hasSizeLessThan(6 * 100_000);
    }

    @Test
    void of_sameFilm_givesTheSameBytes() {
        then(AnimatedGif.of(Films.swimming(3))).isEqualTo(AnimatedGif.of(Films.swimming(3)));
    }

    @Test
    void palette_paints_areKeptExactly() {
        BufferedImage picture = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, Colours.INK.getRGB());
        picture.setRGB(1, 0, Colours.activation(1).getRGB());
        picture.setRGB(2, 0, 0x00FF00);
        picture.setRGB(3, 0, Colours.PAPER.getRGB());
        Palette palette = Palette.of(Colours.paints(), List.of(picture));
        byte[] entries = palette.entries(picture);
        for (int x = 0; x < 4; x++) {
            then(palette.model().getRGB(entries[x]) & 0xFFFFFF).isEqualTo(picture.getRGB(x, 0) & 0xFFFFFF);
        }
        then(entries).doesNotContain((byte) Palette.TRANSPARENT);
    }
}
