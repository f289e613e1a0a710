package dev.ganglion.tests.fault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The scalars in a file of TensorBoard events, without the times: a line {@code step tag value} for each. (Records as in
 * TensorFlow's {@code record_writer.h}, events as in its {@code event.proto}.)
 */
final class EventScalars {
    private static final int LENGTH_CHECKSUM = 4;
    private static final int PAYLOAD_CHECKSUM = 4;

    private EventScalars() {}

    /** The lines of a whole file; a torn record is an exception. */
    static List<String> lines(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        List<String> lines = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int length = Math.toIntExact(bytes.getLong());
            bytes.position(bytes.position() + LENGTH_CHECKSUM);
            ByteBuffer event = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(bytes.position() + length + PAYLOAD_CHECKSUM);
            addEvent(event, lines);
        }
        return lines;
    }

    private static void addEvent(ByteBuffer event, List<String> lines) {
        long step = 0;
        while (event.hasRemaining()) {
            int key = (int) varint(event);
            switch (key >>> 3) {
                case 1 -> event.getDouble();
                case 2 -> step = varint(event);
                case 5 -> addSummary(part(event), step, lines);
                default -> lines.add(step + " " + text(part(event)));
            }
        }
    }

    private static void addSummary(ByteBuffer summary, long step, List<String> lines) {
        while (summary.hasRemaining()) {
            varint(summary);
            ByteBuffer scalar = part(summary);
            varint(scalar);
            String tag = text(part(scalar));
            varint(scalar);
            float value = scalar.getFloat();
            if (!tag.startsWith("time/") && !tag.endsWith("_per_second")) {
                lines.add(step + " " + tag + " " + value);
            }
        }
    }

    private static ByteBuffer part(ByteBuffer message) {
        int length = (int) varint(message);
        ByteBuffer part = message.slice(message.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        message.position(message.position() + length);
        return part;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static long varint(ByteBuffer bytes) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
