package dev.ganglion.environments.render;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Films as animated GIFs that play in real time and for ever.
 *
 * <p>All pictures share one palette. Each holds only the rectangle that differs from the picture before, and in it only
 * the pixels that differ.
 */
public final class AnimatedGif {
    private static final String STREAM_FORMAT = "javax_imageio_gif_stream_1.0";
    private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

    /** Pictures from which the palette is made. */
    private static final int PALETTE_SAMPLES = 16;

    /** Longest time a picture is shown, and the time of the last one, in hundredths of a second. */
    private static final int LONGEST_DELAY = 20;

    private static final int LAST_DELAY = 150;

    private final Film film;
    private final List<Camera> cameras;
    private final List<ActivityPainter> painters;
    private final Palette palette;
    private final int height;
    private final ImageWriter writer;

    private AnimatedGif(Film film, ImageWriter writer) {
        this.film = film;
        this.writer = writer;
        cameras = film.cameras();
        painters = film.painters();
        height = film.pictureHeight();
        palette = Palette.of(
                !film.traces().isEmpty() ? Colours.paintsWithClasses() : Colours.paints(),
                sampleIndices().mapToObj(this::picture).toList());
    }

    /** The bytes of a GIF file. */
    public static byte[] of(Film film) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            new AnimatedGif(film, writer).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private IntStream sampleIndices() {
        int last = film.frames().size() - 1;
        int samples = Math.min(PALETTE_SAMPLES, last + 1);
        return IntStream.range(0, samples).map(i -> samples == 1 ? 0 : i * last / (samples - 1));
    }

    private BufferedImage picture(int index) {
        return film.picture(index, cameras.get(index), painters);
    }

    private void write() throws IOException {
        writer.prepareWriteSequence(streamMetadata());
        byte[] before = null;
        for (int i = 0; i < film.frames().size(); i++) {
            byte[] entries = palette.entries(picture(i));
            Rectangle changed = before == null ? new Rectangle(film.width(), height) : changed(before, entries);
            BufferedImage part = part(before, entries, changed);
            writer.writeToSequence(new IIOImage(part, null, metadata(part, changed, i)), null);
            before = entries;
        }
        writer.endWriteSequence();
    }

    private IIOMetadata streamMetadata() throws IOException {
        IIOMetadata metadata = writer.getDefaultStreamMetadata(null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(STREAM_FORMAT);
        IIOMetadataNode screen = child(root, "LogicalScreenDescriptor");
        screen.setAttribute("logicalScreenWidth", Integer.toString(film.width()));
        screen.setAttribute("logicalScreenHeight", Integer.toString(height));
        root.removeChild(child(root, "GlobalColorTable"));
        root.appendChild(globalColourTable());
        metadata.setFromTree(STREAM_FORMAT, root);
        return metadata;
    }

    private IIOMetadataNode globalColourTable() {
        IndexColorModel model = palette.model();
        IIOMetadataNode table = new IIOMetadataNode("GlobalColorTable");
        table.setAttribute("sizeOfGlobalColorTable", Integer.toString(model.getMapSize()));
        table.setAttribute("backgroundColorIndex", "0");
        table.setAttribute("sortFlag", "FALSE");
        for (int i = 0; i < model.getMapSize(); i++) {
            IIOMetadataNode entry = new IIOMetadataNode("ColorTableEntry");
            entry.setAttribute("index", Integer.toString(i));
            entry.setAttribute("red", Integer.toString(model.getRed(i)));
            entry.setAttribute("green", Integer.toString(model.getGreen(i)));
            entry.setAttribute("blue", Integer.toString(model.getBlue(i)));
            table.appendChild(entry);
        }
        return table;
    }

    /** The smallest rectangle around all pixels that differ; one pixel if none does, since a GIF has no empty picture. */
    private Rectangle changed(byte[] before, byte[] entries) {
        Rectangle changed = new Rectangle(-1, -1);
        for (int y = 0; y < height; y++) {
            int start = y * film.width();
            int first = Arrays.mismatch(before, start, start + film.width(), entries, start, start + film.width());
            if (first >= 0) {
                int last = film.width() - 1;
                while (before[start + last] == entries[start + last]) {
                    last--;
                }
                changed.add(new Rectangle(first, y, last - first + 1, 1));
            }
        }
        return changed.width < 1 ? new Rectangle(1, 1) : changed;
    }

    private BufferedImage part(byte @Nullable [] before, byte[] entries, Rectangle changed) {
        BufferedImage part =
                new BufferedImage(changed.width, changed.height, BufferedImage.TYPE_BYTE_INDEXED, palette.model());
        byte[] pixels = ((DataBufferByte) part.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < changed.height; y++) {
            for (int x = 0; x < changed.width; x++) {
                int at = (changed.y + y) * film.width() + changed.x + x;
                boolean same = before != null && before[at] == entries[at];
                pixels[y * changed.width + x] = same ? (byte) Palette.TRANSPARENT : entries[at];
            }
        }
        return part;
    }

    private IIOMetadata metadata(BufferedImage part, Rectangle place, int index) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(part), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(IMAGE_FORMAT);
        IIOMetadataNode position = child(root, "ImageDescriptor");
        position.setAttribute("imageLeftPosition", Integer.toString(place.x));
        position.setAttribute("imageTopPosition", Integer.toString(place.y));
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "doNotDispose");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "TRUE");
        control.setAttribute("transparentColorIndex", Integer.toString(Palette.TRANSPARENT));
        control.setAttribute("delayTime", Integer.toString(delay(index)));
        if (index == 0) {
            child(root, "ApplicationExtensions").appendChild(endlessLoop());
        }
        metadata.setFromTree(IMAGE_FORMAT, root);
        return metadata;
    }

    /** Time for which a picture is shown, such that rounding errors do not add up. */
    private int delay(int index) {
        if (index == film.frames().size() - 1) {
            return LAST_DELAY;
        }
        return (int) Math.min(LONGEST_DELAY, hundredths(index + 1) - hundredths(index));
    }

    private long hundredths(int index) {
        return Math.round(100 * film.frames().get(index).seconds());
    }

    /** The extension by which browsers loop: no number of repetitions, that is without end. */
    private static IIOMetadataNode endlessLoop() {
        IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
        loop.setAttribute("applicationID", "NETSCAPE");
        loop.setAttribute("authenticationCode", "2.0");
        loop.setUserObject(new byte[] {1, 0, 0});
        return loop;
    }

    private static IIOMetadataNode child(IIOMetadataNode parent, String name) {
        for (int i = 0; i < parent.getLength(); i++) {
            if (parent.item(i) instanceof IIOMetadataNode node
                    && node.getNodeName().equals(name)) {
                return node;
            }
        }
        IIOMetadataNode added = new IIOMetadataNode(name);
        parent.appendChild(added);
        return added;
    }
}
