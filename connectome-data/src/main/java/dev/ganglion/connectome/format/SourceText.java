package dev.ganglion.connectome.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file, with the name it goes by in messages.
 *
 * @param name the file's name
 * @param content its text, without a byte order mark
 */
public record SourceText(String name, String content) {
    /** The largest file that is read, in bytes: room for some millions of connections. */
    public static final int LARGEST_BYTES = 64 << 20;

    /** The file's text; empty, with the mistake noted, if it cannot be read, is too large or is not UTF-8. */
    public static SourceText read(Path file, Problems problems) {
        String name = String.valueOf(file.getFileName());
        try (InputStream stream = Files.newInputStream(file)) {
            return decode(name, stream.readNBytes(LARGEST_BYTES + 1), problems);
        } catch (IOException e) {
            problems.add(new Place(name, 0), file.toString(), "cannot be read as a file");
            return new SourceText(name, "");
        }
    }

    private static SourceText decode(String name, byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST_BYTES) {
            problems.add(new Place(name, 0), "", "the file is larger than " + (LARGEST_BYTES >> 20) + " MiB");
            return new SourceText(name, "");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new SourceText(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            problems.add(new Place(name, 0), "", "the file is not text in UTF-8");
            return new SourceText(name, "");
        }
    }
}
